import { afterPhases } from '@mktorg/model';
import { describe, expect, it } from 'vitest';
import { organizationOf } from '../../model/src/testing/organization.ts';
import { review } from './review.ts';
import { unreadUpTo } from './unread.ts';

const text = `team a "A" { lead ghost }
team b "B
plan p "P" {
  phase one "One" { move a to nowhere }
  phase two "Two" { remove nothing }
}
plan q "Q" {
  phase other "Other" { remove nobody }
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
