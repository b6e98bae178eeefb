import type { ElementId, OrgModel } from '@mktorg/model';
import { find, occupancy } from '@mktorg/model';
import type { Entry } from './entries.ts';
import type { Review } from './review.ts';
import { sayKind } from './said.ts';

/** What a team does not let through without a second thought. Nothing is guarded unless it is asked for. */
export interface Guards {
  /** The greatest share of seats that may be removed: 0.25 is a quarter. */
  readonly maxRemoved?: number;
  /** Whether every structural change has to say why. */
  readonly requireReason?: boolean;
}

/** Why a change is refused. */
export interface Refusal {
  readonly guard: 'max-removed' | 'require-reason';
  readonly message: string;
  /** The changes that it is about, where it is about some. */
  readonly entries: readonly Entry[];
}

export function refusalsOf(review: Review, { maxRemoved, requireReason }: Guards): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (maxRemoved !== undefined) {
    const { removed, seats } = removedSeats(review);
    if (seats > 0 && removed / seats > maxRemoved) {
      refusals.push({
        guard: 'max-removed',
        message: `${removed.toLocaleString('en')} of ${seats.toLocaleString('en')} seats are removed (${percent(removed / seats)}), which is more than ${percent(maxRemoved)}.`,
        entries: review.entries.filter(({ change }) => change === 'removed' || change === 'merged'),
      });
    }
  }
  if (requireReason) {
    const reasoned = reasonedInPhases(review.before, review.after);
    for (const entry of review.entries) {
      if (entry.tier !== 'structural' || hasReason(review, entry, reasoned)) continue;
      refusals.push({
        guard: 'require-reason',
        message: `The ${entry.kind === 'settings' ? 'setting' : sayKind(entry.kind)} ${entry.name} is ${done[entry.change]} without a reason.`,
        entries: [entry],
      });
    }
  }
  return refusals;
}

const done: { readonly [change in Entry['change']]: string } = {
  added: 'added',
  removed: 'removed',
  merged: 'merged',
  moved: 'moved',
  're-pointed': 'changed',
  renamed: 'renamed',
  changed: 'changed',
  settings: 'changed',
};

function removedSeats({ before, after, matching }: Review): {
  readonly removed: number;
  readonly seats: number;
} {
  let removed = 0;
  let seats = 0;
  for (const role of before.byKind.role) {
    const own = occupancy(before, role).seats;
    const now = find(after, matching.after.get(role.id));
    seats += own;
    removed += Math.max(0, own - (now?.kind === 'role' ? occupancy(after, now).seats : 0));
  }
  return { removed, seats };
}

/**
 * Whether the model says why: the element itself (`because`, `placed because`), what it stands or stood in, or a phase
 * that speaks of it. A reason in the text counts only where it is new: what stood there before was about something else.
 */
function hasReason(
  { before, after, matching }: Review,
  entry: Entry,
  reasoned: ReadonlySet<ElementId>,
): boolean {
  if (reasoned.has(entry.id) || reasoned.has(entry.before ?? entry.id)) return true;
  const own = entry.changes.some(
    (change) => change.type === 'changed' && reasonFields.has(change.field) && change.plus.length > 0,
  );
  if (own) return true;
  const gone = entry.change === 'removed' || entry.change === 'merged';
  const around = find(gone ? before : after, entry.id)?.parent;
  if (around === undefined) return false;
  const was = gone ? around : matching.before.get(around);
  const is = gone ? matching.after.get(around) : around;
  const reason = reasonOf(after, is);
  return reason !== '' && reason !== reasonOf(before, was);
}

const reasonFields: ReadonlySet<string> = new Set(['ruling', 'because']);

function reasonOf(model: OrgModel, id: ElementId | undefined): string {
  const element = find(model, id);
  if (!element) return '';
  const text: unknown = Reflect.get(element, 'ruling') ?? Reflect.get(element, 'because');
  const value: unknown = typeof text === 'object' && text !== null ? Reflect.get(text, 'value') : '';
  return typeof value === 'string' ? value : '';
}

/** The elements that changes of phases with a reason are about. */
function reasonedInPhases(...models: readonly OrgModel[]): ReadonlySet<ElementId> {
  const ids = new Set<ElementId>();
  for (const { changes } of models.flatMap((model) => model.byKind.phase)) {
    for (const { type, text, what, adds } of changes) {
      if (!text || type === 'told') continue;
      for (const { id } of [...what, ...adds]) ids.add(id);
    }
  }
  return ids;
}

function percent(share: number): string {
  return `${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })}%`;
}
