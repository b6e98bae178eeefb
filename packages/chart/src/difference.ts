import type { Change, ElementId, Matching, OrgModel } from '@mktorg/model';
import { diff, find, findAs, redactPeople, teamsLedBy } from '@mktorg/model';
import { changesInside } from './difference/closed.ts';
import { folded, teamsAround, without } from './difference/focus.ts';
import { type Ghost, ghostId, ghostsOf, isGhost } from './difference/ghosts.ts';
import { ghostLines, linesBefore } from './difference/lines.ts';
import { type Marks, marksOf } from './difference/marks.ts';
import { placesAround, placesIn } from './difference/places.ts';
import { tallyOf } from './difference/tally.ts';
import { boxesIn, type Haunted, placeGhosts, told, type Woven, weave } from './difference/weave.ts';
import { withMarks } from './layout/marked-scene.ts';
import { treeScene } from './layout/tree-scene.ts';
import type { Box, Line, TreeDiagram } from './lens/diagram.ts';
import { aroundBox } from './lens/reporting/around.ts';
import { lineEnd } from './lens/reporting/lines.ts';
import { reportingLens } from './lens/reporting.ts';
import { counted } from './lens/words.ts';
import type { ChartOptions, Show } from './options.ts';
import type { Mark, Scene } from './scene.ts';

export interface DifferenceOptions extends Omit<ChartOptions, 'lens'> {
  /** Closes and leaves out what nothing happens to; what is around a change stays [false]. */
  readonly focus?: boolean;
}

/**
 * The chart of an organization after a change, with marks: what comes (+), what goes (−, drawn where it was), what
 * moves (→, with a ghost where it was) and what says something else (~). The matching and the changes are those of
 * `match` and `diff`, or those of a phase. Never throws on a broken model.
 */
export function drawDifference(
  before: OrgModel,
  after: OrgModel,
  matching: Matching,
  changes: readonly Change[],
  options: DifferenceOptions = {},
): Scene {
  if (!options.redactPeople) return draw(before, after, matching, changes, options);
  const [a, b] = [redactPeople(before), redactPeople(after)];
  return draw(a, b, matching, diff(a, b, matching), options);
}

function draw(
  before: OrgModel,
  after: OrgModel,
  matching: Matching,
  changes: readonly Change[],
  options: DifferenceOptions,
): Scene {
  const marks = marksOf(before, after, changes);
  const both: Both = { before, after, matching, marks };
  const automatic = partsToShow(both);
  const wished: ChartOptions = { ...options, lens: 'reporting', show: { ...automatic, ...options.show } };
  const ghosts = ghostsOf(before, after, matching, marks, wished).filter(
    ({ hosts }) => hosts.length > 0 || options.of === undefined,
  );
  const opened = options.focus ? focusOn(both, ghosts, options) : {};
  const diagram = reportingLens(after, { ...wished, ...opened });

  const nodeOf = nodesOf(after, diagram);
  const haunted = placeGhosts(diagram, ghosts, (id) => nodeOf(id) !== undefined);
  const woven = weave(diagram, haunted, markFor(both, haunted, nodeOf));
  const nodes = new Map(woven.marks);
  const { lines: was, brought } = linesThere(both, woven, nodeOf, nodes, wished);
  const edges = edgeMarks(both, diagram, woven, was);
  const whole = {
    ...diagram,
    ...woven,
    below: [...woven.below, ...brought],
    lines: [...diagram.lines, ...was],
  };
  const isSpare = ({ id, kind }: Box): boolean =>
    !nodes.has(id) &&
    ((kind === 'platform' && !options.show?.platforms) || (kind === 'partner' && !options.show?.partners));
  const chosen = { ...whole, roots: without(whole.roots, isSpare) };
  const isOptional = ({ kind }: Box): boolean =>
    (kind === 'committee' || kind === 'initiative') && !options.show?.governance;
  const kept = options.focus
    ? focused(after, chosen, nodes, edges)
    : { ...chosen, below: withUse(chosen, nodes, isOptional) };

  const shown = new Set([...boxesIn(kept).map(({ id }) => id), ...kept.lines.map(({ id }) => id)]);
  const hiddenGhosts = new Set([...haunted.hidden.values()].flat().map(({ element }) => element));
  const { tally, notes } = tallyOf(marks, (id, when) =>
    when === 'before'
      ? shown.has(ghostId(id)) || hiddenGhosts.has(id)
      : shown.has(id) || shown.has(nodeOf(id) ?? ''),
  );
  const scene = treeScene(
    {
      ...kept,
      title: options.title ?? 'What changes',
      subtitle: [after.name, ...tally].join(' · '),
      description: `What changes in ${after.name}: ${tally.join(', ')}. ${diagram.description}`,
      notes: [...notes, ...kept.notes],
    },
    false,
  );
  return { ...withMarks(scene, nodes, edges, options.show?.legend !== false), difference: true };
}

interface Both {
  readonly before: OrgModel;
  readonly after: OrgModel;
  readonly matching: Matching;
  readonly marks: Marks;
}

type NodeOf = (id: ElementId) => string | undefined;

/** Platforms, partners and governance show where something happens to one of them. */
function partsToShow({ marks }: Both): Show {
  const ids = [...marks.after.keys(), ...marks.gone.keys()];
  const has = (...kinds: readonly string[]): boolean =>
    ids.some((id) => kinds.includes(id.slice(0, id.indexOf(':'))));
  return {
    platforms: has('platform'),
    partners: has('partner'),
    governance: has('committee', 'initiative'),
  };
}

/** What a node after is for something before: its own, or that of its ghost. */
function now({ matching }: Both, id: ElementId): string {
  return matching.after.get(id) ?? ghostId(id);
}

/** Opens what is around a change, and nothing else. */
function focusOn(
  both: Both,
  ghosts: readonly Ghost[],
  options: DifferenceOptions,
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

/** The node that shows an element: its own, or the closed team that it is in. */
function nodesOf(after: OrgModel, diagram: TreeDiagram): NodeOf {
  const places = placesIn(after);
  const drawn = new Set(boxesIn(diagram).map(({ id }) => id));
  return (id) => {
    if (drawn.has(id)) return id;
    const place = placesAround(places, id).find((each) => drawn.has(each.id));
    return place && find(after, place.id)?.kind === 'team' ? place.id : undefined;
  };
}

/** The mark of a card: what happens to it, and to what is in it where it is closed. */
function markFor(
  { after, marks }: Both,
  { hidden }: Haunted,
  nodeOf: NodeOf,
): (box: Box) => Mark | undefined {
  const inside = changesInside(after, marks, hidden, nodeOf);
  return ({ id, element, states }) => {
    const own = element === undefined ? undefined : marks.after.get(element);
    const within = states.includes('collapsed') ? inside.get(id) : undefined;
    if (!own || !within) return own ?? within;
    return { ...own, text: own.text === '' ? within.text : `${own.text}; ${within.text}` };
  };
}

/** Lines where they were, and what they lead to that nothing leads to any more. */
function linesThere(
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

function edgeMarks(
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

/** Without what nothing happens to, unless it stands around a change or at the end of a line that changes. */
function focused(
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
function withUse(
  { below, lines }: TreeDiagram,
  marks: ReadonlyMap<string, Mark>,
  isOptional: (box: Box) => boolean,
): readonly Box[] {
  const ends = new Set(lines.flatMap(({ from, to }) => [from, to]));
  return below.filter((box) => marks.has(box.id) || ends.has(box.id) || !isOptional(box));
}
