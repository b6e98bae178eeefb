import type { Scene, SceneNode } from '../scene.ts';

/** A plan as those outputs see it that place nothing. */
export interface WrittenPlan {
  /** Today, and then the phases. */
  readonly phases: readonly WrittenPhase[];
  readonly measures: readonly SceneNode[];
  readonly others: readonly { readonly title: string; readonly nodes: readonly SceneNode[] }[];
}

export interface WrittenPhase {
  readonly node: SceneNode;
  readonly cells: readonly { readonly node: SceneNode; readonly cards: readonly SceneNode[] }[];
}

/** The nodes of a scene of the plan lens, as a table. */
export function planOf({ nodes }: Scene): WrittenPlan {
  const inside = Map.groupBy(nodes, ({ parent }) => parent ?? '');
  const under = Map.groupBy(nodes, (node) => node.under ?? '');
  const phases = nodes
    .filter(({ shape }) => shape === 'phase')
    .map((node) => ({
      node,
      cells: (under.get(node.id) ?? []).map((cell) => ({ node: cell, cards: inside.get(cell.id) ?? [] })),
    }));
  const alone = nodes.filter(({ shape, parent }) => shape === 'item' && parent === undefined);
  const others = (
    [
      ['Why', ({ id, kind }) => kind === 'driver' || id.startsWith('#because:')],
      ['Goals', ({ id }) => id.startsWith('#mission:') || id.startsWith('#goal:')],
      ['Barriers', ({ kind }) => kind === 'barrier'],
      ['Stakeholders', ({ kind }) => kind === 'stakeholder'],
      ['Risks and trade-offs', ({ id }) => id.startsWith('#risk:') || id.startsWith('#trade-off:')],
    ] satisfies readonly (readonly [string, (node: SceneNode) => boolean])[]
  ).flatMap(([title, isOne]) => {
    const found = alone.filter(isOne);
    return found.length > 0 ? [{ title, nodes: found }] : [];
  });
  return { phases, measures: nodes.filter(({ shape }) => shape === 'measure'), others };
}
