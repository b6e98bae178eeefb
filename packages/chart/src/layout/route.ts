import { type Heap, newHeap, pop, push } from './heap.ts';
import { type End, mouthOf, type Port, portsOf } from './ports.ts';
import { grown, type Rect } from './rect.ts';
import { block, type Ground, occupy, type RouteGrid, routeGrid } from './route-grid.ts';

export interface Route {
  readonly points: readonly number[];
  /** Two ends and two control points, where there was no way or no time for corners. */
  readonly curve?: true;
}

export interface Journey {
  readonly from: End;
  readonly to: End;
  /** A mark stands where the line ends. */
  readonly marked?: boolean;
  readonly labeled?: boolean;
}

/** Steps of the search over all lines together; those left over are drawn as curves. */
const mostSteps = 1_500_000;
const bendCost = 40;
/** Other lines and marks keep so far from a mark. */
const markMargin = 3;
/** Above one, the search hurries towards its goal and may miss a slightly better way. */
const eagerness = 1.3;

/**
 * Routes lines one after the other through the gaps between boxes, each in lanes of its own: none runs along another,
 * and each has a place of its own where it starts and ends.
 */
export function route(ground: Ground, journeys: readonly Journey[]): readonly Route[] {
  const ends = journeys.flatMap(({ from, to }) => [from, to]);
  const grid = routeGrid(ground, ends);
  if (!grid) return curves(journeys);
  const search = newSearch(grid);
  const lines = [...ground.lines];
  const routes = new Map<Journey, Route>();
  for (const journey of inOrder(journeys)) {
    const way = search.steps < mostSteps ? find(grid, search, journey, lines) : undefined;
    routes.set(journey, way ? { points: way.points } : curve(journey));
    if (!way) continue;
    lines.push(way.points);
    occupy(grid, way.points, journey.labeled === true);
    if (journey.marked) block(grid, grown(mouthOf(way.port), markMargin));
  }
  return journeys.map((journey) => routes.get(journey) ?? curve(journey));
}

/** Lines without a mark first, then from near to far: who has little to go takes little room from the others. */
function inOrder(journeys: readonly Journey[]): readonly Journey[] {
  return journeys.toSorted((a, b) => {
    if (!a.marked !== !b.marked) return a.marked ? 1 : -1;
    return distance(a) - distance(b);
  });
}

function distance({ from, to }: Journey): number {
  const dx = Math.abs(from.x + from.width / 2 - to.x - to.width / 2);
  const dy = Math.abs(from.y + from.height / 2 - to.y - to.height / 2);
  return dx + dy;
}

/** What is drawn of lines that are too many to be followed. */
export function curves(journeys: readonly Journey[]): readonly Route[] {
  return journeys.map(curve);
}

/** From the nearest sides over whatever is between. */
function curve({ from, to }: Journey): Route {
  const [ax, ay] = middle(from);
  const [bx, by] = middle(to);
  const across = gap(from.x, from.width, to.x, to.width);
  const along = gap(from.y, from.height, to.y, to.height);
  const level = across > along;
  const towards = (level ? bx >= ax : by >= ay) ? 1 : -1;
  const [x1, x2] = level ? [ax + (towards * from.width) / 2, bx - (towards * to.width) / 2] : [ax, bx];
  const [y1, y2] = level ? [ay, by] : [ay + (towards * from.height) / 2, by - (towards * to.height) / 2];
  const reach = towards * Math.round(Math.min(80, (Math.abs(x2 - x1) + Math.abs(y2 - y1)) / 2));
  const points = level
    ? [x1, y1, x1 + reach, y1, x2 - reach, y2, x2, y2]
    : [x1, y1, x1, y1 + reach, x2, y2 - reach, x2, y2];
  return { points, curve: true };
}

function middle({ x, y, width, height }: Rect): readonly [number, number] {
  return [x + Math.round(width / 2), y + Math.round(height / 2)];
}

/** What is free between two stretches; negative where they overlap. */
function gap(a: number, aLength: number, b: number, bLength: number): number {
  return Math.max(b - a - aLength, a - b - bLength);
}

/** Directions: 0 right, 1 down, 2 left, 3 up. A state is a crossing and the direction in which it was reached. */
interface Search {
  readonly cost: Float32Array;
  readonly back: Int32Array;
  readonly round: Int32Array;
  /** By crossing: whether a line may end there. */
  readonly isGoal: Uint8Array;
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
    isGoal: new Uint8Array(states / 4),
    heap: newHeap(),
    current: 0,
    steps: 0,
  };
}

