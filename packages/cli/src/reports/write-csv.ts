import { type Cell, cellText, type Table } from './table.ts';

/** The table as RFC 4180 writes it, under the names of the columns. */
export function toCsv(table: Table): string {
  const lines = [
    table.columns.map(({ key }) => key),
    ...table.rows.map((row) => table.columns.map(({ key }) => textOf(row[key]))),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

/** Spreadsheets run what starts like a formula; an apostrophe before it makes it text. */
function textOf(cell: Cell): string {
  const text = cellText(cell, '; ');
  return typeof cell !== 'number' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
