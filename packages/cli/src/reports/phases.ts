import type { OrgModel, Plan, PlanOutcome } from '@mktorg/model';
import { label, planOutcomes } from '@mktorg/model';
import type { Column } from './table.ts';

/** A phase of a plan as a column of a table. */
export interface PhaseColumn extends Column {
  readonly plan: Plan;
  /** Which phase of its plan. */
  readonly index: number;
  readonly outcome: PlanOutcome;
}

/** The phases of all plans; where there are several plans, under their names. */
export function phaseColumns(model: OrgModel): readonly PhaseColumn[] {
  const several = model.byKind.plan.length > 1;
  return model.byKind.plan.flatMap((plan) =>
    planOutcomes(model, plan.id).map((outcome, index): PhaseColumn => {
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

/** What can be done where there is nothing to compare today with. */
export function withoutPlan(example: string): readonly string[] {
  return [
    'There is no plan with phases, so this is today, with nothing to compare it with.',
    `To see what becomes of it, write a plan into the model: plan next "Next year" { phase first "First half" { ${example} } }. docs/plans.md tells what a phase can do.`,
  ];
}
