import { type DifferenceOptions, drawDifference, type Scene } from '@mktorg/chart';
import { type Change, find, redactPeople } from '@mktorg/model';
import type { Review } from './review.ts';

/** The chart after a change with marks on what is different; what nothing happens to is left out unless asked for. */
export function drawReview(review: Review, options: DifferenceOptions = {}): Scene {
  const { before, after, matching, changes } = review.redacted ? withoutHolders(review) : review;
  const { redactPeople: _, ...rest } = options;
  return drawDifference(before, after, matching, changes, { focus: true, ...rest });
}

/** A chart without people has roles only: numbers of people would say nothing on a card, but that they changed does. */
function withoutHolders(review: Review): Pick<Review, 'before' | 'after' | 'matching' | 'changes'> {
  const [before, after] = [redactPeople(review.before), redactPeople(review.after)];
  const changes = review.changes.flatMap((change): readonly Change[] => {
    if (change.type === 'added' || change.type === 'removed') {
      const element = find(change.type === 'added' ? after : before, change.element.id);
      return element ? [{ ...change, element }] : [];
    }
    return change.type === 'settings' || find(after, change.after) ? [change] : [];
  });
  return { before, after, matching: review.matching, changes };
}
