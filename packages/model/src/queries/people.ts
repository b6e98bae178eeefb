import type { Holder, Person, Role } from '../elements.ts';
import { label } from '../elements.ts';
import { perDocument, perModel } from '../memo.ts';
import type { OrgModel } from '../model.ts';
import { findAs } from '../model.ts';
import type { Place } from '../place.ts';

/** Somebody in the organization: a declared person, or a name that stands in quotes. */
export interface Somebody {
  /** The id of a declared person; otherwise the name in quotes. */
  readonly key: string;
  readonly name: string;
  readonly person?: Person;
  readonly seats: readonly { readonly role: Role; readonly at: Place }[];
}

/** Declared persons first, then quoted names in the order of their first seat. Equal quoted names are one person. */
export const people = perModel((model): readonly Somebody[] => peopleAmong(model, () => true));

/** Those of the people who have more than one seat. Most have one, and are passed over without being looked at. */
export const peopleInSeveralSeats = perModel((model): readonly Somebody[] => {
  const keys = keysInSeveralSeats(model);
  return peopleAmong(model, (key) => keys.has(key)).filter(({ seats }) => seats.length > 1);
});

/** The keys of those who have more than one seat. */
export const keysInSeveralSeats = perModel((model): ReadonlySet<string> => {
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const held of heldIn(model)) {
    for (const { key } of held) {
      if (seen.has(key)) several.add(key);
      else seen.add(key);
    }
  }
  return several;
});

/** Those of the people whose key is wanted, in the same order. */
export function peopleAmong(model: OrgModel, isWanted: (key: string) => boolean): readonly Somebody[] {
  const found = new Map<string, { name: string; person?: Person; seats: { role: Role; at: Place }[] }>();
  for (const person of model.byKind.person) {
    if (isWanted(person.id)) found.set(person.id, { name: label(person), person, seats: [] });
  }
  for (const { key, holder, role } of heldIn(model).flat()) {
    if (!isWanted(key)) continue;
    const seat = { role, at: holder.at };
    const known = found.get(key);
    if (known) {
      known.seats.push(seat);
      continue;
    }
    const person = findAs(model, holder.person, 'person');
    found.set(key, { name: holder.name, ...(person && { person }), seats: [seat] });
  }
  return [...found].map(([key, somebody]) => ({ key, ...somebody }));
}

interface Held {
  readonly key: string;
  readonly holder: Holder;
  readonly role: Role;
}

const heldIn = perDocument((elements): readonly Held[] => {
  const held: Held[] = [];
  for (const role of elements) {
    if (role.kind !== 'role') continue;
    for (const holder of role.holders) held.push({ key: keyOf(holder), holder, role });
  }
  return held;
});

/** What tells one holder from another: the id of a declared person, or the quoted name. */
export function keyOf(holder: Holder): string {
  return holder.person ?? JSON.stringify(holder.name.normalize('NFC'));
}
