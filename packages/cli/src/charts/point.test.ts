import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization } from '@mktorg/model';
import { describe, expect, it } from 'vitest';
import { pointOf } from './point.ts';

const model = mergeOrganization(
  'file:///acme',
  [
    parseFragment(
      `team a "A" { team b "B" { role x "X" } }
team c "C"
platform mail "Mail"
plan p "P" {
  phase one "Phase 1" { move b to c  add role y "Y" to b }
  phase two "Phase 2" { remove a because "done" }
}
view later "Later" { lens reporting  of b  depth 2  at one }
view stack-now "Stack" { lens stack }
view gone "Gone" { of a  at two }
view roadmap "Roadmap" { lens plan  at one }
view roles "Roles" { lens responsibilities }
`,
      'file:///acme/a.mktorg',
    ),
  ],
  standardVocabulary(),
);

const lens = 'reporting' as const;

describe('the point at which a chart is drawn', () => {
  it('is today, or after a phase', () => {
    expect(pointOf(model, { lens }).model).toBe(model);
    const { model: after } = pointOf(model, { lens, at: 'one' });
    expect(after.name).toBe('acme, after Phase 1');
    expect([after.elements.has('team:c.b'), after.elements.has('role:c.b.y')]).toEqual([true, true]);
    expect(pointOf(model, { lens, at: 'Phase 2' }).model.elements.has('team:a')).toBe(false);
  });

  it('is that of a view, which follows what moves', () => {
    const { model: after, wish } = pointOf(model, { lens, view: 'later' });
    expect(after.elements.has('team:c.b')).toBe(true);
    expect(wish).toMatchObject({ lens: 'reporting', of: 'team:c.b', depth: 2 });
    expect(pointOf(model, { lens, view: 'stack-now' }).wish.lens).toBe('stack');
  });

  it('is today for a plan, which a phase only chooses', () => {
    const wished = pointOf(model, { lens: 'plan' as const, at: 'two' });
    expect(wished.model).toBe(model);
    expect(wished).toMatchObject({ wish: { of: 'plan:p' }, plan: 'plan:p' });
    expect(pointOf(model, { lens, view: 'roadmap' })).toMatchObject({
      model: { name: 'acme' },
      wish: { lens: 'plan', of: 'plan:p' },
    });
    expect(pointOf(model, { lens: 'plan' as const, at: 'two', of: 'one' }).wish.of).toBe('one');
  });

  it.each([
    ['gone', /which is not there after Phase 2/],
    ['roles', /cannot be drawn yet/],
    ['nothing', /is called “nothing”/],
  ])('cannot be that of the view %s', (view, why) => {
    expect(() => pointOf(model, { lens, view })).toThrow(why);
  });
});
