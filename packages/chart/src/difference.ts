import type { Change, Matching, OrgModel } from '@mktorg/model';
import { diff, redactPeople } from '@mktorg/model';
import { type Both, type NodeOf, nodesOf } from './difference/both.ts';
import { changesInside } from './difference/closed.ts';
import { edgeMarks, linesThere } from './difference/edges.ts';
import { without } from './difference/focus.ts';
import { focused, focusOn, withUse } from './difference/focused.ts';
import { ghostId, ghostsOf } from './difference/ghosts.ts';
import { type Marks, marksOf } from './difference/marks.ts';
import { stackDifference } from './difference/stack.ts';
import { tallyOf } from './difference/tally.ts';
import { boxesIn, type Haunted, placeGhosts, weave } from './difference/weave.ts';
import { withMarks } from './layout/marked-scene.ts';
import { treeScene } from './layout/tree-scene.ts';
import type { Box } from './lens/diagram.ts';
import { reportingLens } from './lens/reporting.ts';
import type { ChartOptions, Show } from './options.ts';
import type { LensName, Mark, Scene } from './scene.ts';

/** The lenses through which differences are drawn. */
const differenceLenses = ['reporting', 'stack'] as const satisfies readonly LensName[];
export type DifferenceLens = (typeof differenceLenses)[number];

export function isDifferenceLens(lens: LensName): lens is DifferenceLens {
  return differenceLenses.some((name) => name === lens);
}

export interface DifferenceOptions extends Omit<ChartOptions, 'lens'> {
  /** [reporting] */
  readonly lens?: DifferenceLens;
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
  const { lens } = options;
  if (lens === 'stack') return stackDifference(before, after, matching, changes, { ...options, lens });
  return reportingDifference(before, after, matching, marksOf(before, after, changes), options);
}

function reportingDifference(
  before: OrgModel,
  after: OrgModel,
  matching: Matching,
  marks: Marks,
  options: DifferenceOptions,
): Scene {
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
  const ends = new Set(whole.lines.flatMap(({ from, to }) => [from, to]));
  const isSpare = ({ id, kind }: Box): boolean =>
    !nodes.has(id) &&
    !ends.has(id) &&
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
