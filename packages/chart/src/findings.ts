import type { ElementId } from '@mktorg/model';
import type { FindingCounts, Scene, SceneNode } from './scene.ts';

/**
 * The scene with findings on the cards that they concern. A finding on an element that has no card of its own stays
 * with the caller. What stands for a later point than today is as it was.
 */
export function withFindings(scene: Scene, counts: ReadonlyMap<ElementId, FindingCounts>): Scene {
  return { ...scene, nodes: scene.nodes.map((node) => withCount(node, counts)) };
}

function withCount(node: SceneNode, counts: ReadonlyMap<ElementId, FindingCounts>): SceneNode {
  if (node.phase !== undefined) return node;
  const findings = node.element === undefined ? undefined : counts.get(node.element);
  if (findings) return { ...node, findings };
  const { findings: _, ...bare } = node;
  return bare;
}
