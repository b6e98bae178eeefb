import { grown, type Rect } from './rect.ts';

/**
 * Where lines may run: beside boxes, in the gaps between them. Grid lines stand in lanes off every edge, so that a
 * grid of some ten thousand crossings covers a whole chart.
 */
export interface RouteGrid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Extra cost of the step from a crossing to the next one at its right or below it; infinite where none may run. */
  readonly right: Float32Array;
  readonly down: Float32Array;
}

export interface Ground {
  readonly bounds: Rect;
  /** Lines never cross these where a way round exists. */
  readonly boxes: readonly Rect[];
  /** Neither these, but the gaps beside them are no ways. */
  readonly texts: readonly Rect[];
  /** Crossing the border of these costs a little, and running along it a lot. */
  readonly frames: readonly Rect[];
  /** Lines that are there already: none runs along them. */
  readonly lines: readonly (readonly number[])[];
  /** How many lanes there are beside a box, at most. */
  readonly lanes: number;
}

/** A grid beyond this number of crossings is not worth its time. */
const mostCrossings = 400_000;
/** Lanes beside a card and beside a frame, off its edge; a frame has one inside, too. */
const besideBox = [4, 9, 14, 19, 24];
const besideFrame = [4.5, 9, 13.5, 18, 30];
const insideFrame = 6;
/** Lanes closer than this are one. */
const leastPitch = 2;
/** Lines touch a box no closer together than this. */
const portPitch = 12;
/** Parallel lines keep this far apart, from middle to middle. */
export const apart = 4;
const frameCost = 60;
/** What it costs to cross a line. */
const crossingCost = 24;
/** For each pixel along an edge within reach. */
const hug = { box: { cost: 0.3, reach: 5.5 }, frame: { cost: 3, reach: 3.5 } };
/** For each pixel beside a line that is too close for a label between them. */
const crowd = { cost: 0.2, reach: 14 };
/** Lines keep this far from texts. */
const textMargin = 3;

