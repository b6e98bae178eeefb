import { drawChart, lensNames, type Scene } from '@mktorg/chart';
import type { ElementId, OrgModel } from '@mktorg/model';
import { type ChartMessage, protocolVersion } from '@mktorg/preview';
import { check, type Finding } from '@mktorg/rules';
import { Failure } from '../failure.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { todayOf } from '../today.ts';
import { findingsByElement, sceneWithFindings } from './findings.ts';
import { type ChartWish, chartOptions } from './options.ts';
import { chartFile, previewApp } from './page.ts';
import { findingsByPhase } from './phases.ts';
import { ofPlan } from './point.ts';
import { showsSomething } from './shown.ts';

/**
 * One file with the charts of an organization, through every lens that shows something, the wished one first. It says
 * nothing of the machine that it was made on.
 *
 * @param model the organization at the point that is drawn; plans are drawn of today
 */
export function htmlChart(
  model: OrgModel,
  wish: ChartWish,
  terminal: Terminal,
  { today, plan }: { readonly today: OrgModel; readonly plan?: ElementId | undefined } = { today: model },
): string {
  const date = todayOf(terminal);
  const found = new Map<OrgModel, readonly Finding[]>();
  const foundIn = (each: OrgModel): readonly Finding[] => {
    const known = found.get(each) ?? findingsOf(each, date);
    found.set(each, known);
    return known;
  };
  const organization = { root: 'organization', name: model.name };
  const charts = lensNames
    .filter((lens) => lens === wish.lens || showsSomething(model, lens))
    .sort((a, b) => Number(b === wish.lens) - Number(a === wish.lens))
    .flatMap((lens): ChartMessage[] => {
      const isPlan = lens === 'plan';
      const shown = isPlan ? today : model;
      const asked = { ...wish, lens };
      const scene = sceneFor(shown, isPlan ? ofPlan(asked, plan) : asked, lens === wish.lens, date);
      if (!scene) return [];
      const findings = foundIn(shown);
      return [
        {
          type: 'chart',
          version: protocolVersion,
          organization,
          organizations: [organization],
          choice: { lens, collapsed: [], expanded: [], show: {} },
          scene: withoutPlaces(sceneWithFindings(scene, findings)),
          findings: findingsByElement(findings),
        },
      ];
    });
  return chartFile(charts, model.name, previewApp());
}

function findingsOf(model: OrgModel, today: string): readonly Finding[] {
  const { findings, failed } = check(model, { today });
  if (failed[0]) throw new Error(`The rule ${failed[0].rule} failed.`, { cause: failed[0].error });
  return findings;
}

/** Through another lens the chart may be unable to start where the call says. */
function sceneFor(model: OrgModel, wish: ChartWish, wished: boolean, today: string): Scene | undefined {
  try {
    const phases = wish.lens === 'plan' && { phases: findingsByPhase(model, today) };
    return drawChart(model, { ...chartOptions(model, wish), ...phases });
  } catch (error) {
    if (wished || !(error instanceof Failure)) throw error;
    return undefined;
  }
}

/** Positions in the source mean nothing to whom the file is sent to, and name folders of this machine. */
export function withoutPlaces(scene: Scene): Scene {
  return {
    ...scene,
    nodes: scene.nodes.map(({ source: _, ...node }) => node),
    edges: scene.edges.map(({ source: _, ...edge }) => edge),
  };
}
