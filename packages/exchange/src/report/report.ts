import type { ColumnUse } from '../headings/recognize.ts';

/** What an import did with the tables: nothing in them is neither in the files nor here. */
export interface ImportReport {
  readonly counts: { readonly [what: string]: number };
  readonly columns: readonly ColumnReport[];
  /** Errors first, then warnings, then information; inside, in the order of the tables and lines. */
  readonly notes: readonly ImportNote[];
  /** What became of every row. */
  readonly rows: readonly RowOutcome[];
}

export interface ColumnReport extends ColumnUse {
  readonly table: string;
}

export interface SourceRow {
  readonly table: string;
  /** Line of the file, from 1. */
  readonly line: number;
}

export interface RowOutcome extends SourceRow {
  /** Qualified name of the element that the row became; absent where it became none, and a note says why. */
  readonly element?: string;
}

/** Something that could not be placed as it stands: what was found, what was done about it, and a way out. */
export interface ImportNote {
  /** Stable, for instance `manager-not-in-file`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly what: string;
  readonly done: string;
  readonly wayOut?: string;
  /** One by one, where the sentences sum up several. */
  readonly details?: readonly string[];
  /** The rows that it is about; none where it is about a whole file. */
  readonly rows: readonly SourceRow[];
}
