import type {
  Change,
  Changed,
  Element,
  ElementId,
  ElementKind,
  Field,
  Json,
  Moved,
  OrgModel,
  Place,
  Removed,
  Renamed,
} from '@mktorg/model';
import { childrenOf, exportedValue, fieldOf, find } from '@mktorg/model';
import type { Calling, Seen } from './called.ts';
import { callingIn } from './called.ts';
import { nameIn, sayField, sayValue } from './said.ts';
import type { Tier } from './tiers.ts';
import { graver, tierOf } from './tiers.ts';

/** Everything that happens to one element, as a reviewer reads it. */
export interface Entry {
  readonly tier: Tier;
  /** The gravest of what happens to it. */
  readonly change: EntryChange;
  readonly kind: ElementKind | 'settings';
  /** After the change; of what is removed, before. */
  readonly id: ElementId;
  readonly before?: ElementId;
  /** The title, or else the name: after the change; of what is removed, before. */
  readonly name: string;
  /** The element around it, by the same name; absent at the top. */
  readonly where?: string;
  readonly parts: readonly Part[];
  /** What comes or goes with it, from inside it. */
  readonly inside: readonly Entry[];
  /** Why it is taken for the same element, where that was inferred. */
  readonly inferred?: Moved['inferred'];
  /** In the model after; of what is removed, in that before. */
  readonly at?: Place;
  readonly changes: readonly Change[];
}

export type EntryChange =
  | 'added'
  | 'removed'
  | 'merged'
  | 'moved'
  | 're-pointed'
  | 'renamed'
  | 'changed'
  | 'settings';

/** One thing that is said differently: what went and what came, in words. */
export interface Part {
  readonly tier: Tier;
  /** `lead`, `in`, `title`. */
  readonly label: string;
  readonly minus: readonly string[];
  readonly plus: readonly string[];
  readonly field: string;
  /** The same values for programs, in the shape that they have in an exported model. */
  readonly values: { readonly minus: readonly Json[]; readonly plus: readonly Json[] };
}

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

/** By what is removed, that into which most of what was inside it moved: it was merged. */
function mergesIn(a: OrgModel, changes: readonly Change[]): ReadonlyMap<ElementId, ElementId> {
  const moves = changes.filter((change): change is Moved => change.type === 'moved');
  const merged = new Map<ElementId, ElementId>();
  for (const change of changes) {
    if (change.type !== 'removed' || change.element.kind !== 'team') continue;
    const { id } = change.element;
    const left = moves.filter(({ from }) => from === id);
    const targets = new Set(left.map(({ to }) => to));
    const [target] = targets;
    const roles = childrenOf(a, id).filter(({ kind }) => kind === 'role' || kind === 'team').length;
    if (target !== undefined && targets.size === 1 && left.length * 2 > roles) merged.set(id, target);
  }
  return merged;
}

/** What is known of all changes together. */
interface About {
  readonly merged: ReadonlyMap<ElementId, ElementId>;
  /** Ids after of those that lead a team now and did not before. */
  readonly leads: ReadonlySet<ElementId>;
  readonly calling: Calling;
}

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

function entryOf(a: OrgModel, b: OrgModel, changes: readonly Change[], about: About): Entry | undefined {
  const { calling } = about;
  const [first] = changes;
  if (!first) return undefined;
  if (first.type === 'settings') return settingsEntry(first, changes);
  if (first.type === 'added' || first.type === 'removed') return wholeEntry(a, b, first, about);
  const matched = changes.filter((change): change is Moved | Renamed | Changed => 'after' in change);
  const parts = matched.flatMap((change) => partOf(a, b, change, matched, calling) ?? []);
  if (parts.length === 0) return undefined;
  const element = find(b, first.after);
  return {
    // What else is said of whoever leads from now on belongs to that.
    tier: about.leads.has(first.after) ? 'structural' : parts.map(({ tier }) => tier).reduce(graver),
    change: gravestOf(matched, parts),
    kind: element?.kind ?? 'role',
    id: first.after,
    before: first.before,
    name: nameIn(b, first.after),
    ...whereIn(b, element, 'after', calling),
    parts,
    inside: [],
    ...(first.inferred && { inferred: first.inferred }),
    ...(element && { at: element.nameAt }),
    changes,
  };
}

