import type { AfterPhase } from '../change/phases.ts';
import { afterPhases } from '../change/phases.ts';
import type { ElementId, Phase, Platform } from '../elements.ts';
import type { OrgModel } from '../model.ts';
import { findAs } from '../model.ts';
import { statusOf } from './platforms.ts';

/** The platforms of today beside those after each phase of a plan. */
export interface MartechGap {
  readonly phases: readonly Phase[];
  /** Those of today in the order of the text, then those that phases add. */
  readonly platforms: readonly PlatformGap[];
}
export interface PlatformGap {
  /** Its id today, or in the plan. */
  readonly id: ElementId;
  /** As it is today, or as a phase adds it. */
  readonly platform: Platform;
  /** Absent where a phase adds it. */
  readonly today?: string;
  /** By phase, as many as there are. */
  readonly states: readonly PlatformState[];
  /** The phase that makes a planned one more than planned, or adds one. */
  readonly broughtBy?: Phase;
}
export interface PlatformState {
  /** `absent`: not yet there, or no more. `moved`: it has another owner. */
  readonly type: 'absent' | 'added' | 'kept' | 'changed' | 'moved' | 'merged' | 'retired' | 'removed';
  /** Where it is in its life, while it is there. */
  readonly status?: string;
  /** The owner after the phase, by the id it has then. */
  readonly owner?: ElementId;
  /** What stands in its place, by its id today or in the plan. */
  readonly successor?: ElementId;
}

/** What becomes of each platform. Nothing about a plan that does not exist. */
export function martechGap(model: OrgModel, planId: ElementId): MartechGap {
  const outcomes = afterPhases(model, planId);
  const points = outcomes.map(pointAfter);
  const phases = outcomes.map(({ phase }) => phase);
  const before = model.byKind.platform.map((platform) => platformGap(platform, platform, points));
  const added = broughtIn(outcomes, (id) => !model.elements.has(id));
  const after = added.flatMap((id) => {
    const platform = firstOf(id, outcomes);
    return platform ? [platformGap({ ...platform, id }, undefined, points)] : [];
  });
  return { phases, platforms: [...before, ...after] };
}

function broughtIn(outcomes: readonly AfterPhase[], isNew: (id: ElementId) => boolean): readonly ElementId[] {
  const ids = new Set<ElementId>();
  for (const { phase } of outcomes) {
    for (const { adds } of phase.changes) {
      for (const { id, kind } of adds) if (kind === 'platform' && isNew(id)) ids.add(id);
    }
  }
  return [...ids];
}

function firstOf(id: ElementId, outcomes: readonly AfterPhase[]): Platform | undefined {
  for (const outcome of outcomes) {
    const platform = platformAfter(outcome, id);
    if (platform) return platform;
  }
  return undefined;
}

function platformAfter({ model, ids }: AfterPhase, id: ElementId): Platform | undefined {
  return findAs(model, ids.get(id), 'platform');
}

/** The organization after a phase, with what is asked of every platform. */
interface Point extends AfterPhase {
  readonly changed: ReadonlySet<ElementId>;
  /** What the owner of a platform after the phase was called today or in the plan. */
  readonly keys: ReadonlyMap<ElementId, ElementId>;
}

function pointAfter(outcome: AfterPhase): Point {
  const changed = outcome.changes.flatMap((change) => ('after' in change ? change.after : []));
  const owners = new Set(outcome.model.byKind.platform.map(({ owner }) => owner?.id));
  const keys = new Map<ElementId, ElementId>();
  for (const [key, id] of outcome.ids) if (owners.has(id)) keys.set(id, key);
  return { ...outcome, changed: new Set(changed), keys };
}

function platformGap(platform: Platform, today: Platform | undefined, points: readonly Point[]): PlatformGap {
  const states: PlatformState[] = [];
  let before = today && { platform: today, owner: today.owner?.id };
  let isPlanned = today === undefined || statusOf(today) === 'planned';
  let broughtBy: Phase | undefined;
  for (const point of points) {
    const after = platformAfter(point, platform.id);
    const owner = after?.owner && (point.keys.get(after.owner.id) ?? after.owner.id);
    states.push(after ? stateOf(before, after, owner, point) : absence(before, platform.id, point));
    if (after && isPlanned && statusOf(after) !== 'planned') {
      broughtBy = point.phase;
      isPlanned = false;
    }
    before = after && { platform: after, owner };
  }
  return {
    id: platform.id,
    platform,
    ...(today && { today: statusOf(today) }),
    states,
    ...(broughtBy && { broughtBy }),
  };
}

/** A platform at one point, its owner by the id of today: one that was itself moved is the same. */
interface Before {
  readonly platform: Platform;
  readonly owner: ElementId | undefined;
}

function absence(before: Before | undefined, id: ElementId, { gone, phase }: Point): PlatformState {
  const how = gone.get(id);
  if (!before || how?.phase.id !== phase.id) return { type: 'absent' };
  return { type: how.how, ...(how.successor !== undefined && { successor: how.successor }) };
}

function stateOf(
  before: Before | undefined,
  after: Platform,
  owner: ElementId | undefined,
  { changed }: Point,
): PlatformState {
  const now = { status: statusOf(after), ...(after.owner && { owner: after.owner.id }) };
  if (!before) return { type: 'added', ...now };
  if (before.owner !== owner) return { type: 'moved', ...now };
  return { type: changed.has(after.id) ? 'changed' : 'kept', ...now };
}
