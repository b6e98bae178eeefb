import type { Line } from '../lens/diagram.ts';
import type { SceneEdge, TextLine } from '../scene.ts';
import { cleanData } from '../text/clean.ts';
import { placeLabels } from './line-labels.ts';
import type { End } from './ports.ts';
import type { Rect } from './rect.ts';
import { curves, type Journey, type Route, route } from './route.ts';
import type { PlacedBox } from './tree.ts';

/** Lines beyond this number are curves, since nobody could follow them: corners take long to find. */
const mostRouted = 400;
/** Lines beyond this number have no labels: they would cover the chart. */
const mostLabels = 200;
/** From the sides of a drum: between, its ends are flat enough for lines to touch them. */
const drumRounding = 34;

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
  const { routes, labels } = waysOf(kept, journeys, boxes, links, bounds, lanes);
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

/** Whether lines run over it. */
function isOpen({ box }: PlacedBox): boolean {
  return box.inside.length > 0 || box.shape === 'band' || box.shape === 'group';
}

function waysOf(
  lines: readonly Line[],
  journeys: readonly Journey[],
  boxes: readonly PlacedBox[],
  links: readonly SceneEdge[],
  bounds: Rect,
  lanes: number,
): { readonly routes: readonly Route[]; readonly labels: readonly (TextLine | undefined)[] } {
  if (journeys.length > mostRouted) return { routes: curves(journeys), labels: [] };
  const cards = boxes.filter((placed) => !isOpen(placed));
  const frames = boxes.filter(isOpen);
  const texts = frames.flatMap(textRects);
  const solid = links.map(({ points }) => points);
  const routes = route({ bounds, boxes: cards, texts, frames, lines: solid, lanes }, journeys);
  if (journeys.length > mostLabels) return { routes, labels: [] };
  const labeled = lines.map(({ purpose = '' }, i) => {
    const way = routes[i];
    return { text: purpose, points: way && !way.curve ? way.points : [] };
  });
  return { routes, labels: placeLabels(labeled, { taken: [...cards, ...texts], lines: solid, frames }) };
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
