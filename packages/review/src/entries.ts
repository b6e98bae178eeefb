import type { Change, ElementId, OrgModel } from '@mktorg/model';
import type { Calling } from './called.ts';
import { callingIn } from './called.ts';
import { type About, type Entry, type EntryChange, entryOf } from './entry.ts';
import { mergesIn } from './merges.ts';
import type { Tier } from './tiers.ts';

/** What the changes are to a reader: by element, the gravest first, what comes or goes with an element inside it. */
export function entriesOf(
  a: OrgModel,
  b: OrgModel,
  changes: readonly Change[],
  calling: Calling = callingIn(a, b),
): readonly Entry[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = keyOf(change);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  const added = new Set<ElementId>();
  const removed = new Set<ElementId>();
  for (const change of changes) {
    if (change.type === 'added') added.add(change.element.id);
    if (change.type === 'removed') removed.add(change.element.id);
  }
  const about: About = { merged: mergesIn(a, changes), leads: leadsIn(changes), calling };
  const inside = new Map<string, Entry[]>();
  const top: Entry[] = [];
  for (const group of groups.values()) {
    const entry = entryOf(a, b, group, about);
    if (!entry) continue;
    const [change] = group;
    const outer = change && outerOf(change, added, removed);
    if (outer === undefined) top.push(entry);
    else {
      const list = inside.get(outer);
      if (list) list.push(entry);
      else inside.set(outer, [entry]);
    }
  }
  const whole = (entry: Entry): Entry => {
    const [change] = entry.changes;
    const within = (change && inside.get(keyOf(change)))?.map(whole) ?? [];
    return within.length === 0 ? entry : { ...entry, inside: within };
  };
  const order: readonly Tier[] = ['structural', 'commitment', 'descriptive'];
  return order.flatMap((tier) =>
    top
      .filter((entry) => entry.tier === tier)
      .sort((x, y) => rankOf(x) - rankOf(y))
      .map(whole),
  );
}

const gravity: { readonly [change in EntryChange]: number } = {
  removed: 0,
  merged: 0,
  moved: 1,
  're-pointed': 2,
  changed: 3,
  added: 4,
  renamed: 5,
  settings: 6,
};

/**
 * Less is graver: teams that go or move, then other teams and roles, what goes before what moves, then things; what
 * comes stands last.
 */
function rankOf({ change, kind }: Entry): number {
  const isTeam = kind === 'team';
  const isPlaced = isTeam || kind === 'role';
  const group = change === 'added' ? 3 : isTeam && gravity[change] <= gravity.moved ? 0 : isPlaced ? 1 : 2;
  return group * 100 + gravity[change] * 2 + (isTeam ? 0 : 1);
}

function keyOf(change: Change): string {
  switch (change.type) {
    case 'added':
      return `+${change.element.id}`;
    case 'removed':
      return `-${change.element.id}`;
    case 'settings':
      return `~settings ${change.field}`;
    default:
      return `~${change.after}`;
  }
}

/** What comes or goes with what is around it stands with that. */
function outerOf(
  change: Change,
  added: ReadonlySet<ElementId>,
  removed: ReadonlySet<ElementId>,
): string | undefined {
  if (change.type !== 'added' && change.type !== 'removed') return undefined;
  const { parent } = change.element;
  if (parent === undefined) return undefined;
  if (change.type === 'added') return added.has(parent) ? `+${parent}` : undefined;
  return removed.has(parent) ? `-${parent}` : undefined;
}

/** Ids after of those that lead a team now and did not before. */
function leadsIn(changes: readonly Change[]): ReadonlySet<ElementId> {
  const found = new Set<ElementId>();
  for (const change of changes) {
    if (change.type !== 'changed' || change.field !== 'lead') continue;
    for (const value of change.plus) {
      const id: unknown = Reflect.get(Object(value), 'id');
      if (typeof id === 'string') found.add(id);
    }
  }
  return found;
}
