import type { Table } from '../table/table.ts';
import type { ImportNote, SourceRow } from './report.ts';

const severities = ['error', 'warning', 'info'];

/** The notes of an import in the making. */
export class Notes {
  readonly #notes: ImportNote[] = [];

  add(note: Omit<ImportNote, 'rows'>, rows: readonly SourceRow[] = []): void {
    this.#notes.push({ ...note, rows });
  }

  /** What reading the file found. */
  addTable(table: Table): void {
    for (const { lines, ...problem } of table.problems) {
      this.add(
        lines.length > 0 ? problem : { ...problem, what: `${table.name}: ${problem.what}` },
        lines.map((line) => ({ table: table.name, line })),
      );
    }
  }

  /** By severity; those of one severity stay in the order in which they were found. */
  sorted(): readonly ImportNote[] {
    return [...this.#notes].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  }
}

/** `1 row`, `3 rows`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** `"A", "B" and 3 more`, quoted. */
export function quotedList(values: readonly string[], most = 5): string {
  const shown = values.slice(0, most).map((value) => `"${value}"`);
  if (values.length > most) return `${shown.join(', ')} and ${values.length - most} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
}

/** `line 4`, `lines 4, 7 and 9`, `lines 4, 7, 9 and 12 more`. */
export function linesOf(rows: readonly SourceRow[], most = 12): string {
  const shown = rows.slice(0, most).map((row) => String(row.line));
  if (shown.length === 1) return `line ${shown[0]}`;
  const rest = rows.length - shown.length;
  if (rest > 0) return `lines ${shown.join(', ')} and ${rest} more`;
  return `lines ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
