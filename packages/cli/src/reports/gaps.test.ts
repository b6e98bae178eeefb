import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization } from '@mktorg/model';
import { describe, expect, it } from 'vitest';
import { martechGapReport } from './martech-gap.ts';
import { skillsGapReport } from './skills-gap.ts';

function organizationOf(text: string) {
  return mergeOrganization(
    'file:///acme',
    [parseFragment(text, 'file:///acme/a.mktorg')],
    standardVocabulary(),
  );
}

const today = `organization acme "Acme" {}
skill wiring "Wiring"  skill tuning "Tuning"
team a "A" { needs wiring  role x "X" { skills tuning } }
team b "B"
platform mail "Mail" { owner a }
platform old "Old" { owner a }
platform cdp "CDP" { owner b  status planned }
`;
const plan = `plan p "P" {
  phase one "One" { move mail to b  retire old replaced by mail  add platform flow "Flow"  source wiring by hire }
  phase two "Two" { change cdp { status live }  add role y "Y" to b { needs tuning } }
}
`;

describe('the martech gap', () => {
  it('has a column for each phase', () => {
    const { columns, rows, notes } = martechGapReport(organizationOf(today + plan));
    expect(columns.map(({ key }) => key)).toEqual([
      'platform',
      'name',
      'category',
      'layer',
      'today',
      'owner',
      'after-one',
      'after-two',
      'brought-by',
    ]);
    expect(
      rows.map((row) => [row['name'], row['today'], row['after-one'], row['after-two'], row['brought-by']]),
    ).toEqual([
      ['mail', 'live', 'moved to B', 'kept', undefined],
      ['old', 'live', 'retired for Mail', '', undefined],
      ['cdp', 'planned', 'kept, planned', 'changed', 'Two'],
      ['flow', undefined, 'added', 'kept', 'One'],
    ]);
    expect(notes[0]).toBe('After One: 3 platforms, 1 added, 1 moved, 1 retired.');
  });

  it('is of today without a plan, and keeps several plans apart', () => {
    const { rows, notes } = martechGapReport(organizationOf(today));
    expect(rows.length).toBe(3);
    expect(notes).toEqual(['There is no plan with phases: the gap is that of today.']);
    const several = martechGapReport(
      organizationOf(`${today}${plan}${plan.replace('plan p "P"', 'plan q "Q"')}`),
    );
    expect(several.columns.map(({ key }) => key)).toContain('after-q.two');
  });
});

describe('the skills gap', () => {
  it('says who needs, who has, and where it comes from', () => {
    const { rows, notes } = skillsGapReport(organizationOf(today + plan));
    expect(rows).toEqual([
      {
        skill: 'Wiring',
        name: 'wiring',
        'needed-by': ['A'],
        'held-by': [],
        'after-one': 'needed by A; sourced: hire',
        'after-two': 'needed by A; sourced before',
        sourced: ['hire in One'],
        gap: 'closed',
      },
      {
        skill: 'Tuning',
        name: 'tuning',
        'needed-by': [],
        'held-by': ['X'],
        'after-one': '',
        'after-two': 'needed by Y; held by X',
        sourced: [],
        gap: 'closed',
      },
    ]);
    expect(notes).toEqual([]);
  });

  it('tells what is open today, without a plan', () => {
    const { notes } = skillsGapReport(organizationOf(today));
    expect(notes).toEqual([
      'There is no plan with phases: the gap is that of today.',
      'Open in the end: Wiring.',
    ]);
  });
});
