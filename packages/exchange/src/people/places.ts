import { counted, type Notes } from '../report/collect.ts';
import type { PersonRecord } from './record.ts';

/** Where each record is, as far as it is worth a line: what nine of ten rows say would be noise on every one. */
export function readPlaces(records: readonly PersonRecord[], notes: Notes): (record: PersonRecord) => string {
  const counts = new Map<string, number>();
  for (const { location } of records) if (location) counts.set(location, (counts.get(location) ?? 0) + 1);
  const [usual, count] =
    [...counts].find(([, n]) => records.length >= 10 && n * 10 >= records.length * 9) ?? [];
  if (usual !== undefined) {
    notes.add({
      code: 'usual-location',
      severity: 'info',
      what: `${count} of ${counted(records.length, 'row')} are at "${usual}".`,
      done: 'A location is written only where it differs.',
    });
  }
  return (record) => (record.location === usual ? '' : record.location);
}
