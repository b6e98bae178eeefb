import type { Scene, SceneNode } from '@mktorg/chart';

/** The chart as a tree to walk: who reports to whom, and what stands in what. */
export interface Outline {
  readonly roots: readonly SceneNode[];
  readonly children: ReadonlyMap<string, readonly SceneNode[]>;
  readonly parents: ReadonlyMap<string, SceneNode>;
  readonly byId: ReadonlyMap<string, SceneNode>;
}

export function outlineOf(scene: Scene): Outline {
  const byId = new Map(scene.nodes.map((node) => [node.id, node]));
  const parents = new Map<string, SceneNode>();
  for (const node of scene.nodes) {
    const parent = byId.get(node.under ?? '') ?? byId.get(node.parent ?? '');
    if (parent) parents.set(node.id, parent);
  }
  const children = new Map<string, SceneNode[]>();
  const roots: SceneNode[] = [];
  for (const node of scene.nodes) {
    const parent = parents.get(node.id);
    if (!parent) roots.push(node);
    else {
      const siblings = children.get(parent.id);
      if (siblings) siblings.push(node);
      else children.set(parent.id, [node]);
    }
  }
  const read = (a: SceneNode, b: SceneNode): number => a.y - b.y || a.x - b.x;
  for (const siblings of children.values()) siblings.sort(read);
  return { roots: roots.sort(read), children, parents, byId };
}

export type Step = 'up' | 'down' | 'next' | 'previous';

/** Where a step leads: to what stands around, to the first inside, to the neighbors; undefined where it ends. */
export function stepFrom(outline: Outline, id: string | undefined, step: Step): SceneNode | undefined {
  const node = id === undefined ? undefined : outline.byId.get(id);
  if (!node) return outline.roots[0];
  const parent = outline.parents.get(node.id);
  if (step === 'up') return parent;
  if (step === 'down') return outline.children.get(node.id)?.[0];
  const siblings = parent ? (outline.children.get(parent.id) ?? []) : outline.roots;
  return siblings[siblings.indexOf(node) + (step === 'next' ? 1 : -1)];
}
