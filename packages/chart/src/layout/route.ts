import { type Heap, newHeap, pop, push } from './heap.ts';
import type { Rect } from './rect.ts';
import { chargeLine, type Ground, lowerBound, type Port, type RouteGrid, routeGrid } from './route-grid.ts';

export interface Route {
  readonly points: readonly number[];
  /** Two ends and two control points, where there was no time for corners. */
  readonly curve?: true;
}

export interface Journey {
  readonly from: readonly Port[];
  readonly to: readonly Port[];
}

/** Steps of the search over all lines together; those left over are drawn as curves. */
const mostSteps = 800_000;
const bendCost = 36;
/** Above one, the search hurries towards its goal and may miss a slightly better way. */
const eagerness = 1.15;
/** What it costs to run along a line that was routed before. */
const sharedCost = 4;

/** Routes lines one after the other through the gaps between boxes. */
export function route(ground: Omit<Ground, 'ports'>, journeys: readonly Journey[]): readonly Route[] {
  if (journeys.length === 0) return [];
  const ports = journeys.flatMap(({ from, to }) => [...from, ...to]);
  const grid = journeys.length > 400 ? undefined : routeGrid({ ...ground, ports });
  if (!grid) return journeys.map(curve);
  const search = newSearch(grid);
  return journeys.map((journey) => {
    const points = search.steps < mostSteps ? find(grid, search, journey) : undefined;
    if (!points) return curve(journey);
    chargeLine(grid, points, sharedCost);
    return { points };
  });
}

function curve({ from, to }: Journey): Route {
  let best: { readonly a: Port; readonly b: Port; readonly length: number } | undefined;
  for (const a of from) {
    for (const b of to) {
      const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
      if (!best || length < best.length) best = { a, b, length };
    }
  }
  if (!best) return { points: [] };
  const { a, b, length } = best;
  const reach = Math.round(Math.min(80, length / 2));
  const [ax, ay] = away(a, reach);
  const [bx, by] = away(b, reach);
  return { points: [a.x, a.y, ax, ay, bx, by, b.x, b.y], curve: true };
}

function away(port: Port, reach: number): readonly [number, number] {
  if (port.side === 'left') return [port.x - reach, port.y];
  if (port.side === 'right') return [port.x + reach, port.y];
  if (port.side === 'top') return [port.x, port.y - reach];
  return [port.x, port.y + reach];
}

/** Directions: 0 right, 1 down, 2 left, 3 up. A state is a crossing and the direction in which it was reached. */
interface Search {
  readonly cost: Float32Array;
  readonly back: Int32Array;
  readonly round: Int32Array;
  readonly heap: Heap;
  current: number;
  steps: number;
}

function newSearch(grid: RouteGrid): Search {
  const states = grid.xs.length * grid.ys.length * 4;
  return {
    cost: new Float32Array(states),
    back: new Int32Array(states),
    round: new Int32Array(states),
    heap: newHeap(),
    current: 0,
    steps: 0,
  };
}

const outward = { right: 0, bottom: 1, left: 2, top: 3 } as const;

/** The crossing next to a port, outside its box; undefined where there is none. */
function besidePort(grid: RouteGrid, port: Port): number | undefined {
  const { xs, ys } = grid;
  const across = port.side === 'left' || port.side === 'right';
  const x = across ? beyond(xs, port.x, port.side === 'right') : nearest(xs, port.x);
  const y = across ? nearest(ys, port.y) : beyond(ys, port.y, port.side === 'bottom');
  return x === undefined || y === undefined ? undefined : y * xs.length + x;
}

function beyond(values: readonly number[], edge: number, after: boolean): number | undefined {
  const index = after ? lowerBound(values, edge + 2) : lowerBound(values, edge - 1.99) - 1;
  return index >= 0 && index < values.length ? index : undefined;
}

function nearest(values: readonly number[], value: number): number {
  const index = lowerBound(values, value);
  const above = values[index];
  const below = values[index - 1];
  if (below === undefined) return index;
  return above === undefined || value - below < above - value ? index - 1 : index;
}

