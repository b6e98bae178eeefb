import { describe, expect, it } from 'vitest';
import type { Rect } from './rect.ts';
import { route } from './route.ts';
import type { Port } from './route-grid.ts';

const bounds: Rect = { x: 0, y: 0, width: 400, height: 300 };
const a: Rect = { x: 20, y: 100, width: 60, height: 40 };
const b: Rect = { x: 300, y: 100, width: 60, height: 40 };

function right(rect: Rect): Port {
  return { x: rect.x + rect.width, y: rect.y + rect.height / 2, side: 'right' };
}
function left(rect: Rect): Port {
  return { x: rect.x, y: rect.y + rect.height / 2, side: 'left' };
}

function points(
  others: readonly Rect[],
  lines: readonly (readonly number[])[] = [],
): readonly number[] | undefined {
  const ground = { bounds, boxes: [a, b, ...others], texts: [], frames: [], lines };
  return route(ground, [{ from: [right(a)], to: [left(b)] }])[0]?.points;
}

describe('routes', () => {
  it('are straight where nothing is in the way', () => {
    expect(points([])).toEqual([80, 120, 300, 120]);
  });

  it('go around what is in the way, by the shorter side', () => {
    const way = points([{ x: 150, y: 50, width: 50, height: 80 }]) ?? [];
    const ys = way.filter((_, i) => i % 2 === 1);
    expect(Math.max(...ys)).toBe(134);
    expect(way.slice(0, 2)).toEqual([80, 120]);
    expect(way.slice(-2)).toEqual([300, 120]);
  });

  it('do not run along other lines', () => {
    const way = points([], [[90, 120, 290, 120]]) ?? [];
    expect(way.length).toBeGreaterThan(4);
  });

  it('keep apart from each other where they can', () => {
    const ground = { bounds, boxes: [a, b], texts: [], frames: [], lines: [] };
    const ways = route(ground, [
      { from: [right(a)], to: [left(b)] },
      { from: [right(a)], to: [left(b)] },
    ]);
    expect(ways[0]?.points).not.toEqual(ways[1]?.points);
  });

  it('are curves where there are too many of them', () => {
    const journeys = Array.from({ length: 500 }, () => ({ from: [right(a)], to: [left(b)] }));
    const ways = route({ bounds, boxes: [a, b], texts: [], frames: [], lines: [] }, journeys);
    expect(ways.every(({ curve }) => curve)).toBe(true);
  });

  it('take any box in the way when there is no way round', () => {
    const wall: Rect = { x: 150, y: -10, width: 20, height: 400 };
    expect(points([wall])).toHaveLength(8);
  });
});
