import type { OrgModel } from '@mktorg/model';
import { treeScene } from './layout/chart.ts';
import { reportingLens } from './lens/reporting.ts';
import type { ChartOptions } from './options.ts';
import type { Scene } from './scene.ts';

/** Draws a model through a lens: the same model and options give the same scene. Never throws on a broken model. */
export function drawChart(model: OrgModel, options: ChartOptions): Scene {
  return treeScene(reportingLens(model, options), options.show?.legend !== false);
}
