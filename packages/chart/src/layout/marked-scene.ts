import type { Mark, Scene } from '../scene.ts';
import { legendOf } from './legend.ts';

const margin = 28;
/** What stands below the last box of a scene without a legend. */
const below = margin - 8;

/** A scene without a legend with marks on its nodes and lines, and the legend where it is wanted. */
export function withMarks(
  scene: Scene,
  nodeMarks: ReadonlyMap<string, Mark>,
  edgeMarks: ReadonlyMap<string, Mark>,
  legend: boolean,
): Scene {
  const nodes = scene.nodes.map((node) => marked(node, nodeMarks));
  const edges = scene.edges.map((edge) => marked(edge, edgeMarks));
  const bottom = scene.height - below;
  const inner = scene.width - 2 * margin;
  const key = legendOf(legend ? nodes : [], legend ? edges : [], margin, bottom + 30, inner);
  const height = key.height > 0 ? key.y + key.height + below : scene.height;
  return { ...scene, nodes, edges, legend: key, height };
}

function marked<T extends { readonly id: string }>(item: T, marks: ReadonlyMap<string, Mark>): T {
  const mark = marks.get(item.id);
  return mark ? { ...item, mark } : item;
}
