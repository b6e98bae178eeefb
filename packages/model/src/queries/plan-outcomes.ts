import type { AfterPhase, Loss } from '../change/phases.ts';
import { afterPhases } from '../change/phases.ts';
import type { ElementId } from '../elements.ts';
import type { OrgModel } from '../model.ts';
import { findAs } from '../model.ts';
import { redactPeople } from '../redact.ts';
import { sourceOf } from '../source.ts';

export interface PlanOutcome extends Pick<AfterPhase, 'plan' | 'phase' | 'model'> {
  /** How many statements were dropped because they named what is gone. */
  readonly losses: number;
  /** Those of them that the given model may name. */
  readonly lost: readonly Pick<Loss, 'element' | 'field' | 'target'>[];
}

/**
 * The organization after each phase, saying no more than the model that is given: where that one says nothing of people,
 * neither does any of these, and which seats are vacant is known of all of them.
 */
export function planOutcomes(given: OrgModel, planId: ElementId): readonly PlanOutcome[] {
  const source = sourceOf(given);
  const isKnown = (id: ElementId): boolean => given.elements.has(id) || given.added.has(id);
  return afterPhases(source, planId).map(({ plan, phase, model, losses }) => {
    const shown = source === given ? model : redactPeople(model);
    return {
      plan: findAs(given, plan.id, 'plan') ?? plan,
      phase: findAs(given, phase.id, 'phase') ?? phase,
      model: shown,
      losses: losses.length,
      lost: losses
        .filter(({ element, target }) => shown.elements.has(element) && isKnown(target))
        .map(({ element, field, target }) => ({ element, field, target })),
    };
  });
}
