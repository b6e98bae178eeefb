import type { ColumnReport, ImportNote, ImportReport } from './report.ts';

/** The report as plain text, for a terminal or a file: what came of it, the columns, and what could not be placed. */
export function describeReport(report: ImportReport): string {
  const tables = [...new Set([...report.columns, ...report.rows].map(({ table }) => table))];
  const sections = [
    countsLine(report),
    ...tables.map((table) => columnLines(table, report.columns)),
    ...report.notes.map((note) => noteLines(note)),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

/** `124 rows: 124 roles, 124 seats, 31 teams, 6 externals, 5 files.` */
function countsLine({ counts }: ImportReport): string {
  const { rows = 0, ...made } = counts;
  const parts = Object.entries(made).filter(([, count]) => count > 0);
  const named = parts.map(([what, count]) => `${count} ${count === 1 ? singular(what) : what}`);
  return `${rows} ${rows === 1 ? 'row' : 'rows'}: ${named.length > 0 ? named.join(', ') : 'nothing imported'}.`;
}

function singular(what: string): string {
  return what === 'people' ? 'person' : what === 'vacancies' ? 'vacancy' : what.replace(/s$/, '');
}

const unused: { readonly [how in ColumnReport['how']]?: string } = {
  'second-choice': 'another column holds this already',
  private: 'pay is left out unless it is mapped',
  ignored: 'ignored, as mapped',
  unknown: 'not known',
};

function columnLines(table: string, columns: readonly ColumnReport[]): string {
  const own = columns.filter((column) => column.table === table);
  const used = own.filter((column) => column.field !== undefined && !unused[column.how]);
  const rest = own.filter((column) => unused[column.how]);
  const lines = [
    ...(used.length > 0
      ? [
          `  used      ${used.map(({ heading, field }) => (heading === field ? heading : `${heading} → ${field}`)).join(', ')}`,
        ]
      : []),
    ...(rest.length > 0
      ? [`  not used  ${rest.map(({ heading, how }) => `${heading} (${unused[how]})`).join(', ')}`]
      : []),
  ];
  return lines.length > 0 ? [table, ...lines].join('\n') : '';
}

function noteLines(note: ImportNote): string {
  const place = note.rows.length > 0 ? `${places(note)}: ` : '';
  return [
    `${note.severity}: ${place}${note.what}`,
    `  ${[note.done, note.wayOut].filter(Boolean).join(' ')}`,
    ...(note.details ?? []).map((detail) => `    ${detail}`),
  ].join('\n');
}

const mostLines = 8;

/** `people.csv:12`, `people.csv, lines 12, 14 and 3 more`. */
function places({ rows }: ImportNote): string {
  const byTable = new Map<string, number[]>();
  for (const { table, line } of rows) {
    const lines = byTable.get(table);
    if (lines) lines.push(line);
    else byTable.set(table, [line]);
  }
  return [...byTable]
    .map(([table, lines]) => {
      if (rows.length === 1) return `${table}:${lines[0]}`;
      const shown = lines.sort((a, b) => a - b).slice(0, mostLines);
      const rest = lines.length - shown.length;
      return `${table}, ${lines.length === 1 ? 'line' : 'lines'} ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    })
    .join('; ');
}
