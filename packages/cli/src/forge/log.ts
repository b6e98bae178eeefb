import { counted, findingsOf } from '../check/checked.ts';
import { clean } from '../terminal/clean.ts';
import { type Build, countsOf } from './build.ts';

/** The line that the log of a build ends with. It starts with no text of a model: a forge might take that for a command. */
export function closingLine(build: Build): string {
  const { checked, review, changed, refused, failing } = build;
  const counts = countsOf(build);
  const all = counted(counts.findings, 'finding');
  const organizations = checked.organizations.map(({ model }) => clean(model.name)).join(', ');
  const mark = failing ? '✖' : '✔';
  if (!review) return `${mark} ${all} in ${organizations}; nothing to compare with.\n`;
  const parts = [
    ...(refused.length > 0 ? [`${counted(refused.length, 'refusal')} by a guard`] : []),
    ...(changed ? [counted(counts.structural, 'structural change')] : ['no differences']),
    counted(counts.fresh, 'new finding'),
    `${counts.fixed} fixed`,
    `${findingsOf(checked).length} in all`,
  ];
  return `${mark} ${organizations}, ${clean(review.from)} → ${clean(review.to)}: ${parts.join(', ')}.\n`;
}
