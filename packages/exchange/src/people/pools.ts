import type { RowOutcome } from '../report/report.ts';
import { fold } from '../text/clean.ts';
import type { PersonRecord } from './record.ts';

export interface Pools {
  readonly records: readonly PersonRecord[];
  /** What became of the rows that are seats of a pool, given what became of its first row. */
  rows(placed: readonly RowOutcome[]): readonly RowOutcome[];
}

/**
 * Rows that nothing tells apart are seats of one pool, unless others may report to them. Rows of somebody with an
 * identifier, a name or an address stay what they are.
 */
export function mergePools(records: readonly PersonRecord[]): Pools {
  const named = new Set(records.flatMap((record) => record.managers.map((mention) => fold(mention.text))));
  const first = new Map<string, number>();
  const merged: PersonRecord[] = [];
  const followers: { readonly of: number; readonly row: PersonRecord }[] = [];
  for (const record of records) {
    const key = named.has(fold(record.title)) ? undefined : poolKey(record);
    const at = key === undefined ? undefined : first.get(key);
    const pool = at === undefined ? undefined : merged[at];
    if (pool && at !== undefined) {
      merged[at] = { ...pool, seats: pool.seats + record.seats };
      followers.push({ of: at, row: record });
      continue;
    }
    if (key !== undefined) first.set(key, merged.length);
    merged.push({ ...record, index: merged.length });
  }
  return {
    records: merged,
    rows: (placed) =>
      followers.map(({ of, row }) => {
        const element = placed[of]?.element;
        return { ...row.at, ...(element !== undefined && { element }) };
      }),
  };
}

function poolKey(record: PersonRecord): string | undefined {
  const known = record.ids.length > 0 || record.name !== '' || record.email !== '' || record.position !== '';
  if (known) return undefined;
  const { index: _, at: __, seats: ___, ...content } = record;
  return JSON.stringify(content);
}
