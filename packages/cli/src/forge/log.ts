import { counted, findingsOf } from '../check/checked.ts';
import { clean } from '../terminal/clean.ts';
import type { Build } from './build.ts';
import { countsOf } from './outputs.ts';

/** The line that the log of a build ends with. It starts with no text of a model: a forge might take that for a command. */
export function closingLine(build: Build): string {
  const { checked, review, refused, failing } = build;
  const all = findingsOf(checked).length;
  const names = review?.organizations ?? checked.organizations.map(({ model }) => model);
  const organizations = names.map(({ name }) => clean(name)).join(', ') || 'No organization';
  const mark = failing ? '✖' : '✔';
  if (!review) return `${mark} ${counted(all, 'finding')} in ${organizations}; nothing to compare with.\n`;
  const { changed, structural, fresh, fixed } = countsOf(review);
  const parts = [
    ...(refused.length > 0 ? [`${counted(refused.length, 'refusal')} by a guard`] : []),
    ...(changed ? [counted(structural, 'structural change')] : ['no differences']),
    counted(fresh, 'new finding'),
    `${fixed} fixed`,
    `${all} in all`,
  ];
  return `${mark} ${organizations}, ${clean(review.from)} → ${clean(review.to)}: ${parts.join(', ')}.\n`;
}
