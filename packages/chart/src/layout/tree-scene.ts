import type { Fact, Line, TreeDiagram } from '../lens/diagram.ts';
import { type Scene, type SceneEdge, type SceneNode, sceneVersion } from '../scene.ts';
import { cleanData } from '../text/clean.ts';
import { bestArrangement } from './fit.ts';
import { headingOf } from './heading.ts';
import { legendOf } from './legend.ts';
import { placeLabels } from './line-labels.ts';
import type { End } from './ports.ts';
import type { Rect } from './rect.ts';
import { type Journey, route } from './route.ts';
import { placeStrip } from './strip.ts';
import { type PlacedBox, placeTree } from './tree.ts';

const margin = 28;
const gapBelow = 40;
const leastWidth = 480;
/** Lines beyond this number have no labels: they would cover the chart. */
const mostLabels = 200;
/** From the sides of a drum: between, its ends are flat enough for lines to touch them. */
const drumRounding = 34;

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
  const shown = new Set(boxes.map(({ box }) => box.id));
  const links = solid.map(({ link, box, upper, points }): SceneEdge => {
    const edge = {
      id: `${link.kind}:${box}`,
      kind: link.kind,
      // A lead or a manager may be hidden in a closed team: the line then is that of the team.
      from: shown.has(link.from) ? link.from : box,
      to: shown.has(link.to) ? link.to : upper,
      points,
      count: 1,
      title: cleanData(link.title),
    };
    return link.source ? { ...edge, source: link.source } : edge;
  });
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
  return node;
}

const noDetails: readonly string[] = [];

function said({ text, aside }: Fact): string {
  return cleanData(aside ? `${text} · ${aside}` : text);
}

/** Whether lines run over it. */
function isOpen({ box }: PlacedBox): boolean {
  return box.inside.length > 0 || box.shape === 'band' || box.shape === 'group';
}

/** Lines that decide no place are routed over those that do. */
export function routeLines(
  lines: readonly Line[],
  boxes: readonly PlacedBox[],
  links: readonly SceneEdge[],
  bounds: Rect,
  lanes = 2,
): readonly SceneEdge[] {
  if (lines.length === 0) return [];
  const byId = new Map<string, End>();
  const wanted = new Set(lines.flatMap(({ from, to }) => [from, to]));
  for (const placed of boxes) if (wanted.has(placed.box.id)) byId.set(placed.box.id, endOf(placed));
  const kept: Line[] = [];
  const journeys: Journey[] = [];
  for (const line of lines) {
    const [from, to] = [byId.get(line.from), byId.get(line.to)];
    if (!from || !to) continue;
    kept.push(line);
    const labeled = line.purpose !== undefined;
    journeys.push({ from, to, labeled, marked: line.kind === 'dotted' });
  }
  const cards = boxes.filter((placed) => !isOpen(placed));
  const frames = boxes.filter(isOpen);
  const texts = frames.flatMap(textRects);
  const solid = links.map(({ points }) => points);
  const routes = route({ bounds, boxes: cards, texts, frames, lines: solid, lanes }, journeys);
  const labels =
    kept.length > mostLabels
      ? []
      : placeLabels(
          kept.map((line, i) => ({
            text: line.purpose ?? '',
            points: routes[i]?.curve ? [] : (routes[i]?.points ?? []),
          })),
          { taken: [...cards, ...texts], lines: solid, frames },
        );
  return kept.map((line, i) => {
    const found = routes[i];
    const label = labels[i];
    const points = found?.points ?? [];
    return {
      id: line.id,
      ...(line.element !== undefined && { element: line.element }),
      kind: line.kind,
      from: line.from,
      to: line.to,
      points: line.kind === 'reports' ? backwards(points) : points,
      ...(line.kind === 'reports' && { stray: true as const }),
      ...(found?.curve && { curve: true as const }),
      ...(line.strength && { strength: line.strength }),
      count: line.count,
      title: cleanData(line.title),
      ...(line.purpose !== undefined && { purpose: cleanData(line.purpose) }),
      ...(label && { label }),
      ...(line.source && { source: line.source }),
    };
  });
}

function endOf(placed: PlacedBox): End {
  const { x, y, width, height } = placed;
  const end = { x, y, width, height, open: placed.box.inside.length > 0 };
  return placed.box.shape === 'platform' ? { ...end, rounding: drumRounding } : end;
}

/** Where the texts of a container's header stand. */
function textRects({ lines, badges }: PlacedBox): readonly Rect[] {
  const texts = lines.map(({ x, y, width, align }) => ({
    x: align === 'left' ? x : align === 'right' ? x - width : x - width / 2,
    y: y - 11,
    width,
    height: 14,
  }));
  return [...texts, ...badges];
}

function backwards(points: readonly number[]): readonly number[] {
  const reversed: number[] = [];
  for (let i = points.length - 2; i >= 0; i -= 2) reversed.push(points[i] ?? 0, points[i + 1] ?? 0);
  return reversed;
}
