import { type Scene, toSvg } from '@mktorg/chart';
import { drawReview, type Review } from '@mktorg/review';
import { Failure } from '../failure.ts';
import { clean } from '../terminal/clean.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Compared, Comparison } from './comparison.ts';

/** The difference drawn: the organization after, with marks on what is not as it was. */
export function svgDiff(comparison: Comparison, terminal: Terminal): string {
  return toSvg(sceneOf(comparison, reviewToDraw(comparison, terminal), terminal), { theme: 'auto' });
}

export function sceneOf({ from, to }: Comparison, review: Review, { err }: Terminal): Scene {
  const scene = drawReview(review, { title: `What changes: ${from} → ${to}` });
  for (const note of scene.notes) err.write(`${err.style('dim', clean(note))}\n`);
  return scene;
}

/** The first organization that differs: a picture has room for one. */
export function reviewToDraw({ organizations }: Comparison, { err }: Terminal): Review {
  const compared = organizations.filter(isCompared);
  const changed = compared.filter(({ review }) => review.changes.length > 0);
  const [first] = changed.length > 0 ? changed : compared;
  if (!first) throw new Failure('There is no organization on both sides that could be drawn.');
  const others = organizations.filter(
    (each) => each !== first && (!isCompared(each) || changed.includes(each)),
  );
  if (others.length > 0) {
    const names = others.map(({ name }) => clean(name)).join(', ');
    err.write(`The picture is of ${clean(first.name)}. Not in it: ${names}.\n`);
  }
  return first.review;
}

function isCompared(each: Compared): each is Extract<Compared, { readonly status: 'compared' }> {
  return each.status === 'compared';
}
