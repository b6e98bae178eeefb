import type { Notes } from '../report/collect.ts';
import type { RowOutcome } from '../report/report.ts';
import type { PersonRecord } from './record.ts';

/**
 * Rows that repeat one another: identical rows of one person become one, and of rows that share an identifier and
 * differ only the first keeps it. Identical rows without a name or identifier are seats, and stay.
 */
export function dropDuplicates(
  records: readonly PersonRecord[],
  notes: Notes,
): { readonly records: readonly PersonRecord[]; readonly left: readonly RowOutcome[] } {
  const kept: PersonRecord[] = [];
  const left: RowOutcome[] = [];
  const firstById = new Map<string, PersonRecord>();
  const firstByContent = new Map<string, PersonRecord>();
  for (const record of records) {
    const identity = record.ids.length > 0 || record.name !== '' || record.email !== '';
    const content = contentOf(record);
    const same = identity ? firstByContent.get(content) : undefined;
    if (same) {
      left.push(record.at);
      notes.add(
        {
          code: 'duplicate-row',
          severity: 'warning',
          what: `The row repeats line ${same.at.line}${same.at.table === record.at.table ? '' : ` of ${same.at.table}`}.`,
          done: 'It was imported once.',
          wayOut: 'Delete one of the two; where two people are meant, give each an id.',
        },
        [record.at],
      );
      continue;
    }
    firstByContent.set(content, record);
    const id = record.ids[0];
    const other = id === undefined ? undefined : firstById.get(id);
    if (other === undefined) {
      if (id !== undefined) firstById.set(id, record);
      kept.push({ ...record, index: kept.length });
      continue;
    }
    kept.push({ ...record, index: kept.length, ids: [] });
    notes.add(
      {
        code: 'duplicate-id',
        severity: 'warning',
        what: `The id ${id} stands on line ${other.at.line} already, with other values.`,
        done: `The row became a role of its own without an id; whoever reports to ${id} reports to line ${other.at.line}.`,
        wayOut: 'One person with two seats is fine like this; else give one of the rows its own id.',
      },
      [record.at],
    );
  }
  return { records: kept, left };
}

function contentOf(record: PersonRecord): string {
  const { index: _, at: __, ...content } = record;
  return JSON.stringify(content);
}
