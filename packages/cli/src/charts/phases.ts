import { type PhaseFindings, phaseNotes } from '@mktorg/chart';
import type { OrgModel } from '@mktorg/model';
import { check, checkPhases, rulesOfPhases } from '@mktorg/rules';

/** What the rules say of an organization today and after each phase, for the chart of its plan. */
export function findingsByPhase(model: OrgModel, today: string): PhaseFindings {
  // What is about the plan itself is found at no point of it.
  const { findings } = check(model, { today, only: rulesOfPhases });
  return phaseNotes(findings, checkPhases(model, { today }, findings));
}
