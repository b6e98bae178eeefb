import { isDifferenceLens } from '@mktorg/chart';
import type { OrgModel } from '@mktorg/model';
import { type Finding, rulesWithPhases } from '@mktorg/rules';
import type { CancellationToken } from 'vscode-languageserver';
import type { Chart, CompareAnswer, CompareParams } from '../../protocol.ts';
import type { Past } from '../../workspace/past.ts';
import type { Project } from '../../workspace/project.ts';
import { inSlices, pause } from '../../workspace/slices.ts';
import { type Charts, chartFindings, optionsOf } from '../preview/charts.ts';
import { organizationNames } from '../preview/places.ts';
import { compareSides, drawCompared } from './compared.ts';
import { phaseSidesInSteps, plansOf, type Sides } from './sides.ts';

/** Compares an organization with what it was, or with what a plan makes of it. */
export interface Comparisons {
  /** Null where there is no organization or no such phase, and where nobody wants the answer any more. */
  compare(params: CompareParams, token: CancellationToken): Promise<CompareAnswer>;
}

export function createComparisons(project: Project, charts: Charts, past: Past): Comparisons {
  async function sidesOf(
    model: OrgModel,
    { with: other }: CompareParams,
    token: CancellationToken,
  ): Promise<Sides | undefined> {
    const today = project.today();
    if (other.type === 'phases') {
      const steps = phaseSidesInSteps(model, other.from, other.to, today);
      let sides: Sides | undefined;
      const take = (step: Sides | undefined): void => {
        sides = step;
      };
      return (await inSlices(steps, () => token.isCancellationRequested, take)) ? sides : undefined;
    }
    const before = past.model(other.name, model.root, other.texts);
    await pause();
    const was = past.checked(other.name, before, today);
    await pause();
    const is = project.organizations.checked(model);
    return {
      before,
      after: model,
      from: other.name,
      to: 'Now',
      // What is found only after a phase is told where phases are compared.
      checked: { before: ofToday(was.findings), after: ofToday(is.findings) },
    };
  }

  /** Through a lens that shows no differences: the chart as it is, of the plan that is stepped through. */
  function undrawn(params: CompareParams): Chart | null {
    if (isDifferenceLens(params.lens)) return null;
    const { with: other, focus: _, ...rest } = params;
    const of = params.of ?? (other.type === 'phases' ? (other.to ?? other.from) : undefined);
    return charts.chart({ ...rest, ...(of !== undefined && { of }) });
  }

  return {
    async compare(params, token) {
      await pause();
      const found = token.isCancellationRequested ? undefined : charts.drawn(params);
      if (!found) return null;
      const { model, stale } = found;
      const version = project.organizations.versionOf(model.root);
      const sides = await sidesOf(model, params, token);
      await pause();
      if (!sides || token.isCancellationRequested) return null;
      const redact = params.redactPeople ? ({ redact: 'people' } as const) : {};
      const compared = compareSides(sides, { today: project.today(), ...redact });
      await pause();
      if (token.isCancellationRequested) return null;
      const { changes } = compared;
      const chart = undrawn(params);
      if (chart) return { ...chart, changes };
      const { lens, ...options } = optionsOf(params);
      const drawn = {
        ...options,
        ...(isDifferenceLens(lens) && { lens }),
        ...(params.focus && { focus: true }),
      };
      return {
        organization: { root: model.root, name: model.name },
        organizations: organizationNames(project),
        version,
        scene: drawCompared(compared, sides, drawn),
        findings: chartFindings(sides.checked.after, params.redactPeople === true),
        plans: plansOf(model),
        changes,
        ...(stale !== undefined && { stale }),
      };
    },
  };
}

/** What one side says only because it has no plan, the other one cannot say yet. */
function ofToday(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ phase, rule }) => phase === undefined && !rulesWithPhases.includes(rule));
}
