import type { AfterPhase } from '../change/phases.ts';
import { afterPhases } from '../change/phases.ts';
import type { ElementId, Phase, Ref, Term } from '../elements.ts';
import type { OrgModel } from '../model.ts';
import { find, findAs } from '../model.ts';
import { sourceOf } from '../source.ts';
import { occupancy } from './headcount.ts';

/** The skills that teams and roles need beside those that somebody has, and what the phases of a plan do about it. */
export interface SkillsGap {
  readonly phases: readonly Phase[];
  /** Skills that are needed at some point, in the order in which they are first needed. */
  readonly skills: readonly SkillGap[];
}
export interface SkillGap {
  readonly skill: Term;
  /** Today, then after each phase. */
  readonly points: readonly SkillPoint[];
  /** How phases say that it is to come, in their order. Whether it came, `points` tell. */
  readonly sourced: readonly { readonly phase: Phase; readonly how: ElementId; readonly at: Ref['at'] }[];
  /** Where it is first needed, today or after a phase. */
  readonly neededAt: { readonly by: ElementId; readonly ref: Ref; readonly phase?: Phase };
  /** The phase after which somebody has it for good; absent where somebody always had it, or nobody has it in the end. */
  readonly closedBy?: Phase;
  /** After the last phase it is needed, nobody has it, and no phase sources it. */
  readonly open: boolean;
}
/**
 * What there is of a skill that is needed. `held`: somebody has it, whether they need it themselves or cover it for
 * others. `sourced`: nobody has it, and a phase until then says how it is to come. `open`: neither. `unneeded`: nobody
 * needs it then.
 */
export type SkillState = 'held' | 'sourced' | 'open' | 'unneeded';

export interface SkillPoint {
  readonly state: SkillState;
  /** Teams and roles, by the ids they have then. */
  readonly neededBy: readonly ElementId[];
  /** Roles in whose seats it is, by their own skills or by those of who holds them. A seat that is vacant holds none. */
  readonly heldBy: readonly ElementId[];
  /** Nobody has it, and a phase until then says how it is to come. */
  readonly toCome: boolean;
}

/** Skills needed and held, today and after each phase; of today alone where there is no such plan. */
export function skillsGap(given: OrgModel, planId?: ElementId): SkillsGap {
  // Without its people a model does not say what they can.
  const model = sourceOf(given);
  const outcomes = planId === undefined ? [] : afterPhases(model, planId);
  const points = [model, ...outcomes.map((outcome) => outcome.model)].map(skillsIn);
  const ids = new Set(points.flatMap(({ needed }) => [...needed.keys()]));
  const sources = sourcesOf(outcomes);
  const skills = [...ids].flatMap((id): readonly SkillGap[] => {
    const skill = find(outcomes.at(-1)?.model ?? model, id) ?? find(model, id);
    const first = points.findIndex(({ needed }) => needed.has(id));
    const need = points[first]?.needed.get(id)?.[0];
    if (skill?.kind !== 'skill' || !need) return [];
    const phase = outcomes[first - 1]?.phase;
    const sourced = sources.get(id) ?? [];
    let lastHeld = -1;
    const told = points.map(({ needed, held }, at) => {
      const neededBy = (needed.get(id) ?? []).map(({ by }) => by);
      const heldBy = held.get(id) ?? [];
      if (heldBy.length > 0) lastHeld = at;
      // Who had it and left is not sourced by what brought them.
      const toCome = heldBy.length === 0 && sourced.some(({ index }) => index < at && index >= lastHeld);
      return { state: stateOf(neededBy, heldBy, toCome), neededBy, heldBy, toCome };
    });
    const closedBy = closing(told, outcomes);
    return [
      {
        skill,
        points: told,
        sourced: sourced.map(({ index: _, ...source }) => source),
        neededAt: { ...need, ...(phase && { phase }) },
        ...(closedBy && { closedBy }),
        open: told.at(-1)?.state === 'open',
      },
    ];
  });
  return { phases: outcomes.map(({ phase }) => phase), skills };
}

function stateOf(neededBy: readonly ElementId[], heldBy: readonly ElementId[], toCome: boolean): SkillState {
  if (neededBy.length === 0) return 'unneeded';
  if (heldBy.length > 0) return 'held';
  return toCome ? 'sourced' : 'open';
}

function closing(points: readonly SkillPoint[], outcomes: readonly AfterPhase[]): Phase | undefined {
  if (points.at(-1)?.heldBy.length === 0) return undefined;
  return outcomes[points.findLastIndex(({ heldBy }) => heldBy.length === 0)]?.phase;
}

interface Skills {
  readonly needed: ReadonlyMap<ElementId, readonly { readonly by: ElementId; readonly ref: Ref }[]>;
  readonly held: ReadonlyMap<ElementId, readonly ElementId[]>;
}

function skillsIn(model: OrgModel): Skills {
  const needed = new Map<ElementId, { by: ElementId; ref: Ref }[]>();
  const held = new Map<ElementId, ElementId[]>();
  for (const kind of ['team', 'role'] as const) {
    for (const { id: by, needs } of model.byKind[kind]) {
      for (const ref of needs) {
        if (ref.id.startsWith('skill:')) listed(needed, ref.id).push({ by, ref });
      }
    }
  }
  for (const role of model.byKind.role) {
    const skills = new Set<ElementId>();
    if (role.skills.length > 0) {
      const { known, filled } = occupancy(model, role);
      if (!known || filled > 0) for (const { id } of role.skills) skills.add(id);
    }
    for (const { person } of role.holders) {
      for (const { id } of findAs(model, person, 'person')?.skills ?? []) skills.add(id);
    }
    for (const id of skills) listed(held, id).push(role.id);
  }
  return { needed, held };
}

function listed<T>(lists: Map<ElementId, T[]>, id: ElementId): T[] {
  const known = lists.get(id);
  if (known) return known;
  const list: T[] = [];
  lists.set(id, list);
  return list;
}

interface Sourced {
  readonly phase: Phase;
  /** Which phase of the plan it is. */
  readonly index: number;
  readonly how: ElementId;
  readonly at: Ref['at'];
}

function sourcesOf(outcomes: readonly AfterPhase[]): ReadonlyMap<ElementId, readonly Sourced[]> {
  const sources = new Map<ElementId, Sourced[]>();
  for (const [index, { phase }] of outcomes.entries()) {
    for (const { type, what, target } of phase.changes) {
      if (type !== 'source' || !target) continue;
      for (const { id, at } of what) listed(sources, id).push({ phase, index, how: target.id, at });
    }
  }
  return sources;
}