function wholeEntry(
  a: OrgModel,
  b: OrgModel,
  change: Removed | Extract<Change, { type: 'added' }>,
  { merged, calling }: About,
): Entry {
  const { element, type } = change;
  const model = type === 'added' ? b : a;
  const into = type === 'removed' ? merged.get(element.id) : undefined;
  const parts: readonly Part[] =
    into === undefined
      ? []
      : [
          {
            tier: 'structural',
            label: 'into',
            minus: [],
            plus: [calling.one('after', into)],
            field: 'into',
            values: { minus: [], plus: [into] },
          },
        ];
  return {
    tier: tierOf(change),
    change: into === undefined ? type : 'merged',
    kind: element.kind,
    id: element.id,
    name: nameIn(model, element.id),
    ...whereIn(model, element, type === 'added' ? 'after' : 'before', calling),
    parts,
    inside: [],
    at: element.nameAt,
    changes: [change],
  };
}

function whereIn(
  model: OrgModel,
  element: Element | undefined,
  side: Seen['side'],
  calling: Calling,
): { readonly where?: string } {
  if (element?.parent === undefined || element.kind === 'dotted-line') return {};
  return find(model, element.parent) ? { where: calling.one(side, element.parent) } : {};
}

function gravestOf(changes: readonly (Moved | Renamed | Changed)[], parts: readonly Part[]): EntryChange {
  if (changes.some(({ type }) => type === 'moved')) return 'moved';
  const [part] = parts;
  const rePointed = changes.some(
    (change) =>
      change.type === 'changed' &&
      pointing.has(change.field) &&
      change.minus.length > 0 &&
      change.plus.length > 0,
  );
  if (rePointed) return 're-pointed';
  const isRenamed = changes.some(({ type }) => type === 'renamed') || part?.field === 'title';
  return isRenamed && parts.every(({ field }) => field === 'name' || field === 'title')
    ? 'renamed'
    : 'changed';
}

/** Fields whose one value is an element that something hangs on. */
const pointing: ReadonlySet<string> = new Set([
  'lead',
  'reportsTo',
  'owner',
  'roadmap',
  'boughtBy',
  'budgetOwner',
  'workflowOwner',
  'chair',
  'sponsor',
  'by',
  'via',
  'from',
  'to',
  'intake',
]);

function partOf(
  a: OrgModel,
  b: OrgModel,
  change: Moved | Renamed | Changed,
  all: readonly Change[],
  calling: Calling,
): Part | undefined {
  const tier = tierOf(change);
  if (change.type === 'moved') {
    const { from, to } = change;
    const called = calling.together([...seen('before', from), ...seen('after', to)]);
    const say = (...ends: readonly Seen[]): string => ends.map(called).join() || 'the top';
    return {
      tier,
      label: 'in',
      minus: [say(...seen('before', from))],
      plus: [say(...seen('after', to))],
      field: 'parent',
      values: { minus: from === undefined ? [] : [from], plus: to === undefined ? [] : [to] },
    };
  }
  if (change.type === 'renamed') {
    // Who reads titles is told of a name that nobody sees only where nothing else is to be told.
    const titled = all.some((other) => other.type === 'changed' && other.field === 'title');
    const known = find(b, change.after)?.title !== undefined && all.length > 1;
    return titled || known
      ? undefined
      : {
          tier,
          label: 'name',
          minus: [change.from],
          plus: [change.to],
          field: 'name',
          values: { minus: [change.from], plus: [change.to] },
        };
  }
  // That it was called something else is what the rename says.
  if (change.field === 'previously') return undefined;
  if (change.field === 'order') return orderPart(a, b, change, tier);
  const field = fieldOf(find(b, change.after)?.kind ?? 'role', change.field);
  if (!field) return undefined;
  const { minus, plus } = sayApart(a, b, field, change, calling);
  const isSame = minus.length === 1 && plus.length === 1 && minus[0] === plus[0];
  return {
    tier,
    label: sayField(field),
    minus,
    plus: isSame ? plus.map((text) => `another ${text}`) : plus,
    field: field.name,
    values: {
      minus: change.minus.map((value) => exportedValue(field.type, value)),
      plus: change.plus.map((value) => exportedValue(field.type, value)),
    },
  };
}

