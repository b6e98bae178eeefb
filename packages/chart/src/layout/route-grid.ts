import type { Rect } from './rect.ts';

/**
 * Where lines may run: beside boxes, in the gaps between them. Grid lines stand a little off every edge, so that a
 * grid of a few thousand crossings covers a whole chart.
 */
export interface RouteGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Extra cost of the step from a crossing to the next one at its right or below it; infinite where a box is. */
  readonly right: Float32Array;
  readonly down: Float32Array;
}

export interface Ground {
  readonly bounds: Rect;
  /** Lines never cross these where a way round exists. */
  readonly boxes: readonly Rect[];
  /** Neither these, but the gaps beside them are no ways. */
  readonly texts: readonly Rect[];
  /** Crossing the border of these costs a little. */
  readonly frames: readonly Rect[];
  /** Lines that are there already; running along them is to be avoided. */
  readonly lines: readonly (readonly number[])[];
  /** Where lines start and end. */
  readonly ports: readonly Port[];
}

export interface Port {
  readonly x: number;
  readonly y: number;
  /** The side of the box that it is on. */
  readonly side: 'left' | 'right' | 'top' | 'bottom';
}

/** A grid beyond this number of crossings is not worth its time. */
const mostCrossings = 400_000;
const frameCost = 60;
const alongCost = 2;

export function routeGrid(ground: Ground): RouteGrid | undefined {
  const { bounds } = ground;
  const xs: number[] = [bounds.x, bounds.x + bounds.width];
  const ys: number[] = [bounds.y, bounds.y + bounds.height];
  for (const box of ground.boxes) {
    xs.push(box.x - 5, box.x + box.width + 5);
    ys.push(box.y - 4, box.y + box.height + 4);
  }
  for (const frame of ground.frames) {
    xs.push(frame.x - 4, frame.x - 9, frame.x + frame.width + 4, frame.x + frame.width + 9);
    ys.push(frame.y - 4, frame.y - 9, frame.y + frame.height + 4, frame.y + frame.height + 9);
  }
  for (const port of ground.ports) {
    if (port.side === 'left' || port.side === 'right') ys.push(port.y);
    else xs.push(port.x);
  }
  const columns = spread(xs, bounds.x, bounds.x + bounds.width);
  const rows = spread(ys, bounds.y, bounds.y + bounds.height);
  if (columns.length * rows.length > mostCrossings) return undefined;
  const grid: RouteGrid = {
    xs: columns,
    ys: rows,
    right: new Float32Array(columns.length * rows.length),
    down: new Float32Array(columns.length * rows.length),
  };
  for (const frame of ground.frames) chargeFrame(grid, frame);
  for (const line of ground.lines) chargeLine(grid, line, alongCost);
  for (const box of ground.boxes) block(grid, box);
  for (const text of ground.texts) block(grid, text);
  return grid;
}

/** Sorted, without those that are too close to their neighbour to be told apart. */
function spread(values: readonly number[], from: number, to: number): readonly number[] {
  const sorted = values.filter((value) => value >= from && value <= to).sort((a, b) => a - b);
  const kept: number[] = [];
  for (const value of sorted) {
    const last = kept.at(-1);
    if (last === undefined || value - last > 2) kept.push(value);
  }
  return kept;
}

/** Index of the first value that is not below the limit. */
export function lowerBound(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function block(grid: RouteGrid, box: Rect): void {
  const { xs, ys, right, down } = grid;
  const left = box.x - 1;
  const top = box.y - 1;
  const endX = box.x + box.width + 1;
  const endY = box.y + box.height + 1;
  const x0 = lowerBound(xs, left + 0.01);
  const x1 = lowerBound(xs, endX);
  const y0 = lowerBound(ys, top + 0.01);
  const y1 = lowerBound(ys, endY);
  for (let y = y0; y < y1; y += 1) {
    for (let x = Math.max(x0 - 1, 0); x < x1; x += 1) right[y * xs.length + x] = Number.POSITIVE_INFINITY;
  }
  for (let x = x0; x < x1; x += 1) {
    for (let y = Math.max(y0 - 1, 0); y < y1; y += 1) down[y * xs.length + x] = Number.POSITIVE_INFINITY;
  }
}

function chargeFrame(grid: RouteGrid, frame: Rect): void {
  const { xs, ys, right, down } = grid;
  const x0 = lowerBound(xs, frame.x);
  const x1 = lowerBound(xs, frame.x + frame.width);
  const y0 = lowerBound(ys, frame.y);
  const y1 = lowerBound(ys, frame.y + frame.height);
  for (let y = y0; y < y1; y += 1) {
    for (const x of [x0 - 1, x1 - 1]) if (x >= 0) add(right, y * xs.length + x, frameCost);
  }
  for (let x = x0; x < x1; x += 1) {
    for (const y of [y0 - 1, y1 - 1]) if (y >= 0) add(down, y * xs.length + x, frameCost);
  }
}

/** Makes it dear to run along a line, by the length of the way that is shared. */
export function chargeLine(grid: RouteGrid, points: readonly number[], cost: number): void {
  const { xs, ys, right, down } = grid;
  for (let i = 3; i < points.length; i += 2) {
    const x1 = points[i - 3] ?? 0;
    const y1 = points[i - 2] ?? 0;
    const x2 = points[i - 1] ?? 0;
    const y2 = points[i] ?? 0;
    if (y1 === y2) {
      for (const y of near(ys, y1)) {
        for (const [x, shared] of covered(xs, x1, x2)) add(right, y * xs.length + x, shared * cost);
      }
    } else {
      for (const x of near(xs, x1)) {
        for (const [y, shared] of covered(ys, y1, y2)) add(down, y * xs.length + x, shared * cost);
      }
    }
  }
}

/** The grid lines that cannot be told apart from this place. */
function* near(values: readonly number[], place: number): Generator<number> {
  for (let i = lowerBound(values, place - 2); (values[i] ?? Number.POSITIVE_INFINITY) <= place + 2; i += 1)
    yield i;
}

/** The steps of the grid that a stretch covers, with how much of each. */
function* covered(values: readonly number[], a: number, b: number): Generator<readonly [number, number]> {
  const from = Math.min(a, b);
  const to = Math.max(a, b);
  for (let i = Math.max(0, lowerBound(values, from) - 1); i + 1 < values.length; i += 1) {
    const start = values[i] ?? 0;
    if (start >= to) return;
    const shared = Math.min(to, values[i + 1] ?? 0) - Math.max(from, start);
    if (shared > 2) yield [i, shared];
  }
}

function add(costs: Float32Array, at: number, cost: number): void {
  costs[at] = (costs[at] ?? 0) + cost;
}
