import { drawChart, type LensName, lensNames, type Scene } from '@mktorg/chart';
import type { OrgModel } from '@mktorg/model';
import { type ChartMessage, protocolVersion } from '@mktorg/preview';
import { check } from '@mktorg/rules';
import { Failure } from '../failure.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { todayOf } from '../today.ts';
import { findingsByElement, sceneWithFindings } from './findings.ts';
import { type ChartWish, chartOptions } from './options.ts';
import { chartFile, previewApp } from './page.ts';
import { findingsByPhase } from './phases.ts';

/**
 * One file with the charts of an organization, through every lens that shows something, the wished one first. It says
 * nothing of the machine that it was made on.
 */
export function htmlChart(model: OrgModel, wish: ChartWish, terminal: Terminal): string {
  const { findings, failed } = check(model, { today: todayOf(terminal) });
  if (failed[0]) throw new Error(`The rule ${failed[0].rule} failed.`, { cause: failed[0].error });
  const organization = { root: 'organization', name: model.name };
  const charts = lensNames
    .filter((lens) => lens === wish.lens || showsSomething(model, lens))
    .sort((a, b) => Number(b === wish.lens) - Number(a === wish.lens))
    .flatMap((lens): ChartMessage[] => {
      const scene = sceneFor(model, { ...wish, lens }, lens === wish.lens, todayOf(terminal));
      if (!scene) return [];
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

function showsSomething(model: OrgModel, lens: LensName): boolean {
  const { platform, plan, role, team } = model.byKind;
  switch (lens) {
    case 'stack':
      return platform.length > 0;
    case 'plan':
      return plan.length > 0;
    case 'reporting':
      return role.length + team.length > 0;
  }
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
