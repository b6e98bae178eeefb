import type { OrgModel } from '@mktorg/model';
import { bandsScene } from './layout/bands-scene.ts';
import { timelineScene } from './layout/timeline.ts';
import { treeScene } from './layout/tree-scene.ts';
import type { Diagram } from './lens/diagram.ts';
import { planLens } from './lens/plan.ts';
import { reportingLens } from './lens/reporting.ts';
import { stackLens } from './lens/stack.ts';
import type { ChartOptions } from './options.ts';
import type { LensName, Scene } from './scene.ts';

/** A lens turns a model into boxes and lines; the policy that it names gives them their places. */
const lenses: { readonly [name in LensName]: (model: OrgModel, options: ChartOptions) => Diagram } = {
  reporting: reportingLens,
  stack: stackLens,
  plan: planLens,
};

/** Draws a model through a lens: the same model and options give the same scene. Never throws on a broken model. */
export function drawChart(model: OrgModel, options: ChartOptions): Scene {
  const diagram = lenses[options.lens](model, options);
  const legend = options.show?.legend !== false;
  switch (diagram.policy) {
    case 'tree':
      return treeScene(diagram, legend);
    case 'bands':
      return bandsScene(diagram, legend);
    case 'timeline':
      return timelineScene(diagram, legend);
  }
}
