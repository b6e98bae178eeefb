import type { Holder, Person, Role } from '../elements.ts';
import { label } from '../elements.ts';
import { perModel } from '../memo.ts';
import { findAs } from '../model.ts';
import type { Place } from '../place.ts';

/** Somebody in the organisation: a declared person, or a name that stands in quotes. */
export interface Somebody {
  /** The id of a declared person; otherwise the name in quotes. */
  readonly key: string;
  readonly name: string;
  readonly person?: Person;
  readonly seats: readonly { readonly role: Role; readonly at: Place }[];
}

/** Declared persons first, then quoted names in the order of their first seat. Equal quoted names are one person. */
export const people = perModel((model): readonly Somebody[] => {
  const found = new Map<string, { name: string; person?: Person; seats: { role: Role; at: Place }[] }>();
  for (const person of model.byKind.person) found.set(person.id, { name: label(person), person, seats: [] });
  for (const role of model.byKind.role) {
    for (const holder of role.holders) {
      const key = keyOf(holder);
      const person = findAs(model, holder.person, 'person');
      const known = found.get(key) ?? { name: holder.name, ...(person && { person }), seats: [] };
      known.seats.push({ role, at: holder.at });
      found.set(key, known);
    }
  }
  return [...found].map(([key, somebody]) => ({ key, ...somebody }));
});

/** What tells one holder from another: the id of a declared person, or the quoted name. */
export function keyOf(holder: Holder): string {
  return holder.person ?? JSON.stringify(holder.name.normalize('NFC'));
}
