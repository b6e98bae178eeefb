import { list } from '@mktorg/model';
/** What a report comes to, before it is laid out: plain data. */
export interface Table {
  /** `platforms`, `roster` …: how the report is called in a call and in JSON. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What the rows do not say: totals, what was derived. */
  readonly notes: readonly string[];
  /** What the rows would be, and why there is none: said only where there is none. */
  readonly none: string;
}

export interface Column {
  /** Stable name of the column in calls, CSV and JSON. */
  readonly key: string;
  readonly heading: string;
  /** Stands in the terminal too, where there is no room for all. */
  readonly brief?: true;
  /** The value that says nothing new: left out where a row is told line by line. */
  readonly usual?: string;
  readonly numeric?: true;
}

/** Columns that several reports have. */
export const nameInModel: Column = { key: 'name', heading: 'Name in the model' };
export const sourceId: Column = { key: 'id', heading: 'Source id' };

/** Values by column. Absent or empty: the model does not say. */
export type Row = { readonly [column: string]: Cell };
export type Cell = string | number | readonly string[] | undefined;

export function isEmpty(cell: Cell): boolean {
  return cell === undefined || cell === '' || (typeof cell === 'object' && cell.length === 0);
}

/** A value in one line. */
export function cellText(cell: Cell, separator = ', '): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? cell : cell.join(separator);
}

/** The table with only the rows in which one of the columns is empty. */
export function withMissing(table: Table, columns: readonly string[]): Table {
  const rows = table.rows.filter((row) => columns.some((column) => isEmpty(row[column])));
  const all = table.rows.length;
  const none = `Nothing is missing: ${all === 1 ? 'the one row says' : `all ${all.toLocaleString('en')} rows say`} ${list(columns, 'and')}.`;
  return { ...table, rows, ...(all > 0 && { none }) };
}
