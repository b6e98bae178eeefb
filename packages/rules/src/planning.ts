import type { AfterPhase, ElementId, OrgModel, Phase, Plan } from '@mktorg/model';
import { afterPhases, childrenOf, label } from '@mktorg/model';
import { quote } from './wording.ts';

/** The phases of a plan, in their order. */
export function phasesOf(model: OrgModel, plan: Pick<Plan, 'id'>): readonly Phase[] {
  return childrenOf(model, plan.id).flatMap((child) => (child.kind === 'phase' ? [child] : []));
}

/** How a phase came out, with the organization before it. */
export interface Outcome extends AfterPhase {
  readonly before: OrgModel;
  /** What an element of today, or of what the plan adds, was called before the phase. */
  readonly idsBefore: (id: ElementId) => ElementId | undefined;
  /** The other way round: what an element before the phase is called today, or by the plan that adds it. */
  readonly keyBefore: (id: ElementId) => ElementId;
}

/** How the phases of a plan come out, each with the organization that it starts from. */
export function outcomesOf(model: OrgModel, plan: Pick<Plan, 'id'>): readonly Outcome[] {
  let before: AfterPhase | undefined;
  return afterPhases(model, plan.id).map((outcome) => {
    const last = before;
    before = outcome;
    let keys: ReadonlyMap<ElementId, ElementId> | undefined;
    return {
      ...outcome,
      before: last?.model ?? model,
      idsBefore: (id) => (last ? last.ids.get(id) : model.elements.has(id) ? id : undefined),
      keyBefore: (id) => {
        keys ??= new Map(last ? [...last.ids].map(([key, now]) => [now, key]) : []);
        return keys.get(id) ?? id;
      },
    };
  });
}

/** `phase “Found”`, or `“Phase 1: found the team”`, which says by itself that it is one. */
export function phaseName(phase: Pick<Phase, 'title' | 'name'>): string {
  const name = label(phase);
  return /\bphase\b/i.test(name) ? quote(name) : `phase ${quote(name)}`;
}
