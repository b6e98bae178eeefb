import type {
  Change,
  Changed,
  Element,
  ElementId,
  ElementKind,
  Moved,
  OrgModel,
  Place,
  Removed,
  Renamed,
} from '@mktorg/model';
import { find } from '@mktorg/model';
import type { Calling, Seen } from './called.ts';
import { type Part, partOf } from './part.ts';
import { nameIn } from './said.ts';
import { settingsPart } from './settings-part.ts';
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

/** What is known of all changes together. */
export interface About {
  readonly merged: ReadonlyMap<ElementId, ElementId>;
  /** Ids after of those that lead a team now and did not before. */
  readonly leads: ReadonlySet<ElementId>;
  readonly calling: Calling;
}

/** All that happens to one element as one entry; nothing where nothing of it is worth telling. */
export function entryOf(
  a: OrgModel,
  b: OrgModel,
  changes: readonly Change[],
  about: About,
): Entry | undefined {
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

function settingsEntry(change: Extract<Change, { type: 'settings' }>, changes: readonly Change[]): Entry {
  return {
    tier: 'commitment',
    change: 'settings',
    kind: 'settings',
    id: '',
    name: change.field === 'rates' ? 'Exchange rates' : 'Rules',
    parts: [settingsPart(change)],
    inside: [],
    changes,
  };
}