function find(grid: RouteGrid, search: Search, { from, to }: Journey): readonly number[] | undefined {
  const { xs, ys } = grid;
  const width = xs.length;
  const goals = new Map<number, Port>();
  const target = box(to);
  for (const port of to) {
    const at = besidePort(grid, port);
    if (at !== undefined) goals.set(at * 4 + ((outward[port.side] + 2) % 4), port);
  }
  search.current += 1;
  const { heap, cost, back, round, current } = search;
  heap.size = 0;
  const starts = new Map<number, Port>();
  for (const port of from) {
    const at = besidePort(grid, port);
    if (at === undefined) continue;
    const state = at * 4 + outward[port.side];
    starts.set(state, port);
    relax(
      state,
      -1,
      Math.abs((xs[at % width] ?? 0) - port.x) + Math.abs((ys[Math.floor(at / width)] ?? 0) - port.y),
    );
  }

  for (let state = pop(heap); state >= 0; state = pop(heap)) {
    if (round[state] === -current) continue;
    round[state] = -current;
    search.steps += 1;
    const goal = goals.get(state);
    if (goal) return trace(state, goal);
    const at = state >> 2;
    const direction = state & 3;
    const x = at % width;
    const y = (at - x) / width;
    const base = cost[state] ?? 0;
    for (let turn = 0; turn < 4; turn += 1) {
      if (turn === (direction + 2) % 4) continue;
      const next = step(at, x, y, turn);
      if (next < 0) continue;
      relax(next * 4 + turn, state, base + length(at, next, turn) + (turn === direction ? 0 : bendCost));
    }
    // A goal that asks for another direction costs a bend in place.
    for (let turn = 0; turn < 4; turn += 1) {
      if (turn !== direction && turn !== (direction + 2) % 4) {
        const turned = at * 4 + turn;
        if (goals.has(turned)) relax(turned, state, base + bendCost);
      }
    }
  }
  return undefined;

  function step(at: number, x: number, y: number, direction: number): number {
    if (direction === 0) return x + 1 < width ? at + 1 : -1;
    if (direction === 1) return y + 1 < ys.length ? at + width : -1;
    if (direction === 2) return x > 0 ? at - 1 : -1;
    return y > 0 ? at - width : -1;
  }

  function length(at: number, next: number, direction: number): number {
    const low = Math.min(at, next);
    const x = low % width;
    const y = (low - x) / width;
    if (direction === 0 || direction === 2) return (xs[x + 1] ?? 0) - (xs[x] ?? 0) + (grid.right[low] ?? 0);
    return (ys[y + 1] ?? 0) - (ys[y] ?? 0) + (grid.down[low] ?? 0);
  }

  function relax(state: number, before: number, value: number): void {
    if (value === Number.POSITIVE_INFINITY || round[state] === -current) return;
    if (round[state] === current && (cost[state] ?? 0) <= value) return;
    round[state] = current;
    cost[state] = value;
    back[state] = before;
    const at = state >> 2;
    push(
      heap,
      state,
      value + eagerness * ahead(xs[at % width] ?? 0, ys[Math.floor(at / width)] ?? 0, target),
    );
  }

  function trace(end: number, goal: Port): readonly number[] {
    const reversed: number[] = [goal.y, goal.x];
    let state = end;
    let first = end;
    while (state >= 0) {
      const at = state >> 2;
      reversed.push(ys[Math.floor(at / width)] ?? 0, xs[at % width] ?? 0);
      first = state;
      state = back[state] ?? -1;
    }
    const start = starts.get(first);
    if (start) reversed.push(start.y, start.x);
    return straighten(reversed.reverse());
  }
}

function box(ports: readonly Port[]): Rect {
  const xs = ports.map(({ x }) => x);
  const ys = ports.map(({ y }) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The least that is still to come: the distance, and a bend where it goes two ways. */
function ahead(x: number, y: number, rect: Rect): number {
  const dx = Math.max(rect.x - x, 0, x - rect.x - rect.width);
  const dy = Math.max(rect.y - y, 0, y - rect.y - rect.height);
  return dx + dy + (dx > 0 && dy > 0 ? bendCost : 0);
}

/** Drops corners on straight lines, and the small jogs between a port and the grid line next to it. */
function straighten(points: readonly number[]): readonly number[] {
  const kept = [...points];
  const last = kept.length - 2;
  // The first and last grid lines are moved onto the ports, at most two pixels.
  snap(kept, 0, 2);
  snap(kept, last, last - 2);
  const corners: number[] = [];
  for (let i = 0; i < kept.length; i += 2) {
    const x = kept[i] ?? 0;
    const y = kept[i + 1] ?? 0;
    const size = corners.length;
    if (size >= 2 && corners[size - 2] === x && corners[size - 1] === y) continue;
    if (size >= 4) {
      const sameX = corners[size - 4] === corners[size - 2] && corners[size - 2] === x;
      const sameY = corners[size - 3] === corners[size - 1] && corners[size - 1] === y;
      if (sameX || sameY) corners.length = size - 2;
    }
    corners.push(x, y);
  }
  return corners;
}

/** Moves a port along its box by the pixel or two that it is off its grid line. */
function snap(points: number[], port: number, next: number): void {
  const dx = Math.abs((points[port] ?? 0) - (points[next] ?? 0));
  const dy = Math.abs((points[port + 1] ?? 0) - (points[next + 1] ?? 0));
  if (dx > 0 && dy > 0) {
    if (dx < dy) points[port] = points[next] ?? 0;
    else points[port + 1] = points[next + 1] ?? 0;
  }
}
