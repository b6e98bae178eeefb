import type { AfterPhase } from '../change/phases.ts';
import { afterPhases } from '../change/phases.ts';
import type { ElementId } from '../elements.ts';
import type { OrgModel } from '../model.ts';
import { findAs } from '../model.ts';
import { redactPeople } from '../redact.ts';
import { sourceOf } from '../source.ts';

export type PlanOutcome = Pick<AfterPhase, 'plan' | 'phase' | 'model'> & { readonly losses: number };

/**
 * The organization after each phase, saying no more than the model that is given: where that one says nothing of people,
 * neither does any of these, and which seats are vacant is known of all of them.
 */
export function planOutcomes(given: OrgModel, planId: ElementId): readonly PlanOutcome[] {
  const source = sourceOf(given);
  return afterPhases(source, planId).map(({ plan, phase, model, losses }) => ({
    plan: findAs(given, plan.id, 'plan') ?? plan,
    phase: findAs(given, phase.id, 'phase') ?? phase,
    model: source === given ? model : redactPeople(model),
    losses: losses.length,
  }));
}
