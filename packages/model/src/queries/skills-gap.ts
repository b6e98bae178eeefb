import type { AfterPhase } from '../change/phases.ts';
import { afterPhases } from '../change/phases.ts';
import type { ElementId, Phase, Ref, Term } from '../elements.ts';
import type { OrgModel } from '../model.ts';
import { find, findAs } from '../model.ts';

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
  /** How phases source it, in their order. */
  readonly sourced: readonly { readonly phase: Phase; readonly how: ElementId; readonly at: Ref['at'] }[];
  /** Where it is first needed, today or after a phase. */
  readonly neededAt: { readonly by: ElementId; readonly ref: Ref; readonly phase?: Phase };
  /** After the last phase it is needed, nobody has it, and no phase sources it. */
  readonly open: boolean;
}
export interface SkillPoint {
  /** Teams and roles, by the ids they have then. */
  readonly neededBy: readonly ElementId[];
  /** Roles in whose seats it is, by their own skills or by those of who holds them. */
  readonly heldBy: readonly ElementId[];
}

/** Skills needed and held, today and after each phase; of today alone where there is no such plan. */
export function skillsGap(model: OrgModel, planId?: ElementId): SkillsGap {
  const outcomes = planId === undefined ? [] : afterPhases(model, planId);
  const points = [model, ...outcomes.map((outcome) => outcome.model)].map(skillsIn);
  const ids = new Set(points.flatMap(({ needed }) => [...needed.keys()]));
  const skills = [...ids].flatMap((id): readonly SkillGap[] => {
    const skill = find(outcomes.at(-1)?.model ?? model, id) ?? find(model, id);
    const first = points.findIndex(({ needed }) => needed.has(id));
    const need = points[first]?.needed.get(id)?.[0];
    if (skill?.kind !== 'skill' || !need) return [];
    const phase = outcomes[first - 1]?.phase;
    const sourced = sourcesOf(id, outcomes);
    const last = points.at(-1);
    return [
      {
        skill,
        points: points.map(({ needed, held }) => ({
          neededBy: (needed.get(id) ?? []).map(({ by }) => by),
          heldBy: held.get(id) ?? [],
        })),
        sourced,
        neededAt: { ...need, ...(phase && { phase }) },
        open: sourced.length === 0 && last !== undefined && last.needed.has(id) && !last.held.has(id),
      },
    ];
  });
  return { phases: outcomes.map(({ phase }) => phase), skills };
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
    const skills = new Set(role.skills.map(({ id }) => id));
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

function sourcesOf(id: ElementId, outcomes: readonly AfterPhase[]): SkillGap['sourced'] {
  return outcomes.flatMap(({ phase }) =>
    phase.changes.flatMap(({ type, what, target }) => {
      if (type !== 'source' || !target) return [];
      return what.filter((ref) => ref.id === id).map(({ at }) => ({ phase, how: target.id, at }));
    }),
  );
}