export function routeGrid(ground: Ground, ends: readonly Rect[]): RouteGrid | undefined {
  const { bounds } = ground;
  const xs: number[] = [bounds.x, bounds.x + bounds.width];
  const ys: number[] = [bounds.y, bounds.y + bounds.height];
  const lane = ({ x, y, width, height }: Rect, off: number): void => {
    xs.push(x - off, x + width + off);
    ys.push(y - off, y + height + off);
  };
  for (const box of ground.boxes) {
    for (const off of besideBox.slice(0, ground.lanes)) lane(box, off);
  }
  for (const frame of ground.frames) {
    for (const off of besideFrame) lane(frame, off);
    lane(frame, -insideFrame);
  }
  for (const [end, times] of counted(ends)) {
    xs.push(...parts(end.x, end.width, times));
    ys.push(...parts(end.y, end.height, times));
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
  for (const frame of ground.frames) {
    chargeBorder(grid, frame);
    chargeAlong(grid, outline(frame), hug.frame.cost, hug.frame.reach);
  }
  for (const box of ground.boxes) chargeAlong(grid, outline(box), hug.box.cost, hug.box.reach);
  for (const line of ground.lines) occupy(grid, line, false);
  for (const box of ground.boxes) block(grid, box);
  for (const text of ground.texts) block(grid, grown(text, textMargin));
  return grid;
}

function counted(ends: readonly Rect[]): ReadonlyMap<Rect, number> {
  const times = new Map<Rect, number>();
  for (const end of ends) times.set(end, (times.get(end) ?? 0) + 1);
  return times;
}

/** Places along a side for so many lines, as far as they fit. */
function parts(from: number, length: number, times: number): readonly number[] {
  const places = Math.min(times, Math.floor(length / portPitch) - 1);
  return Array.from({ length: places }, (_, i) => from + Math.round((length * (i + 1)) / (places + 1)));
}

/** Keeps other lines from running along a line, and makes it dear to cross it, or to take the room of its label. */
export function occupy(grid: RouteGrid, points: readonly number[], labeled: boolean): void {
  chargeAlong(grid, points, Number.POSITIVE_INFINITY, apart - 0.01);
  if (labeled) chargeAlong(grid, points, crowd.cost, crowd.reach);
  chargeAcross(grid, points, crossingCost);
}

/** Sorted, without those that are too close to their neighbour to be told apart. */
function spread(values: readonly number[], from: number, to: number): readonly number[] {
  const sorted = values.filter((value) => value >= from && value <= to).sort((a, b) => a - b);
  const kept: number[] = [];
  for (const value of sorted) {
    const last = kept.at(-1);
    if (last === undefined || value - last > leastPitch) kept.push(value);
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

/** No line may pass within a pixel of the box. */
export function block(grid: RouteGrid, box: Rect): void {
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

function outline({ x, y, width, height }: Rect): readonly number[] {
  return [x, y, x + width, y, x + width, y + height, x, y + height, x, y];
}

function chargeBorder(grid: RouteGrid, frame: Rect): void {
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

/** Makes it dear to run beside a line within reach, by the length of the way that is shared. */
function chargeAlong(grid: RouteGrid, points: readonly number[], cost: number, reach: number): void {
  const { xs, ys, right, down } = grid;
  for (let i = 3; i < points.length; i += 2) {
    const x1 = points[i - 3] ?? 0;
    const y1 = points[i - 2] ?? 0;
    const x2 = points[i - 1] ?? 0;
    const y2 = points[i] ?? 0;
    if (y1 === y2) {
      const end = lowerBound(ys, y1 + reach);
      for (let y = lowerBound(ys, y1 - reach); y < end; y += 1) charge(right, xs, y * xs.length, 1, x1, x2);
    } else {
      const end = lowerBound(xs, x1 + reach);
      for (let x = lowerBound(xs, x1 - reach); x < end; x += 1) charge(down, ys, x, xs.length, y1, y2);
    }
  }

  /** Charges the steps of one grid line from a to b, and as far beyond both as lines keep apart. */
  function charge(
    costs: Float32Array,
    places: readonly number[],
    first: number,
    stride: number,
    a: number,
    b: number,
  ): void {
    const from = Math.min(a, b) - reach;
    const to = Math.max(a, b) + reach;
    for (let i = Math.max(0, lowerBound(places, from) - 1); i + 1 < places.length; i += 1) {
      const start = places[i] ?? 0;
      if (start >= to) return;
      const shared = Math.min(to, places[i + 1] ?? 0) - Math.max(from, start);
      if (shared > 0.01) add(costs, first + i * stride, shared * cost);
    }
  }
}

/** Makes it dear to cross a line. */
function chargeAcross(grid: RouteGrid, points: readonly number[], cost: number): void {
  const { xs, ys, right, down } = grid;
  for (let i = 3; i < points.length; i += 2) {
    const x1 = points[i - 3] ?? 0;
    const y1 = points[i - 2] ?? 0;
    const x2 = points[i - 1] ?? 0;
    const y2 = points[i] ?? 0;
    const level = y1 === y2;
    const places = level ? xs : ys;
    const end = lowerBound(places, Math.max(level ? x1 : y1, level ? x2 : y2) + 0.01);
    const others = level ? ys : xs;
    const beside = lowerBound(others, (level ? y1 : x1) - 0.01);
    // A line on a grid line is crossed in two steps, one between them in one.
    const on = Math.abs((others[beside] ?? Number.POSITIVE_INFINITY) - (level ? y1 : x1)) < 0.01;
    const steps = on ? [beside - 1, beside] : [beside - 1];
    for (let j = lowerBound(places, Math.min(level ? x1 : y1, level ? x2 : y2)); j < end; j += 1) {
      for (const step of steps) {
        if (step < 0) continue;
        if (level) add(down, step * xs.length + j, cost / steps.length);
        else add(right, j * xs.length + step, cost / steps.length);
      }
    }
  }
}

function add(costs: Float32Array, at: number, cost: number): void {
  costs[at] = (costs[at] ?? 0) + cost;
}
