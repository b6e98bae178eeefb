import { type PhaseFindings, phaseNotes } from '@mktorg/chart';
import { type OrgModel, sourceOf } from '@mktorg/model';
import { check, checkPhases, rulesOfPhases } from '@mktorg/rules';

/** How much the rules find in an organization today and after each phase, for the chart of its plan; it names nobody. */
export function findingsByPhase(shown: OrgModel, today: string): PhaseFindings {
  // Without its people there is less to find: that would be said of what is shown, and not of the organization.
  const model = sourceOf(shown);
  // What is about the plan itself is found at no point of it.
  const { findings } = check(model, { today, only: rulesOfPhases });
  return phaseNotes(findings, checkPhases(model, { today }, findings));
}
