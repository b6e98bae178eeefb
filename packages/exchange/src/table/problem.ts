/** Something wrong with a file as such, before anything in it is understood. */
export interface TableProblem {
  readonly code:
    | 'not-text'
    | 'unknown-encoding'
    | 'guessed-encoding'
    | 'unreadable-characters'
    | 'garbled-characters'
    | 'empty'
    | 'no-rows'
    | 'lines-above-headings'
    | 'duplicate-heading'
    | 'missing-heading'
    | 'too-many-cells'
    | 'too-few-cells'
    | 'quotes';
  /** An error leaves nothing to import; a warning may have cost something; an info is said for completeness. */
  readonly severity: 'error' | 'warning' | 'info';
  readonly what: string;
  readonly done: string;
  readonly wayOut?: string;
  /** Lines of the file, from 1; empty where the whole file is meant. */
  readonly lines: readonly number[];
}
