import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { machineText, type Report, tablesOf, toMarkdown } from './report.ts';

const page = path.join(import.meta.dirname, '../docs/performance.md');
const start = '<!-- measured: written by `npm run bench -- --docs` -->';
const end = '<!-- end of what was measured -->';

/** Puts the tables of a run in the place of those of the last one. */
export function writeDocs(report: Report): string {
  const text = readFileSync(page, 'utf8');
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${page} has no place for the tables: ${start} … ${end}`);
  const tables = tablesOf(report).map(toMarkdown);
  const measured = [machineText(report), ...tables].join('\n\n');
  writeFileSync(page, `${text.slice(0, from + start.length)}\n\n${measured}\n\n${text.slice(to)}`);
  return page;
}
