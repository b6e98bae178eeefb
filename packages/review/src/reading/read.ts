import schema from '../../schema/review.schema.json' with { type: 'json' };
import type { ReviewDocument } from '../document.ts';
import { flat } from '../escape.ts';
import { troubleIn } from './conforms.ts';

/** A review as somebody else wrote it down, or why it is none. */
export type ReadReview =
  | { readonly review: ReviewDocument }
  /** A sentence without a period. May quote what was read: one line, nothing that steers a terminal. */
  | { readonly trouble: string };

/** Far above any comment's worth. */
const longest = 64_000_000;

/**
 * Reads a review that comes from somebody who is not to be trusted. What it returns has the shape that the schema says,
 * and so can be written as any review; its texts and numbers are still theirs.
 */
export function readReview(text: string): ReadReview {
  if (text.length > longest) return { trouble: 'It is too long for a review' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { trouble: 'It is no JSON' };
  }
  if (isReview(value)) return { review: value };
  const trouble = flat(troubleIn(value, schema, schema) ?? '');
  return { trouble: trouble.length > 200 ? `…${trouble.slice(-200)}` : trouble };
}

function isReview(value: unknown): value is ReviewDocument {
  return troubleIn(value, schema, schema) === undefined;
}
