import type { OrgModel } from '@mktorg/model';
import { find, findAs } from '@mktorg/model';
import type { Box, TreeDiagram } from '../lens/diagram.ts';
import { lineEnd } from '../lens/reporting/lines.ts';
import { counted } from '../lens/words.ts';
import type { ChartOptions } from '../options.ts';
import type { Mark } from '../scene.ts';
import { type Both, now } from './both.ts';
import { folded, teamsAround } from './focus.ts';
import type { Ghost } from './ghosts.ts';
import { linesBefore } from './lines.ts';

/** Opens what is around a change, and nothing else. */
export function focusOn(
  both: Both,
  ghosts: readonly Ghost[],
  options: Pick<ChartOptions, 'expanded' | 'maxCards'>,
): Pick<ChartOptions, 'depth' | 'expanded'> {
  const { before, after, marks } = both;
  const wanted = [...marks.after.keys(), ...[...marks.rePointed.values()].map((id) => now(both, id))];
  const endBefore = lineEnd(before);
  for (const { from, to } of linesBefore(before, marks))
    wanted.push(now(both, endBefore(from.id)), now(both, endBefore(to.id)));
  const end = lineEnd(after);
  for (const id of marks.after.keys()) {
    const line = findAs(after, id, 'dotted-line');
    if (line) wanted.push(end(line.from.id), end(line.to.id));
  }
  const hosts = ghosts.flatMap(({ hosts: all }) => all.find(({ id }) => find(after, id))?.id ?? []);
  return {
    depth: 0,
    expanded: new Set([...teamsAround(after, hosts, wanted, options.maxCards), ...(options.expanded ?? [])]),
  };
}

/** Without what nothing happens to, unless it stands around a change or at the end of a line that changes. */
export function focused(
  after: OrgModel,
  diagram: TreeDiagram,
  marks: ReadonlyMap<string, Mark>,
  edges: ReadonlyMap<string, Mark>,
): TreeDiagram {
  const lines = diagram.lines.filter(({ id }) => edges.has(id));
  const ends = new Set(lines.flatMap(({ from, to }) => [from, to]));
  const isWorthy = ({ id }: Box): boolean => marks.has(id) || ends.has(id);
  const left = diagram.lines.length - lines.length;
  return {
    ...diagram,
    roots: folded(after, diagram.roots, isWorthy),
    above: diagram.above.filter(isWorthy),
    below: diagram.below.filter(isWorthy),
    lines,
    notes: left > 0 ? [`${counted(left, 'dotted line')} as before not drawn`] : [],
  };
}

/** What stands around the chart only because others of its kind change, is left out unless a line leads to it. */
export function withUse(
  { below, lines }: TreeDiagram,
  marks: ReadonlyMap<string, Mark>,
  isOptional: (box: Box) => boolean,
): readonly Box[] {
  const ends = new Set(lines.flatMap(({ from, to }) => [from, to]));
  return below.filter((box) => marks.has(box.id) || ends.has(box.id) || !isOptional(box));
}