function seen(side: Seen['side'], id: ElementId | undefined): readonly Seen[] {
  return id === undefined ? [] : [{ side, id }];
}

/** What went and what came in words that set the one apart from the other. */
function sayApart(
  a: OrgModel,
  b: OrgModel,
  { type }: Field,
  { minus, plus }: Changed,
  calling: Calling,
): Pick<Part, 'minus' | 'plus'> {
  const named: Seen[] = [];
  const say = (name: (seen: Seen) => string): Pick<Part, 'minus' | 'plus'> => ({
    minus: minus.map((value) => sayValue(a, type, value, (id) => name({ side: 'before', id }))),
    plus: plus.map((value) => sayValue(b, type, value, (id) => name({ side: 'after', id }))),
  });
  say((each) => {
    named.push(each);
    return '';
  });
  return say(calling.together(named));
}

function orderPart(a: OrgModel, b: OrgModel, change: Changed, tier: Tier): Part {
  const idsIn = ([value]: readonly unknown[]): readonly string[] => {
    const ids: unknown = Reflect.get(Object(value), 'ids');
    return Array.isArray(ids) ? ids : [];
  };
  const [minus, plus] = [idsIn(change.minus), idsIn(change.plus)];
  const said = (model: OrgModel, ids: readonly string[]): string =>
    ids.map((id) => nameIn(model, id)).join(', ');
  return {
    tier,
    label: 'order',
    minus: [said(a, minus)],
    plus: [said(b, plus)],
    field: 'order',
    values: { minus: [minus], plus: [plus] },
  };
}

function settingsEntry(change: Extract<Change, { type: 'settings' }>, changes: readonly Change[]): Entry {
  const say = (value: unknown): string => {
    const get = (key: string): string => String(Reflect.get(Object(value), key) ?? '');
    if (change.field === 'rates') return `${get('from')} ${get('value')} ${get('to')}`;
    const because = get('because');
    const options: object = Object(Reflect.get(Object(value), 'options'));
    const stated = Object.entries(options).map(([option, set]) => ` ${option} ${String(set)}`);
    return `${get('rule')} ${get('severity')}${stated.join('')}${because === '' ? '' : ` because ${because}`}`;
  };
  const part: Part = {
    tier: 'commitment',
    label: change.field,
    minus: change.minus.map(say),
    plus: change.plus.map(say),
    field: change.field,
    values: { minus: change.minus.map(settingOf), plus: change.plus.map(settingOf) },
  };
  const name = change.field === 'rates' ? 'Exchange rates' : 'Rules';
  return {
    tier: 'commitment',
    change: 'settings',
    kind: 'settings',
    id: '',
    name,
    parts: [part],
    inside: [],
    changes,
  };
}

/** A rate or a setting of a rule without its place. */
function settingOf(value: unknown): Json {
  const kept: { [key: string]: Json } = {};
  for (const [key, inner] of Object.entries(Object(value) as object)) {
    const isPlain = typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean';
    if (isPlain) kept[key] = inner;
    else if (key !== 'at' && typeof inner === 'object') kept[key] = settingOf(inner);
  }
  return kept;
}
