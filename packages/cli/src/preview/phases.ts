import type { PhaseFindings as PhaseNotes } from '@mktorg/chart';
import type { OrgModel } from '@mktorg/model';
import type { Finding, PhaseFindings } from '@mktorg/rules';
import { countedAhead, phasesAhead } from '@mktorg/server/phases-ahead';
import { inSlices } from '@mktorg/server/slices';

/** What is found after the phases of plans, worked out while the page is there already. */
export interface PhasesAhead {
  /** Nothing as long as it is not known of this day. */
  of(model: OrgModel, today: string): PhaseNotes | undefined;
  /**
   * Works it out, in small steps. Nothing happens where it is known; where it is on its way, all who asked are told.
   *
   * @param findings today
   */
  lookAhead(
    { model, findings }: { readonly model: OrgModel; readonly findings: readonly Finding[] },
    today: string,
    page: string,
    asker: Asker,
  ): Promise<void>;
}

/** A page that shows an organization. */
export interface Asker {
  /** Asked now and then: what no page wants any more is left. */
  isWanted(): boolean;
  /** It is known. */
  tell(): void;
}

interface Day {
  readonly today: string;
  readonly askers: Map<string, Asker>;
  notes?: PhaseNotes;
}

export function createPhasesAhead(): PhasesAhead {
  const days = new WeakMap<OrgModel, Day>();
  return {
    of(model, today) {
      const day = days.get(model);
      return day?.today === today ? day.notes : undefined;
    },
    async lookAhead({ model, findings }, today, page, asker) {
      if (model.byKind.phase.length === 0) return;
      const known = days.get(model);
      if (known?.today === today) {
        if (!known.notes) known.askers.set(page, asker);
        return;
      }
      const day: Day = { today, askers: new Map([[page, asker]]) };
      days.set(model, day);
      const isLeft = (): boolean =>
        days.get(model) !== day || ![...day.askers.values()].some(({ isWanted }) => isWanted());
      const phases: PhaseFindings[] = [];
      const isWhole = await inSlices(phasesAhead(model, today, findings), isLeft, (step) => {
        if (step) phases.push(step);
      });
      if (days.get(model) !== day) return;
      if (!isWhole) {
        days.delete(model);
        return;
      }
      day.notes = countedAhead(findings, phases);
      for (const { isWanted, tell } of day.askers.values()) if (isWanted()) tell();
    },
  };
}
