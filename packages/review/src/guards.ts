import type { ElementId, OrgModel, Place, Text } from '@mktorg/model';
import { find, occupancy } from '@mktorg/model';
import type { Entry } from './entry.ts';
import type { Review } from './review.ts';
import { sayKindOf, sayKinds } from './said.ts';

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

/** What lets a structural change through where reasons are asked for. */
export const whatIsAReason =
  'A reason is a new `placed because "…"` on the team or role or on the team around it, a new `note "…"` on anything else (of what is gone and stood in no team: on the organization), or a phase of a plan that speaks of it with `because "…"`.';

/**
 * @param say how a place in the text is told in a sentence; without it, places are left out
 */
export function refusalsOf(
  review: Review,
  { maxRemoved, requireReason }: Guards,
  say?: (at: Place) => string,
): readonly Refusal[] {
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
    // What comes says by itself what it is for.
    const silent = review.entries.filter(
      (entry) =>
        entry.tier === 'structural' && entry.change !== 'added' && !hasReason(review, entry, reasoned),
    );
    if (silent.length > 0) {
      refusals.push({
        guard: 'require-reason',
        message: withoutReason(review, silent, say),
        entries: silent,
      });
    }
  }
  return refusals;
}

const mostNamed = 5;

function withoutReason(review: Review, silent: readonly Entry[], say?: (at: Place) => string): string {
  const shown = silent.length > mostNamed + 1 ? silent.slice(0, mostNamed) : silent;
  const rest = silent.length - shown.length;
  const each = shown.map((entry) => {
    const at = say && reasonPlaceOf(review, entry);
    return `${happening(entry)}${at ? ` (${say(at)})` : ''}`;
  });
  const more = rest > 0 ? [`${rest.toLocaleString('en')} more`] : [];
  const verb = silent.length === 1 ? 'does' : 'do';
  return `${sayKinds(silent.length, 'structural change')} ${verb} not say why: ${[...each, ...more].join('; ')}. ${whatIsAReason}`;
}

/** `team Content is moved`, `owner of the platform Asset Library`. */
export function happening({ kind, name, change, parts }: Entry): string {
  const labels = parts.flatMap(({ tier, label, field }) =>
    tier === 'structural' ? [fieldWords[field] ?? label] : [],
  );
  const isWhole = change === 'removed' || change === 'merged' || change === 'moved';
  if (isWhole || labels.length === 0) return `${sayKindOf(kind)} ${name} is ${done[change]}`;
  return `${labels.join(' and ')} of the ${sayKindOf(kind)} ${name}`;
}

const fieldWords: { readonly [field: string]: string } = { holders: 'holder', reportsTo: 'solid line' };

/** Where a reason can be written: where it stands, or, of what is gone, around where it stood. */
export function reasonPlaceOf({ after, before, matching }: Review, entry: Entry): Place | undefined {
  if (!isGone(entry)) return entry.at;
  const around = find(before, entry.id)?.parent;
  const there = around === undefined ? undefined : find(after, matching.after.get(around));
  return (there ?? after.organization)?.nameAt;
}

function isGone({ change }: Entry): boolean {
  return change === 'removed' || change === 'merged';
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
 * Whether the model says why: the element itself, what it stands or stood in, or a phase that speaks of it. A reason in
 * the text counts only where it is new: what stood there before was about something else.
 */
function hasReason(
  { before, after, matching }: Review,
  entry: Entry,
  reasoned: ReadonlySet<ElementId>,
): boolean {
  if (reasoned.has(entry.id) || reasoned.has(entry.before ?? entry.id)) return true;
  const isNew = (was: ElementId | undefined, is: ElementId | undefined): boolean => {
    const known = new Set(reasonsOf(before, was));
    return reasonsOf(after, is).some((reason) => !known.has(reason));
  };
  const gone = isGone(entry);
  if (!gone && isNew(entry.before ?? matching.before.get(entry.id), entry.id)) return true;
  const around = find(gone ? before : after, entry.id)?.parent;
  if (around === undefined) return isNew(before.organization?.id, after.organization?.id);
  return gone ? isNew(around, matching.after.get(around)) : isNew(matching.before.get(around), around);
}

/** The texts of an element that say why. */
function reasonsOf(model: OrgModel, id: ElementId | undefined): readonly string[] {
  const element = find(model, id);
  if (!element) return [];
  if (element.kind === 'team' || element.kind === 'role') return textsOf(element.ruling);
  const because = element.kind === 'plan' ? textsOf(element.because) : [];
  return [...because, ...element.notes.map(textKey)];
}

function textsOf(text: Text | undefined): readonly string[] {
  return text ? [textKey(text)] : [];
}

/** Without people, notes are different in a number alone. */
function textKey({ at: _, ...said }: Text): string {
  return JSON.stringify(said);
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
