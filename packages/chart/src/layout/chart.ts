import type { Diagram, Line } from '../lens/diagram.ts';
import { type Scene, type SceneEdge, type SceneNode, sceneVersion } from '../scene.ts';
import { bestLimit } from './fit.ts';
import { headingOf } from './heading.ts';
import { legendOf } from './legend.ts';
import { placeLabels } from './line-labels.ts';
import { portsOf } from './ports.ts';
import { grown, type Rect, segmentsOf } from './rect.ts';
import { route } from './route.ts';
import { newMeasured } from './sizing.ts';
import { placeStrip } from './strip.ts';
import { moveBox, type PlacedBox, placeTree } from './tree.ts';

const margin = 28;
const gapBelow = 40;
const leastWidth = 480;

/** The policy of trees: boxes hang under boxes, what no line places stands in a strip below, lines run in the gaps. */
export function treeScene(diagram: Diagram, legend: boolean): Scene {
  const measured = newMeasured();
  const limit = bestLimit(diagram.roots, diagram.around.length > 0 ? 230 : 140, measured);
  const tree = placeTree(diagram.roots, limit, measured);
  const inner = Math.max(tree.width, leastWidth);
  const heading = headingOf(diagram, margin, margin, inner);
  const top = margin + heading.height + 22;
  const left = margin + Math.floor((inner - tree.width) / 2);
  const placed = tree.boxes.map((box) => moveBox(box, left, top));
  const strip = placeStrip(diagram, placed, { x: margin, y: top + tree.height + gapBelow, width: inner });
  const boxes = [...placed, ...strip.boxes];
  const links: SceneEdge[] = tree.links.map(({ link, points }) => ({
    id: `${link.kind}:${link.from}`,
    kind: link.kind,
    from: link.from,
    to: link.to,
    points: points.map((value, i) => value + (i % 2 === 0 ? left : top)),
    count: 1,
    title: link.title,
    ...(link.source && { source: link.source }),
  }));
  const nodes = boxes.map(nodeOf);
  const bottom = top + tree.height + (strip.height > 0 ? gapBelow + strip.height : 0);
  const bounds = { x: 8, y: top - 14, width: inner + 2 * margin - 16, height: bottom - top + 28 };
  const routed = routeLines(diagram.lines, boxes, links, bounds);
  const edges = [...links, ...routed];
  const key = legendOf(legend ? nodes : [], legend ? edges : [], margin, bottom + 30, inner);
  return {
    version: sceneVersion,
    lens: diagram.lens,
    title: diagram.title,
    subtitle: diagram.subtitle,
    description: diagram.description,
    width: inner + 2 * margin,
    height: (key.height > 0 ? key.y + key.height : bottom) + margin - 8,
    heading: heading.lines,
    nodes,
    edges,
    legend: key,
    notes: diagram.notes,
  };
}

export function nodeOf(placed: PlacedBox): SceneNode {
  const { box, parent, x, y, width, height, lines, badges } = placed;
  return {
    id: box.id,
    ...(box.element !== undefined && { element: box.element }),
    ...(box.kind && { kind: box.kind }),
    shape: box.shape,
    tone: box.tone,
    states: box.states,
    x,
    y,
    width,
    height,
    ...(parent !== undefined && { parent }),
    title: box.title,
    details: box.facts.map(({ text, aside }) => (aside === undefined ? text : `${text} · ${aside}`)),
    lines,
    badges,
    label: box.label,
    ...(box.source && { source: box.source }),
    ...(box.hidden && { hidden: box.hidden }),
  };
}

function isOpen(placed: PlacedBox): boolean {
  return placed.box.inside.length > 0;
}

/** Lines that decide no place are routed over those that do. */
export function routeLines(
  lines: readonly Line[],
  boxes: readonly PlacedBox[],
  links: readonly SceneEdge[],
  bounds: Rect,
): readonly SceneEdge[] {
  if (lines.length === 0) return [];
  const byId = new Map(boxes.map((placed) => [placed.box.id, placed]));
  const kept = lines.filter((line) => byId.has(line.from) && byId.has(line.to));
  const solid = boxes.filter((placed) => !isOpen(placed));
  const texts = boxes.filter(isOpen).flatMap(textRects);
  const frames = boxes.filter(isOpen);
  const journeys = kept.map((line) => ({ from: ports(byId.get(line.from)), to: ports(byId.get(line.to)) }));
  const routes = route(
    { bounds, boxes: solid, texts, frames, lines: links.map(({ points }) => points) },
    journeys,
  );
  const many = kept.length > 200;
  const labels = many
    ? []
    : placeLabels(
        kept.map((line, i) => ({
          text: line.purpose ?? '',
          points: routes[i]?.curve ? [] : (routes[i]?.points ?? []),
        })),
        [...solid, ...links.flatMap(({ points }) => [...segmentsOf(points)].map((rect) => grown(rect, 1)))],
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
      ...(found?.curve && { curve: true as const }),
      ...(line.strength && { strength: line.strength }),
      count: line.count,
      title: line.title,
      ...(line.purpose !== undefined && { purpose: line.purpose }),
      ...(label && label.text !== '' && { label }),
      ...(line.source && { source: line.source }),
    };
  });
}

function ports(placed: PlacedBox | undefined): ReturnType<typeof portsOf> {
  return placed ? portsOf(placed.box, placed) : [];
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
