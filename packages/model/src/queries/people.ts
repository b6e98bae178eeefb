import { occurrencesOf } from '../by-document.ts';
import type { Holder, Person, Role } from '../elements.ts';
import { label } from '../elements.ts';
import { perModel } from '../memo.ts';
import type { OrgModel } from '../model.ts';
import { elementsIn, findAs } from '../model.ts';
import type { Place } from '../place.ts';
import { comparePlaces } from '../place.ts';
import { sourceOf } from '../source.ts';

/** Somebody in the organization: a declared person, or a name that stands in quotes. */
export interface Somebody {
  /** The id of a declared person; otherwise the name in quotes. */
  readonly key: string;
  readonly name: string;
  readonly person?: Person;
  readonly seats: readonly { readonly role: Role; readonly at: Place }[];
}

/** Declared persons first, then quoted names in the order of their first seat. Equal quoted names are one person. */
export const people = perModel((model): readonly Somebody[] =>
  gathered(model, model.byKind.person, model.documents, () => true),
);

/** Those of the people who have more than one seat. Most have one, and are passed over without being looked at. */
export const peopleInSeveralSeats = perModel((model): readonly Somebody[] =>
  peopleAmong(model, keysInSeveralSeats(model)).filter(({ seats }) => seats.length > 1),
);

/** The keys of those who have more than one seat. */
export function keysInSeveralSeats(model: OrgModel): Iterable<string> {
  return seats(model).several;
}

/** Whether the organization names anybody in a seat. */
export function namesHolders(model: OrgModel): boolean {
  return !seats(sourceOf(model)).isEmpty;
}

/** Those of the people who have one of the keys, in the same order. */
export function peopleAmong(model: OrgModel, keys: Iterable<string>): readonly Somebody[] {
  const wanted = new Set(keys);
  const persons: Person[] = [];
  const documents = new Set<string>();
  for (const key of wanted) {
    const person = findAs(model, key, 'person');
    if (person) persons.push(person);
    for (const uri of seats(model).documents(key)) documents.add(uri);
  }
  persons.sort((a, b) => comparePlaces(a.at, b.at));
  return gathered(model, persons, [...documents].sort(), (key) => wanted.has(key));
}

function gathered(
  model: OrgModel,
  persons: readonly Person[],
  documents: readonly string[],
  isWanted: (key: string) => boolean,
): readonly Somebody[] {
  const found = new Map<string, Somebody & { readonly seats: Somebody['seats'][number][] }>();
  for (const person of persons) {
    found.set(person.id, { key: person.id, name: label(person), person, seats: [] });
  }
  for (const uri of documents) {
    for (const role of elementsIn(model, uri)) {
      if (role.kind !== 'role') continue;
      for (const holder of role.holders) {
        const key = keyOf(holder);
        if (!isWanted(key)) continue;
        const seat = { role, at: holder.at };
        const known = found.get(key);
        if (known) known.seats.push(seat);
        else found.set(key, somebody(model, key, holder, seat));
      }
    }
  }
  return [...found.values()];
}

function somebody(model: OrgModel, key: string, holder: Holder, seat: Somebody['seats'][number]) {
  const person = findAs(model, holder.person, 'person');
  return { key, name: holder.name, ...(person && { person }), seats: [seat] };
}

/** The seats of everybody, by key. */
const seats = occurrencesOf((elements) => {
  const keys: string[] = [];
  for (const element of elements) {
    if (element.kind === 'role') for (const holder of element.holders) keys.push(keyOf(holder));
  }
  return keys;
});

/** What tells one holder from another: the id of a declared person, or the quoted name. */
export function keyOf(holder: Holder): string {
  return holder.person ?? JSON.stringify(holder.name.normalize('NFC'));
}
