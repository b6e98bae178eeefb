import { type PhaseFindings as PhaseNotes, phaseNotes } from '@mktorg/chart';
import { type OrgModel, phaseByPhaseInSteps, prepareInSteps } from '@mktorg/model';
import { type Finding, type PhaseFindings, phaseChecksInSteps, rulesOfPhases } from '@mktorg/rules';

/**
 * Carries out the phases of all plans and judges the organization after each, in small steps, most of which give
 * nothing.
 *
 * @param findings today
 */
export function* phasesAhead(
  model: OrgModel,
  today: string,
  findings: readonly Finding[],
): Generator<PhaseFindings | undefined, void> {
  yield* carriedOut(model);
  yield* phaseChecksInSteps(model, { today }, findings);
}

/** Carries out the phases of all plans in small steps; what was carried out already is not again. */
export function* carriedOut(model: OrgModel): Generator<undefined, void> {
  for (const { id } of model.byKind.plan) {
    for (const outcome of phaseByPhaseInSteps(model, id)) {
      yield undefined;
      if (outcome) yield* prepareInSteps(outcome.model);
    }
  }
}

const repeated: ReadonlySet<string> = new Set(rulesOfPhases);

/**
 * How much is found today and after each phase, for the chart of a plan. What is about the plan itself is found at no
 * point of it, and does not count.
 *
 * @param findings today
 */
export function countedAhead(findings: readonly Finding[], phases: Iterable<PhaseFindings>): PhaseNotes {
  return phaseNotes(
    findings.filter(({ rule }) => repeated.has(rule)),
    phases,
  );
}
