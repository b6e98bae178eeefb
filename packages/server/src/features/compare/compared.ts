import type { DifferenceOptions, Scene } from '@mktorg/chart';
import type { OrgModel } from '@mktorg/model';
import { drawReview, type Review, review } from '@mktorg/review';
import type { ComparedChanges } from '../../protocol.ts';
import { changesOf } from './changes.ts';
import type { Sides } from './sides.ts';

/** Two states of an organization, compared. */
export interface Compared {
  readonly review: Review;
  readonly changes: ComparedChanges;
}

export interface CompareOptions {
  /** ISO date of the day on which both are judged. */
  readonly today: string;
  readonly redact?: 'people';
}

interface Remembered extends CompareOptions {
  readonly before: OrgModel;
  readonly compared: Compared;
}

/** By the model after. */
const remembered = new WeakMap<OrgModel, Remembered[]>();

/** Compares two states; what was compared already is not compared again. O(size of both). */
export function compareSides(sides: Sides, { today, redact }: CompareOptions): Compared {
  const { before, after, from, to, matching, unread, only, checked, statements } = sides;
  const known = remembered.get(after) ?? [];
  const same = known.find(
    (each) =>
      each.before === before &&
      each.today === today &&
      each.redact === redact &&
      each.compared.changes.from === from &&
      each.compared.changes.to === to,
  );
  if (same) return same.compared;
  const found = review(before, after, {
    today,
    checked,
    ...(matching && { matching }),
    ...(unread && { unread }),
    ...(only && { only }),
    ...(redact && { redact }),
  });
  const compared = { review: found, changes: changesOf(found, from, to, statements) };
  remembered.set(after, [...known.slice(-3), { before, today, ...(redact && { redact }), compared }]);
  return compared;
}

/** The chart after, with marks on what is different. */
export function drawCompared(
  { review: found }: Compared,
  { from, to }: Pick<Sides, 'from' | 'to'>,
  options: DifferenceOptions,
): Scene {
  return drawReview(found, { focus: false, title: `${from} → ${to}`, ...options });
}
