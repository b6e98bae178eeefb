import type { TableProblem } from './problem.ts';

/** A spreadsheet as read: headings and rows, each with the line of the file where it starts. */
export interface Table {
  /** What the report calls it: the name of the file. */
  readonly name: string;
  readonly headings: readonly string[];
  /** Rows with at least one cell that is not blank; each has as many cells as there are headings. */
  readonly rows: readonly Row[];
  /** As given or recognized: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252` … */
  readonly encoding: string;
  readonly delimiter: string;
  /** What was wrong with the text itself. Rows are here all the same, as far as they could be read. */
  readonly problems: readonly TableProblem[];
}

export interface Row {
  /** Line of the file, from 1. A quoted cell may make a row span several lines: this is its first. */
  readonly line: number;
  /** Without blanks at either end. */
  readonly cells: readonly string[];
}
