import { type ImportReport, importPeople, readTable } from '@mktorg/exchange';
import { standardVocabulary } from '@mktorg/language';
import type { ImportAnswer, ImportParams } from '../../protocol.ts';

/** Texts of the language out of spreadsheets, and what could not be placed. */
export function importTables({ files }: ImportParams): ImportAnswer {
  const tables = files.map(({ name, base64 }) => readTable(bytesOf(base64), { name }));
  const { files: texts, report } = importPeople(tables, { vocabulary: standardVocabulary() });
  return { files: [...texts].map(([path, text]) => ({ path, text })), report: reportText(report) };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

/** Plain text: what was made, then everything that could not be placed as it stood. */
function reportText({ counts, notes }: ImportReport): string {
  const made = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  const said = notes.map(({ severity, what, done, wayOut, details = [], rows }) => {
    const lines = rows.slice(0, 10).map(({ table, line }) => `${table}:${line}`);
    const more = rows.length > lines.length ? [`and ${rows.length - lines.length} more`] : [];
    return [
      `${severity}: ${what} ${done}`,
      ...(wayOut === undefined ? [] : [`  ${wayOut}`]),
      ...details.map((detail) => `  - ${detail}`),
      ...(lines.length > 0 ? [`  ${[...lines, ...more].join(', ')}`] : []),
    ].join('\n');
  });
  return `${[made.join(', '), ...said].join('\n\n')}\n`;
}
