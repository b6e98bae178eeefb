import { escapeMarkdown } from '@mktorg/review';
import type { Finding } from '@mktorg/rules';
import { type Checked, countBySeverity, counted, findingsOf, severities } from '../check/checked.ts';
import { clean } from '../terminal/clean.ts';

const most = 100;
const longest = 400;

/** Findings as a table for a summary, where there is no comparison to tell about: the worst first, the rest counted. */
export function findingsMarkdown(checked: Checked): string {
  const all = findingsOf(checked);
  const counts = countBySeverity(all);
  const parts = severities.flatMap((each) => (counts[each] > 0 ? [counted(counts[each], each)] : []));
  const names = checked.organizations.slice(0, 8).map(({ model }) => plain(model.name));
  const title = `## ${names.join(', ')}\n\n${parts.length === 0 ? 'No findings.' : `${parts.join(', ')}.`}\n`;
  if (all.length === 0) return title;
  const shown = severities.flatMap((each) => all.filter(({ severity }) => severity === each)).slice(0, most);
  const row = ({ severity, message, at, rule }: Finding): string =>
    `| ${severity} | ${plain(message)} | ${plain(checked.show(at.uri))}\\:${at.line + 1}<br>${plain(rule)} |`;
  const rest =
    all.length > shown.length ? `\n… and ${counted(all.length - shown.length, 'more finding')}.\n` : '';
  return `${title}\n|  | What is found | Where |\n| --- | --- | --- |\n${shown.map(row).join('\n')}\n${rest}`;
}

function plain(text: string): string {
  const letters = [...clean(text)];
  return escapeMarkdown(
    letters.length <= longest ? letters.join('') : `${letters.slice(0, longest - 1).join('')}…`,
  );
}
