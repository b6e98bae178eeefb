import type { ElementId } from '@mktorg/model';
import { find, teamsLedBy } from '@mktorg/model';
import type { Box, Line, TreeDiagram } from '../lens/diagram.ts';
import { aroundBox } from '../lens/reporting/around.ts';
import type { ChartOptions } from '../options.ts';
import type { Mark } from '../scene.ts';
import { type Both, type NodeOf, now } from './both.ts';
import { isGhost } from './ghosts.ts';
import { ghostLines } from './lines.ts';
import { boxesIn, told, type Woven } from './weave.ts';

/** Lines where they were, and what they lead to that nothing leads to any more. */
export function linesThere(
  both: Both,
  woven: Woven,
  nodeOf: NodeOf,
  nodes: Map<string, Mark>,
  options: ChartOptions,
): { readonly lines: readonly Line[]; readonly brought: readonly Box[] } {
  const { before, after, marks } = both;
  const standing = new Set(boxesIn(woven).map(({ id }) => id));
  const brought = new Map<string, Box>();
  const nodeBefore = (id: ElementId): string | undefined => {
    const there = now(both, id);
    if (standing.has(there) || brought.has(there)) return there;
    const closed = nodeOf(there);
    if (closed !== undefined) return closed;
    const drawn = find(after, there) ? aroundBox(after, there, options) : aroundBox(before, id, options);
    if (!drawn) return undefined;
    const mark = find(after, there) ? marks.after.get(there) : gone;
    const box = mark ? told(drawn, mark) : drawn;
    brought.set(there, mark === gone ? { ...box, id: there, states: ['gone'] } : box);
    if (mark) nodes.set(there, mark);
    return there;
  };
  return {
    lines: ghostLines(before, after, marks, nodeBefore, nodeOf, options),
    brought: [...brought.values()],
  };
}

const gone: Mark = { type: 'removed', text: '' };
const turned: Mark = { type: 'moved', text: '' };

export function edgeMarks(
  { after, marks }: Both,
  diagram: TreeDiagram,
  woven: Woven,
  was: readonly Line[],
): ReadonlyMap<string, Mark> {
  const found = new Map<string, Mark>();
  for (const [id, mark] of woven.marks) {
    if (isGhost(id)) found.set(`reports:${id}`, gone);
    else if (mark.type !== 'changed') found.set(`reports:${id}`, mark);
  }
  for (const id of marks.rePointed.keys()) {
    found.set(`reports:${id}`, turned);
    for (const team of teamsLedBy(after, id)) found.set(`reports:${team.id}`, turned);
  }
  for (const { id, element } of diagram.lines) {
    const mark = element === undefined ? undefined : marks.after.get(element);
    if (mark) found.set(id, mark);
  }
  for (const { id } of was) found.set(id, gone);
  return found;
}
