import { overlap, type Rect, segmentsOf } from './rect.ts';
import { lowerBound, type RouteGrid } from './route-grid.ts';

/** What a line starts from or leads to. */
export interface End extends Rect {
  /** A frame that others stand in, and not a card. */
  readonly open: boolean;
  /** Lines keep this far from the ends of its top and bottom, where it is round. */
  readonly rounding?: number;
}

export type Side = 'right' | 'bottom' | 'left' | 'top';

/** Where a line may touch a box. */
export interface Port {
  readonly side: Side;
  readonly x: number;
  readonly y: number;
  /** The crossing of the grid that a line goes straight to from here. */
  readonly at: number;
  /** The length of the way there, and a little for a place that is less fitting than others. */
  readonly cost: number;
}

/** Lines touch a box this far from its corners. */
const corner = 9;
/** So wide and so deep is the ground before a port that belongs to its line alone. */
const mouth = { half: 5, deep: 7.5 };
/** For each pixel off the best place of a side. */
const offCost = { card: 0.4, frame: 0.02 };
/** Lines from above and from the left are solid ones, as a rule. */
const sideCost: { readonly [side in Side]: number } = { right: 0, bottom: 0, left: 6, top: 6 };
const straight = 7;

/** The places at which a line can touch a box without touching a line that is there already. */
export function portsOf(
  grid: RouteGrid,
  end: End,
  lines: readonly (readonly number[])[],
  marked: boolean,
): readonly Port[] {
  const near: Rect[] = [];
  const around = { x: end.x - 10, y: end.y - 10, width: end.width + 20, height: end.height + 20 };
  for (const line of lines)
    for (const part of segmentsOf(line)) if (overlap(fat(part), around)) near.push(part);
  const ports: Port[] = [];
  for (const side of ['right', 'bottom', 'left', 'top'] as const) {
    for (const port of along(grid, end, side, marked)) {
      const ground = mouthOf(port);
      if (!near.some((part) => overlap(fat(part), ground))) ports.push(port);
    }
  }
  return ports;
}

/** The ground before a port. */
export function mouthOf({ side, x, y }: Pick<Port, 'side' | 'x' | 'y'>): Rect {
  const { half, deep } = mouth;
  if (side === 'right') return { x, y: y - half, width: deep, height: 2 * half };
  if (side === 'left') return { x: x - deep, y: y - half, width: deep, height: 2 * half };
  if (side === 'top') return { x: x - half, y: y - deep, width: 2 * half, height: deep };
  return { x: x - half, y, width: 2 * half, height: deep };
}

/** A stretch of a line has no height or no width, and so would overlap nothing. */
function fat({ x, y, width, height }: Rect): Rect {
  return { x: x - 0.25, y: y - 0.25, width: width + 0.5, height: height + 0.5 };
}

function* along(grid: RouteGrid, end: End, side: Side, marked: boolean): Generator<Port> {
  const { xs, ys, right, down } = grid;
  const upright = side === 'left' || side === 'right';
  const places = upright ? ys : xs;
  const from = upright ? end.y : end.x;
  const length = upright ? end.height : end.width;
  const best = from + bestPlace(end, side) * length;
  const edge = { right: end.x + end.width, left: end.x, top: end.y, bottom: end.y + end.height }[side];
  const depths = upright ? xs : ys;
  const after = side === 'right' || side === 'bottom';
  const first = after ? lowerBound(depths, edge + 1.5) : lowerBound(depths, edge - 1.49) - 1;
  const inset = upright ? corner : (end.rounding ?? corner);
  const last = lowerBound(places, from + length - inset + 0.01);
  for (let i = lowerBound(places, from + inset); i < last; i += 1) {
    const place = places[i] ?? 0;
    let depth = first;
    // A mark takes its length of the line before the first bend.
    while (
      marked &&
      depth >= 0 &&
      depth < depths.length &&
      Math.abs((depths[depth] ?? 0) - edge) < straight
    ) {
      const step = after ? depth : depth - 1;
      const free = upright ? right[i * xs.length + step] : down[step * xs.length + i];
      if (step < 0 || free === Number.POSITIVE_INFINITY) depth = -1;
      else depth += after ? 1 : -1;
    }
    if (depth < 0 || depth >= depths.length) continue;
    const way = Math.abs((depths[depth] ?? 0) - edge);
    const off = Math.abs(place - best) * (end.open ? offCost.frame : offCost.card);
    const at = upright ? i * xs.length + depth : depth * xs.length + i;
    const cost = way + off + sideCost[side];
    yield upright ? { side, x: edge, y: place, at, cost } : { side, x: place, y: edge, at, cost };
  }
}

/** The best place on a side, as a part of its length: away from where solid lines arrive. */
function bestPlace(end: End, side: Side): number {
  if (end.open) return side === 'top' || side === 'bottom' ? 0.5 : 0;
  return side === 'right' ? 0.5 : 0.72;
}
