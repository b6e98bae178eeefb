import { type PhaseFindings as PhaseNotes, phaseNotes } from '@mktorg/chart';
import type { OrgModel } from '@mktorg/model';
import { type Finding, type PhaseFindings, phaseChecksInSteps, rulesOfPhases } from '@mktorg/rules';
import { inSlices } from '@mktorg/server/slices';

/** What is found after the phases of plans, worked out while the page is there already. */
export interface PhasesAhead {
  /** Nothing as long as it is not known. */
  of(model: OrgModel): PhaseNotes | undefined;
  /**
   * Works it out, in small steps. Nothing happens where it is known, or on its way.
   *
   * @param findings today
   * @param isWanted asked now and then: of an organization that has changed, nobody wants it
   */
  lookAhead(
    model: OrgModel,
    findings: readonly Finding[],
    today: string,
    isWanted: () => boolean,
    known: () => void,
  ): Promise<void>;
}

const repeated: ReadonlySet<string> = new Set(rulesOfPhases);

export function createPhasesAhead(): PhasesAhead {
  const notes = new WeakMap<OrgModel, PhaseNotes>();
  const begun = new WeakSet<OrgModel>();
  return {
    of: (model) => notes.get(model),
    async lookAhead(model, findings, today, isWanted, known) {
      if (model.byKind.phase.length === 0 || begun.has(model)) return;
      begun.add(model);
      const now = findings.filter(({ rule }) => repeated.has(rule));
      const phases: PhaseFindings[] = [];
      const steps = phaseChecksInSteps(model, { today }, now);
      const isWhole = await inSlices(
        steps,
        () => !isWanted(),
        (step) => {
          if (step) phases.push(step);
        },
      );
      begun.delete(model);
      if (!isWhole) return;
      notes.set(model, phaseNotes(now, phases));
      begun.add(model);
      known();
    },
  };
}