const blocked = Number.POSITIVE_INFINITY;
const outward = { right: 0, bottom: 1, left: 2, top: 3 } as const;

interface Way {
  readonly points: readonly number[];
  /** Where it ends. */
  readonly port: Port;
}

function find(
  grid: RouteGrid,
  search: Search,
  { from: start, to: target, marked = false }: Journey,
  lines: readonly (readonly number[])[],
): Way | undefined {
  const { xs, ys, right, down } = grid;
  const width = xs.length;
  const goals = new Map<number, Port>();
  for (const port of portsOf(grid, target, lines, marked)) {
    goals.set(port.at * 4 + ((outward[port.side] + 2) % 4), port);
  }
  for (const { at } of goals.values()) search.isGoal[at] = 1;
  search.current += 1;
  const { heap, cost, back, round, current, isGoal } = search;
  heap.size = 0;
  const starts = new Map<number, Port>();
  for (const port of portsOf(grid, start, lines, false)) {
    const state = port.at * 4 + outward[port.side];
    starts.set(state, port);
    relax(state, port.at % width, Math.floor(port.at / width), -1, port.cost);
  }
  const way = walk();
  for (const { at } of goals.values()) isGoal[at] = 0;
  return way;

  function walk(): Way | undefined {
    for (let state = pop(heap); state >= 0; state = pop(heap)) {
      if (round[state] === -current) continue;
      round[state] = -current;
      search.steps += 1;
      const at = state >> 2;
      const goal = isGoal[at] === 1 ? goals.get(state) : undefined;
      if (goal) return trace(state, goal);
      const direction = state & 3;
      const x = at % width;
      const y = (at - x) / width;
      const base = cost[state] ?? 0;
      for (let turn = 0; turn < 4; turn += 1) {
        if (turn === (direction ^ 2)) continue;
        const price = base + (turn === direction ? 0 : bendCost);
        // A goal that asks for another direction costs a bend in place.
        if (isGoal[at] === 1 && goals.has(at * 4 + turn)) relax(at * 4 + turn, x, y, state, price);
        advance(turn, at, x, y, state, price);
      }
    }
    return undefined;
  }

  /** Takes the step in a direction, where one may be taken. */
  function advance(turn: number, at: number, x: number, y: number, before: number, price: number): void {
    if (turn === 0) {
      const long = (xs[x + 1] ?? blocked) - (xs[x] ?? 0) + (right[at] ?? 0);
      relax((at + 1) * 4, x + 1, y, before, price + long);
    } else if (turn === 1) {
      const long = (ys[y + 1] ?? blocked) - (ys[y] ?? 0) + (down[at] ?? 0);
      relax((at + width) * 4 + 1, x, y + 1, before, price + long);
    } else if (turn === 2) {
      if (x === 0) return;
      const long = (xs[x] ?? 0) - (xs[x - 1] ?? 0) + (right[at - 1] ?? 0);
      relax((at - 1) * 4 + 2, x - 1, y, before, price + long);
    } else {
      if (y === 0) return;
      const long = (ys[y] ?? 0) - (ys[y - 1] ?? 0) + (down[at - width] ?? 0);
      relax((at - width) * 4 + 3, x, y - 1, before, price + long);
    }
  }

  function relax(state: number, x: number, y: number, before: number, price: number): void {
    if (price === blocked || round[state] === -current) return;
    const value = isGoal[state >> 2] === 1 ? price + (goals.get(state)?.cost ?? 0) : price;
    if (round[state] === current && (cost[state] ?? 0) <= value) return;
    round[state] = current;
    cost[state] = value;
    back[state] = before;
    push(heap, state, value + eagerness * ahead(xs[x] ?? 0, ys[y] ?? 0, target));
  }

  function trace(end: number, goal: Port): Way {
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
    return { points: straighten(reversed.reverse()), port: goal };
  }
}

/** The least that is still to come: the distance, and a bend where it goes two ways. */
function ahead(x: number, y: number, rect: Rect): number {
  const dx = Math.max(rect.x - x, 0, x - rect.x - rect.width);
  const dy = Math.max(rect.y - y, 0, y - rect.y - rect.height);
  return dx + dy + (dx > 0 && dy > 0 ? bendCost : 0);
}

/** Drops corners on straight lines. */
function straighten(points: readonly number[]): readonly number[] {
  const corners: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i] ?? 0;
    const y = points[i + 1] ?? 0;
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
