import { afterPhases } from '@mktorg/model';
import { describe, expect, it } from 'vitest';
import { organizationOf } from '../../model/src/testing/organization.ts';
import { review } from './review.ts';
import { reviewOfTexts } from './testing/review.ts';
import { type Unread, unreadUpTo } from './unread.ts';

const text = `team a "A" { lead ghost }
team b "B
plan p "P" {
  phase one "One" { move a to nowhere }
  phase two "Two" { remove nothing }
}
plan q "Q" {
  phase other "Other" { remove nobody }
}
plan r "R" {
  owner ghost
  phase third "Third" { remove nothing }
  phase third "Third again" { remove a }
}
`;
describe('what could not be read up to points of plans', () => {
  it.each<readonly [string, readonly (string | undefined)[], readonly number[]]>([
    ['today', [undefined], [2]],
    ['a phase', [undefined, 'phase:p.one'], [2, 4]],
    ['a later one, with those before it', [undefined, 'phase:p.two'], [2, 4, 5]],
    ['two phases, whichever comes first', ['phase:p.two', 'phase:p.one'], [2, 4, 5]],
    ['phases of two plans', ['phase:p.one', 'phase:q.other'], [2, 4, 8]],
    ['no such phase', ['phase:p.never'], [2]],
    ['a plan that says in vain what should come before', [undefined, 'phase:r.third'], [2, 12, 13]],
  ])('%s', (_, points, lines) => {
    const found = unreadUpTo(organizationOf(text), points);
    expect(found.map(({ at }) => at.line + 1)).toEqual(lines);
  });

  it('is all that a review between them says', () => {
    const model = organizationOf(text);
    const [after] = afterPhases(model, 'plan:p');
    if (!after) throw new Error('There are two phases.');
    const unread = { before: [], after: unreadUpTo(model, [after.phase.id]) };
    expect(review(model, after.model, { today: '2026-11-01', unread }).unread).toEqual(unread);
  });
});

describe('what could not be read of two texts', () => {
  const whole = 'team a "A"\nteam b "B"\nplatform p "P" { owner a }\n';
  it.each<readonly [string, string, rule: string, quiet: string, both: boolean]>([
    ['a name that means nothing', 'owner ghost', 'unresolved-name', 'A name here means nothing.', false],
    [
      'a statement that is made twice',
      'owner a  owner b',
      'duplicate-statement',
      'A statement here is made twice, and the first counts.',
      true,
    ],
    [
      'a statement in a wrong place',
      'owner a  seats 2',
      'misplaced-statement',
      'A statement here means nothing in this place.',
      true,
    ],
    [
      'an element of a name that is taken',
      'owner a }\nplatform p "Q" { owner b',
      'duplicate-name',
      'A name here is taken already, and what has it first counts.',
      true,
    ],
    ['a broken text', 'owner a "', 'syntax', 'The text here cannot be read.', true],
  ])('is %s', (_, said, rule, quiet, both) => {
    const text = whole.replace('owner a', said);
    const [id, none] = [`integrity/${rule}`, { before: [], after: [] }];
    const rules = ({ before, after }: Unread): unknown => ({
      before: [...new Set(before.map((each) => each.rule))],
      after: [...new Set(after.map((each) => each.rule))],
    });
    expect(rules(reviewOfTexts(whole, text).unread)).toEqual({ before: [], after: [id] });
    expect(rules(reviewOfTexts(text, whole).unread)).toEqual({ before: [id], after: [] });
    // What is lost on both sides may differ, unless the message says all of it.
    expect(rules(reviewOfTexts(text, text).unread)).toEqual(both ? { before: [id], after: [id] } : none);
    const [told] = reviewOfTexts(whole, text, { redact: 'people' }).unread.after;
    expect(told?.message).toBe(quiet);
  });
});
