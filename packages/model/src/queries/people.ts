import { occurrencesOf, perList } from '../by-document.ts';
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
export const people = perModel((model): readonly Somebody[] => {
  const found = new Map<string, Draft>();
  for (const person of model.byKind.person) found.set(person.id, declared(person, []));
  for (const role of model.byKind.role) {
    for (const holder of role.holders) {
      const key = keyOf(holder);
      const seat = { role, at: holder.at };
      const known = found.get(key);
      if (known) known.seats.push(seat);
      else found.set(key, { key, name: holder.name, seats: [seat] });
    }
  }
  return [...found.values()];
});

/** The person who holds a seat, or would hold it; undefined where nobody of that name is known. */
export function somebodyOf(model: OrgModel, holder: Pick<Holder, 'name' | 'person'>): Somebody | undefined {
  return somebodyBy(model, keyOf(holder));
}

/** Those of the people who have more than one seat. Most have one, and are passed over without being looked at. */
export const peopleInSeveralSeats = perModel((model): readonly Somebody[] =>
  peopleAmong(model, keysInSeveralSeats(model)),
);

/** The keys of those who have more than one seat. */
export function keysInSeveralSeats(model: OrgModel): Iterable<string> {
  return places(model).several;
}

/** Whether somebody holds more than one seat. */
export function holdsSeveralSeats(model: OrgModel, holder: Pick<Holder, 'name' | 'person'>): boolean {
  return places(model).hasSeveral(keyOf(holder));
}

/** Whether the organization names anybody in a seat. */
export const namesHolders = perModel((model): boolean => !places(sourceOf(model)).isEmpty);

/** Those of the people who have one of the keys, in the same order. */
export function peopleAmong(model: OrgModel, keys: Iterable<string>): readonly Somebody[] {
  return [...new Set(keys)].flatMap((key) => somebodyBy(model, key) ?? []).sort(inOrder);
}

function inOrder(a: Somebody, b: Somebody): number {
  if (a.person && b.person) return comparePlaces(a.person.at, b.person.at);
  const [seat, other] = [a.seats[0], b.seats[0]];
  if (a.person || b.person || !seat || !other) return a.person ? -1 : 1;
  return comparePlaces(seat.at, other.at) || indexIn(seat.role, a) - indexIn(other.role, b);
}

/** Several holders may stand in one statement. */
function indexIn({ holders }: Role, { key }: Somebody): number {
  return holders.findIndex((holder) => keyOf(holder) === key);
}

function somebodyBy(model: OrgModel, key: string): Somebody | undefined {
  const seats = places(model)
    .documents(key)
    .flatMap((uri) => seatsIn(elementsIn(model, uri)).get(key) ?? []);
  const person = findAs(model, key, 'person');
  if (person) return declared(person, seats);
  const [first] = seats;
  const name = first?.role.holders.find((holder) => keyOf(holder) === key)?.name;
  return name === undefined ? undefined : { key, name, seats };
}

type Seat = Somebody['seats'][number];
type Draft = Somebody & { readonly seats: Seat[] };

function declared(person: Person, seats: Seat[]): Draft {
  return { key: person.id, name: label(person), person, seats };
}

/** The seats of a document by the keys of their holders: made only of documents with somebody who is asked for. */
const seatsIn = perList((elements): ReadonlyMap<string, readonly Seat[]> => {
  const seats = new Map<string, Seat[]>();
  for (const role of elements) {
    if (role.kind !== 'role') continue;
    for (const holder of role.holders) {
      const key = keyOf(holder);
      const seat = { role, at: holder.at };
      const known = seats.get(key);
      if (known) known.push(seat);
      else seats.set(key, [seat]);
    }
  }
  return seats;
});

/** Where the seats of everybody are, by key. */
const places = occurrencesOf((elements) => {
  const keys: string[] = [];
  for (const element of elements) {
    if (element.kind === 'role') for (const holder of element.holders) keys.push(keyOf(holder));
  }
  return keys;
});

/** What tells one holder from another: the id of a declared person, or the quoted name. */
export function keyOf(holder: Pick<Holder, 'name' | 'person'>): string {
  return holder.person ?? JSON.stringify(holder.name.normalize('NFC'));
}
