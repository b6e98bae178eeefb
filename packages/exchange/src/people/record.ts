import type { SourceRow } from '../report/report.ts';

/** One row of a table of people, understood cell by cell and not yet placed. */
export interface PersonRecord {
  /** Position among the records of all tables: the order of everything that is decided by order. */
  readonly index: number;
  readonly at: SourceRow;
  /** Every identifier of the row; the first is the one that is kept. */
  readonly ids: readonly string[];
  /** What stands for the holder where the source has no names: the first identifier. */
  readonly code: string;
  readonly name: string;
  readonly email: string;
  /** Short name of the position in the source. */
  readonly position: string;
  /** Without `(Interim)`. */
  readonly title: string;
  readonly interim: boolean;
  readonly managers: readonly ManagerMention[];
  readonly dotted: readonly string[];
  readonly division: string;
  /** Most rows name one; some sources list several. */
  readonly departments: readonly string[];
  readonly team: string;
  readonly location: string;
  /** 1 unless the file says otherwise. */
  readonly fte: number;
  readonly seats: number;
  readonly level: string;
  readonly vacant: boolean;
  /** Contractor, intern …; empty for employees. */
  readonly engagement: string;
  readonly start: string;
  readonly cost: string;
  /** What the seat is about, beyond its title. */
  readonly specialty: string;
  readonly notes: readonly string[];
}

export interface ManagerMention {
  readonly by: 'any' | 'id' | 'name' | 'email' | 'position';
  readonly text: string;
}

/** What a reader calls it. */
export function labelOf(record: PersonRecord): string {
  return record.title || record.name || record.position || record.code;
}
