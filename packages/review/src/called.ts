import type { ElementId, Matching, OrgModel } from '@mktorg/model';
import { find, isOwn, kindOf, parentOf, pathOf } from '@mktorg/model';
import { nameIn } from './said.ts';

/** An element on one side of a comparison. */
export interface Seen {
  readonly side: 'before' | 'after';
  readonly id: ElementId;
}

/**
 * What things are called in one review: their titles, or else their names. Where a title is that of several, the place
 * is added: `Brand Manager (Nordics)`. What one sentence sets against each other never has one name.
 */
export interface Calling {
  /** By itself, in a sentence that does not say where it stands. */
  one(side: Seen['side'], id: ElementId): string;
  /** Several in one sentence. */
  together(all: readonly Seen[]): (seen: Seen) => string;
}

export function callingIn(
  before: OrgModel,
  after: OrgModel,
  matching?: Pick<Matching, 'before' | 'after'>,
): Calling {
  const modelOf = (side: Seen['side']): OrgModel => (side === 'before' ? before : after);
  const isGone = ({ side, id }: Seen): boolean =>
    side === 'before' && says(before, id) && matching?.after.has(id) === false;
  const isNew = ({ side, id }: Seen): boolean =>
    side === 'after' && says(after, id) && matching?.before.has(id) === false;
  /** The same for the same element on either side. */
  const identity = (seen: Seen): string => {
    if (isGone(seen)) return `gone ${seen.id}`;
    return seen.side === 'before' ? (matching?.after.get(seen.id) ?? seen.id) : seen.id;
  };
  const counts = { before: countOf(before), after: countOf(after) };

  function one(side: Seen['side'], id: ElementId): string {
    const title = nameIn(modelOf(side), id);
    const element = find(modelOf(side), id);
    if (!element || element.kind === 'dotted-line') return title;
    if (counts[side](element.kind, title) < 2) return title;
    const place = parentOf(modelOf(side), element);
    return place ? `${title} (${nameIn(modelOf(side), place.id)})` : title;
  }

  function together(all: readonly Seen[]): (seen: Seen) => string {
    const alike = Map.groupBy(all, ({ side, id }) => one(side, id));
    return (seen) => {
      const plain = one(seen.side, seen.id);
      const others = new Map((alike.get(plain) ?? []).map((each) => [identity(each), each]));
      return others.size < 2 ? plain : apart(seen, [...others.values()], plain);
    };
  }

  /** A name that sets it apart from others that would have the same. */
  function apart(seen: Seen, others: readonly Seen[], plain: string): string {
    const title = nameIn(modelOf(seen.side), seen.id);
    if (others.length === 2 && others.some(isGone) && others.some(isNew)) {
      return isGone(seen) ? `the former ${title}` : `the new ${title}`;
    }
    const kinds = new Set(others.map(({ id }) => kindOf(id)));
    if (kinds.size === others.length) return `${title} (${kindOf(seen.id).replaceAll('-', ' ')})`;
    const short = new Set(others.map(({ id }) => tailOf(id)));
    const path = short.size === others.length ? tailOf(seen.id) : pathOf(seen.id);
    return path === plain ? plain : `${title} (${path})`;
  }

  return { one, together };
}

/** Whether the organization says it: terms that ship with the program are the same everywhere. */
function says(model: OrgModel, id: ElementId): boolean {
  const element = find(model, id);
  return element !== undefined && isOwn(element);
}

/** How many of a kind have a title. */
function countOf(model: OrgModel): (kind: string, title: string) => number {
  let counts: Map<string, number> | undefined;
  return (kind, title) => {
    if (!counts) {
      counts = new Map();
      for (const element of model.elements.values()) {
        const key = `${element.kind} ${element.title ?? element.name}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    return counts.get(`${kind} ${title}`) ?? 0;
  };
}

/** `group-campaigns.head` of `role:marketing.group-campaigns.head`. */
function tailOf(id: ElementId): string {
  return pathOf(id).split('.').slice(-2).join('.');
}
