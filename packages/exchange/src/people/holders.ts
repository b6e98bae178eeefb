import { counted, type Notes } from '../report/collect.ts';
import type { Block } from '../text/block.ts';
import { quote } from '../text/block.ts';
import { fold } from '../text/clean.ts';
import { identifier, type Names } from '../text/identifier.ts';
import type { PersonRecord } from './record.ts';

/** Who sits in the seats, and the people who need a declaration for that. */
export interface Holders {
  /** What stands behind `held by`; undefined for seats without a holder. */
  holderOf(record: PersonRecord): string | undefined;
  /** The declaration of the holder, to stand where the record is the first that names them. */
  personOf(record: PersonRecord): Block | undefined;
  /** Whether the place and the share of a full-time seat are said of the person and not of the role. */
  declares(record: PersonRecord): boolean;
  readonly people: number;
}

/**
 * Names stand in quotes, and people are declared where a quoted name would not do: two share a name, or there is
 * more to say of them. Where the source has no names but knows which seats are held, its identifiers stand for them.
 */
export function assignHolders(
  records: readonly PersonRecord[],
  kind: 'names' | 'codes' | 'unknown',
  locationOf: (record: PersonRecord) => string,
  names: Names,
  notes: Notes,
): Holders {
  const held = new Map<number, string>();
  const declared = new Map<number, Block>();
  const detailed = new Set<number>();
  const everybody = new Set<string>();
  for (const [, namesakes] of groupByName(records, kind)) {
    const byPerson = groupByPerson(namesakes);
    if (byPerson.size > 1) noteNamesakes([...byPerson.values()].flat(), notes);
    for (const [key, seats] of byPerson) {
      const first = seats[0];
      if (!first) continue;
      everybody.add(`${fold(first.name || first.code)}\n${key}`);
      const label = first.name || first.code;
      const details = kind === 'names' ? detailsOf(seats, locationOf) : [];
      if (byPerson.size === 1 && details.length === 0) {
        for (const seat of seats) held.set(seat.index, quote(label));
        continue;
      }
      const name = names.take(identifier(label, 'person'));
      for (const seat of seats) {
        held.set(seat.index, name);
        detailed.add(seat.index);
      }
      declared.set(first.index, { header: `person ${name} ${quote(label)}`, statements: details });
    }
  }
  return {
    holderOf: (record) => held.get(record.index),
    personOf: (record) => declared.get(record.index),
    declares: (record) => detailed.has(record.index),
    people: everybody.size,
  };
}

function groupByName(
  records: readonly PersonRecord[],
  kind: 'names' | 'codes' | 'unknown',
): ReadonlyMap<string, readonly PersonRecord[]> {
  const groups = new Map<string, PersonRecord[]>();
  if (kind === 'unknown') return groups;
  for (const record of records) {
    const name = record.vacant ? '' : kind === 'names' ? record.name : record.code;
    if (name === '') continue;
    const list = groups.get(fold(name) || name);
    if (list) list.push(record);
    else groups.set(fold(name) || name, [record]);
  }
  return groups;
}

/** Rows of one name are one person unless an identifier or an e-mail address says otherwise. */
function groupByPerson(namesakes: readonly PersonRecord[]): ReadonlyMap<string, readonly PersonRecord[]> {
  const groups = new Map<string, PersonRecord[]>();
  for (const record of namesakes) {
    const key = record.email || record.code;
    const list = groups.get(key);
    if (list) list.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

function detailsOf(
  seats: readonly PersonRecord[],
  locationOf: (record: PersonRecord) => string,
): readonly string[] {
  const [first] = seats;
  const location = first ? locationOf(first) : '';
  const fte = first && seats.length === 1 && first.seats === 1 ? first.fte : 1;
  return [...(location ? [`location ${quote(location)}`] : []), ...(fte !== 1 ? [`fte ${fte}`] : [])];
}

function noteNamesakes(records: readonly PersonRecord[], notes: Notes): void {
  notes.add(
    {
      code: 'namesakes',
      severity: 'info',
      what: `${counted(records.length, 'row has', 'rows have')} the same name, "${records[0]?.name ?? ''}", and different ids or e-mail addresses.`,
      done: 'Taken as different people, each declared as a `person`.',
    },
    records.map((record) => record.at),
  );
}
