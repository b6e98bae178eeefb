import { type DifferenceOptions, drawDifference, type Scene } from '@mktorg/chart';
import type { Review } from './review.ts';

/** The chart after a change with marks on what is different; what nothing happens to is left out unless asked for. */
export function drawReview(
  { before, after, matching, changes }: Review,
  options: DifferenceOptions = {},
): Scene {
  return drawDifference(before, after, matching, changes, { focus: true, ...options });
}
