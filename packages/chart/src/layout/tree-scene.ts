import type { Fact, TreeDiagram } from '../lens/diagram.ts';
import { type Scene, type SceneEdge, type SceneNode, sceneVersion } from '../scene.ts';
import { cleanData } from '../text/clean.ts';
import { bestArrangement } from './fit.ts';
import { headingOf } from './heading.ts';
import { legendOf } from './legend.ts';
import { routeLines } from './routed-lines.ts';
import { placeStrip } from './strip.ts';
import { type PlacedBox, type PlacedLink, placeTree } from './tree.ts';

const margin = 28;
const gapBelow = 40;
const leastWidth = 480;

/** The policy of trees: boxes hang under boxes, what no line places stands in a strip below, lines run in the gaps. */
export function treeScene(diagram: TreeDiagram, legend: boolean): Scene {
  const tree = bestArrangement(
    diagram.roots,
    140 + 90 * (Number(diagram.above.length > 0) + Number(diagram.below.length > 0)),
  );
  const inner = Math.max(tree.width, leastWidth);
  const heading = headingOf(diagram, margin, margin, inner);
  const strip = margin + heading.height + 22;
  const left = margin + Math.floor((inner - tree.width) / 2);
  const { lines } = diagram;
  // Where the cards of a strip stand depends on the tree below, and how far down the tree is on the strip.
  const across = diagram.above.length > 0 ? placeTree(tree, left, strip).boxes : [];
  const upper = placeStrip(diagram.above, lines, across, { x: margin, y: strip, width: inner });
  const top = upper.height > 0 ? strip + upper.height + gapBelow : strip;
  const { boxes: placed, links: solid } = placeTree(tree, left, top);
  const lower = placeStrip(diagram.below, lines, placed, {
    x: margin,
    y: top + tree.height + gapBelow,
    width: inner,
  });
  const boxes = upper.boxes.concat(placed, lower.boxes);
  const links = linksOf(solid, boxes);
  const nodes = boxes.map(nodeOf);
  const bottom = top + tree.height + (lower.height > 0 ? gapBelow + lower.height : 0);
  const bounds = { x: 8, y: strip - 14, width: inner + 2 * margin - 16, height: bottom - strip + 28 };
  const routed = routeLines(lines, boxes, links, bounds);
  const edges = links.concat(routed);
  const key = legendOf(legend ? nodes : [], legend ? edges : [], margin, bottom + 30, inner);
  return {
    version: sceneVersion,
    lens: diagram.lens,
    title: cleanData(diagram.title),
    subtitle: cleanData(diagram.subtitle),
    description: cleanData(diagram.description),
    width: inner + 2 * margin,
    height: (key.height > 0 ? key.y + key.height : bottom) + margin - 8,
    heading: heading.lines,
    nodes,
    edges,
    legend: key,
    notes: diagram.notes,
  };
}

/** The lines that the tree shows. A lead or a manager may be hidden in a closed team: the line then is that of the team. */
function linksOf(solid: readonly PlacedLink[], boxes: readonly PlacedBox[]): readonly SceneEdge[] {
  let shown: ReadonlySet<string> | undefined;
  const ifShown = (id: string, box: string): string => {
    if (id === box) return id;
    shown ??= new Set(boxes.map((each) => each.box.id));
    return shown.has(id) ? id : box;
  };
  return solid.map(({ link, box, upper, points }): SceneEdge => {
    const id = `${link.kind}:${box}`;
    const { kind, source } = link;
    const from = ifShown(link.from, box);
    const to = ifShown(link.to, upper);
    const title = cleanData(link.title);
    return source
      ? { id, kind, from, to, points, count: 1, title, source }
      : { id, kind, from, to, points, count: 1, title };
  });
}

/** What a node has beyond what all nodes have; written out because there may be a hundred thousand of them. */
type DraftNode = { -readonly [field in keyof SceneNode]: SceneNode[field] };

export function nodeOf({ box, parent, under, x, y, width, height, lines, badges }: PlacedBox): SceneNode {
  const node: DraftNode = {
    id: box.id,
    shape: box.shape,
    tone: box.tone,
    states: box.states,
    x,
    y,
    width,
    height,
    title: cleanData(box.title),
    details: box.facts.length === 0 ? noDetails : box.facts.map(said),
    lines,
    badges,
    label: cleanData(box.label),
  };
  if (box.element !== undefined) node.element = box.element;
  if (box.kind) node.kind = box.kind;
  if (parent !== undefined) node.parent = parent;
  if (under !== undefined) node.under = under;
  if (box.source) node.source = box.source;
  if (box.hidden) node.hidden = box.hidden;
  if (box.phase !== undefined) node.phase = box.phase;
  if (box.findings) node.findings = box.findings;
  return node;
}

const noDetails: readonly string[] = [];

function said({ text, aside }: Fact): string {
  return cleanData(aside ? `${text} · ${aside}` : text);
}
