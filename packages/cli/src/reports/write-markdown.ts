import { cleanLines } from '../terminal/clean.ts';
import { cellText, isEmpty, type Table } from './table.ts';

/** The table as Markdown, with the columns that hold anything. Nothing in a model becomes markup, or a mention. */
export function toMarkdown(table: Table, asked: readonly string[]): string {
  const columns = table.columns.filter(
    ({ key }) => asked.includes(key) || table.rows.some((row) => !isEmpty(row[key])),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  let text = `## ${escapeMarkdown(table.title)}\n\n`;
  if (table.rows.length > 0) {
    text += line(columns.map(({ heading }) => heading));
    text += line(columns.map(({ numeric }) => (numeric ? '--:' : '---')));
    for (const row of table.rows) text += line(columns.map(({ key }) => escapeMarkdown(cellText(row[key]))));
    text += '\n';
  } else text += `${escapeMarkdown(table.none)}\n`;
  for (const note of table.notes) text += `${escapeMarkdown(note)}\n`;
  return text;
}

/**
 * Text that shows as it is, also in a cell of a table; `@` and `#` lead nowhere. Forges look for mentions in what
 * Markdown has been turned into, so that an entity would not keep them from it: a mark without width does.
 */
export function escapeMarkdown(text: string): string {
  return cleanLines(text)
    .replaceAll('\n', ' ')
    .replace(/[&<>]/g, (char) => (char === '&' ? '&amp;' : char === '<' ? '&lt;' : '&gt;'))
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replace(/@(?=\S)/g, '@\u200B')
    .replace(/^(\s*)([-=:]|\d+\.)/, '$1\\$2')
    .replace(/\b(https?|ftp):\/\//gi, '$1&#58;//')
    .replace(/\bwww\./gi, 'www&#46;');
}
