import type { AfterPhase, OrgModel, Plan } from '@mktorg/model';
import { afterPhases, type ElementId, label } from '@mktorg/model';
import { nameOf } from './names.ts';
import type { Column } from './table.ts';

/** A phase of a plan as a column of a table. */
export interface PhaseColumn extends Column {
  readonly plan: Plan;
  /** Which phase of its plan. */
  readonly index: number;
  readonly outcome: AfterPhase;
}

/** The phases of all plans; where there are several plans, under their names. */
export function phaseColumns(model: OrgModel): readonly PhaseColumn[] {
  const several = model.byKind.plan.length > 1;
  return model.byKind.plan.flatMap((plan) =>
    afterPhases(model, plan.id).map((outcome, index): PhaseColumn => {
      const { phase } = outcome;
      return {
        key: several ? `after-${plan.name}.${phase.name}` : `after-${phase.name}`,
        heading: several ? `${label(plan)}: ${label(phase)}` : label(phase),
        brief: true,
        plan,
        index,
        outcome,
      };
    }),
  );
}

export const noPlan = 'There is no plan with phases: the gap is that of today.';

/** What a reader calls an element of today, or one that a plan brings. */
export function plannedName(model: OrgModel, id: ElementId | undefined): string | undefined {
  const added = id === undefined || model.elements.has(id) ? undefined : model.added.get(id);
  return added ? label(added) : nameOf(model, id);
}
