import type { AfterPhase } from '../change/phases.ts';
import { afterPhases } from '../change/phases.ts';
import type { ElementId, Phase } from '../elements.ts';
import { label } from '../elements.ts';
import type { OrgModel } from '../model.ts';
import { isCovered } from './capability-gap.ts';
import { martechGap, type PlatformGap } from './martech-gap.ts';
import { type SkillGap, skillsGap } from './skills-gap.ts';

/** Something that is missing today or after a phase: a platform, a skill, or somebody for a capability. */
export interface PlanGap {
  readonly kind: 'platform' | 'skill' | 'capability';
  /** By the id it has today, or in the plan. */
  readonly id: ElementId;
  readonly name: string;
  /** Today, then after each phase. */
  readonly states: readonly GapState[];
}
/**
 * `missing`: it is not there. `sourced`: a skill that nobody has yet, but a phase until then says how it comes.
 * `closed`: it is there. `dropped`: nobody needs or plans it any more.
 */
export type GapState = 'missing' | 'sourced' | 'closed' | 'dropped';

export interface GapsOfPhase {
  readonly phase: Phase;
  /** What was not there before the phase, and is there after it. */
  readonly closed: readonly PlanGap[];
  /** Skills that the phase says how to get, and that nobody has after it. */
  readonly sourced: readonly PlanGap[];
  /** What was there before the phase, and is not after it. */
  readonly opened: readonly PlanGap[];
  /** What is not there after it, skills that are sourced included. */
  readonly left: readonly PlanGap[];
}

/**
 * The gaps of a plan: what is planned, needed or brought at some point of it and is not there at every point. A
 * capability is missing where nobody is responsible or accountable for it.
 */
export function planGaps(
  model: OrgModel,
  planId: ElementId,
): { readonly today: readonly PlanGap[]; readonly phases: readonly GapsOfPhase[] } {
  const outcomes = afterPhases(model, planId);
  const gaps = [
    ...martechGap(model, planId).platforms.flatMap(platformIn),
    ...skillsGap(model, planId).skills.map(skillIn),
    ...capabilitiesIn(model, outcomes),
  ].filter(({ states }) => states.some(isOpen));
  const at = (index: number, test: (state: GapState | undefined, before: GapState | undefined) => boolean) =>
    gaps.filter(({ states }) => test(states[index], states[index - 1]));
  return {
    today: at(0, isOpen),
    phases: outcomes.map(({ phase }, i) => ({
      phase,
      closed: at(i + 1, (now, before) => now === 'closed' && before !== 'closed'),
      sourced: at(i + 1, (now, before) => now === 'sourced' && before !== 'sourced'),
      opened: at(i + 1, (now, before) => isOpen(now) && before === 'closed'),
      left: at(i + 1, isOpen),
    })),
  };
}

function isOpen(state: GapState | undefined): boolean {
  return state === 'missing' || state === 'sourced';
}

/** A platform that is planned today, or that a phase adds. */
function platformIn({ id, platform, today, states }: PlatformGap): readonly PlanGap[] {
  if (today !== undefined && today !== 'planned') return [];
  let came = today !== undefined;
  const later = states.map(({ type, status }): GapState => {
    if (status !== undefined) came = true;
    if (status !== undefined && status !== 'planned') return 'closed';
    return came && (status === undefined || type === 'retired') ? 'dropped' : 'missing';
  });
  return [{ kind: 'platform', id, name: label(platform), states: ['missing', ...later] }];
}

/** What is needed from some phase on is missing from today on. */
function skillIn({ skill, points }: SkillGap): PlanGap {
  const lastNeed = points.findLastIndex(({ neededBy }) => neededBy.length > 0);
  const states = points.map(({ heldBy, toCome }, at): GapState => {
    if (at > lastNeed) return 'dropped';
    if (heldBy.length > 0) return 'closed';
    return toCome ? 'sourced' : 'missing';
  });
  return { kind: 'skill', id: skill.id, name: label(skill), states };
}

/**
 * Capabilities that the organization itself speaks of, and those that a phase gives to somebody. Of the standard ones,
 * every organization lacks some: that is for the report on responsibilities.
 */
function capabilitiesIn(model: OrgModel, outcomes: readonly AfterPhase[]): readonly PlanGap[] {
  return model.byKind.capability.flatMap((capability): readonly PlanGap[] => {
    const held = [
      isCovered(model, capability.id),
      ...outcomes.map((after) => isCovered(after.model, after.ids.get(capability.id) ?? capability.id)),
    ];
    if (capability.standard && !held.includes(true)) return [];
    const states = held.map((each): GapState => (each ? 'closed' : 'missing'));
    return [{ kind: 'capability', id: capability.id, name: label(capability), states }];
  });
}
