import type { Committee, Element, ElementId, Initiative, Member, Role } from '../elements.ts';
import { label } from '../elements.ts';
import { perModel } from '../memo.ts';
import type { OrgModel } from '../model.ts';
import { find } from '../model.ts';
import type { Place } from '../place.ts';
import type { Somebody } from './people.ts';
import { keyOf, keysInSeveralSeats, people, peopleAmong } from './people.ts';

export interface AllocationPart {
  /** Of one full-time seat; 0 where a membership states none. */
  readonly share: number;
  /** The role, initiative or committee that takes the share. */
  readonly in: ElementId;
  readonly at: Place;
}

/** How much of somebody's time is promised. */
export interface Allocation {
  readonly key: string;
  readonly label: string;
  readonly person?: ElementId;
  /** The role, where nobody is known to sit in it, or several do: then it is about one of its seats. */
  readonly role?: ElementId;
  /** Relative to what the person or seat has to give: above 1 it is too much. */
  readonly total: number;
  /** What the total is made of. */
  readonly parts: readonly AllocationPart[];
}

/**
 * How much of everybody's time is promised, by the larger of two sums: the seats that they hold, and their memberships
 * in initiatives and committees. The two are not added to one another, for what a tiger team takes of a designer comes
 * out of the designer's seat. A membership counts for a person where it names the person, or a role that only this
 * person holds; a role with no or several holders is counted for itself, as it is not said which of them takes part.
 */
export const allocations = perModel((model): readonly Allocation[] => allocationsOf(model, people(model)));

/** Those of the allocations that have more than one part: all that can be too much by adding up. */
export const dividedAllocations = perModel((model): readonly Allocation[] => {
  const keys = new Set(keysInSeveralSeats(model));
  for (const { members } of groupsOf(model)) {
    for (const member of members) {
      const key = keyOfMember(find(model, member.who));
      if (key !== undefined) keys.add(key);
    }
  }
  const among = peopleAmong(model, keys);
  return allocationsOf(model, among).filter(({ parts }) => parts.length > 1);
});

/** `among` holds at least everybody whose time a membership takes. */
function allocationsOf(model: OrgModel, among: readonly Somebody[]): readonly Allocation[] {
  const drafts = new Map<string, Draft>();
  for (const { key, name, person, seats } of among) {
    const held = seats.map(({ role, at }) => ({ share: fteOf(role), in: role.id, at }));
    drafts.set(key, {
      label: name,
      ...(person && { person: person.id }),
      capacity: person?.fte?.value,
      seats: held,
      memberships: [],
    });
  }
  for (const group of groupsOf(model)) {
    for (const member of group.members) {
      const { share = 0, at } = member;
      draftOf(model, member, drafts)?.memberships.push({ share, in: group.id, at });
    }
  }
  return [...drafts].flatMap(([key, draft]) => allocationOf(key, draft) ?? []);
}

function groupsOf(model: OrgModel): readonly (Initiative | Committee)[] {
  return [...model.byKind.initiative, ...model.byKind.committee];
}

interface Draft {
  readonly label: string;
  readonly person?: ElementId;
  readonly role?: ElementId;
  /** In full-time equivalents, if it is stated. */
  readonly capacity: number | undefined;
  readonly seats: readonly AllocationPart[];
  readonly memberships: AllocationPart[];
}

/** Whose time a membership takes; nobody's, where it names a team or somebody outside. */
function draftOf(model: OrgModel, member: Member, drafts: Map<string, Draft>): Draft | undefined {
  const who = find(model, member.who);
  const key = keyOfMember(who);
  if (key !== undefined) return drafts.get(key);
  if (who?.kind !== 'role') return undefined;
  let draft = drafts.get(who.id);
  if (!draft) {
    const fte = fteOf(who);
    const seat = { share: fte, in: who.id, at: who.nameAt };
    draft = { label: label(who), role: who.id, capacity: fte, seats: [seat], memberships: [] };
    drafts.set(who.id, draft);
  }
  return draft;
}

/** The person that a membership means: named, or the only one in the role. */
function keyOfMember(who: Element | undefined): string | undefined {
  if (who?.kind === 'person') return who.id;
  const [holder, another] = who?.kind === 'role' ? who.holders : [];
  return holder && !another ? keyOf(holder) : undefined;
}

function allocationOf(
  key: string,
  { capacity, seats, memberships, ...whose }: Draft,
): Allocation | undefined {
  if (seats.length + memberships.length === 0) return undefined;
  const held = sum(seats);
  const bySeats = relative(held, capacity ?? 1);
  const byMemberships = relative(sum(memberships), capacity ?? (held > 0 ? Math.min(held, 1) : 1));
  return byMemberships > bySeats || seats.length === 0
    ? { key, ...whose, total: byMemberships, parts: memberships }
    : { key, ...whose, total: bySeats, parts: seats };
}

function fteOf(role: Role): number {
  return role.fte?.value ?? 1;
}

function sum(parts: readonly AllocationPart[]): number {
  return parts.reduce((total, { share }) => total + share, 0);
}

/** Rounded to millionths, so that shares such as 0.1 + 0.2 add up. */
function relative(taken: number, capacity: number): number {
  if (capacity <= 0) return taken > 0 ? Number.POSITIVE_INFINITY : 0;
  return Math.round((taken / capacity) * 1e6) / 1e6;
}
