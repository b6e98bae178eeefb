import { describe, expect, it } from 'vitest';
import type { End } from './ports.ts';
import type { Rect } from './rect.ts';
import { curves, type Journey, route } from './route.ts';

const bounds: Rect = { x: 0, y: 0, width: 400, height: 300 };
const a: Rect = { x: 20, y: 100, width: 60, height: 40 };
const b: Rect = { x: 300, y: 100, width: 60, height: 40 };

function end(rect: Rect): End {
  return { ...rect, open: false };
}

const journey: Journey = { from: end(a), to: end(b), marked: true };

function points(
  others: readonly Rect[],
  lines: readonly (readonly number[])[] = [],
): readonly number[] | undefined {
  const ground = { bounds, boxes: [a, b, ...others], texts: [], frames: [], lines, lanes: 2 };
  return route(ground, [journey])[0]?.points;
}

describe('routes', () => {
  it('are straight where nothing is in the way', () => {
    expect(points([])).toEqual([80, 120, 300, 120]);
  });

  it('go around what is in the way, by the shorter side', () => {
    const way = points([{ x: 150, y: 50, width: 50, height: 80 }]) ?? [];
    const ys = way.filter((_, i) => i % 2 === 1);
    expect(Math.max(...ys)).toBeGreaterThan(130);
    expect(Math.max(...ys)).toBeLessThan(160);
    expect(way[0]).toBe(80);
    expect(way.at(-2)).toBeGreaterThanOrEqual(300);
  });

  it('do not run along other lines', () => {
    const way = points([], [[90, 120, 290, 120]]) ?? [];
    expect(way.length).toBeGreaterThan(4);
  });

  it('keep apart from each other where they can', () => {
    const ground = { bounds, boxes: [a, b], texts: [], frames: [], lines: [], lanes: 2 };
    const ways = route(ground, [journey, { ...journey }, { ...journey }]);
    const starts = ways.map((way) => way.points.slice(0, 2).join());
    expect(new Set(starts).size).toBe(3);
  });

  it('run straight from side to side where there are too many of them', () => {
    const ways = curves([journey]);
    expect(ways).toEqual([{ points: [80, 120, 160, 120, 220, 120, 300, 120], curve: true }]);
  });

  it('take any box in the way when there is no way round', () => {
    const wall: Rect = { x: 150, y: -10, width: 20, height: 400 };
    expect(points([wall])).toHaveLength(8);
  });
});
