import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsWithin } from './columns.ts';

function deal(heights: readonly number[], gap: number, limit: number): readonly (readonly number[])[] {
  const stack = { heights, gaps: heights.map(() => gap) };
  const starts = columnsWithin(stack, limit);
  return starts.map((start, i) => heights.slice(start, starts[i + 1]));
}

function heightOf(column: readonly number[], gap: number): number {
  return column.reduce((sum, height) => sum + height, 0) + Math.max(0, column.length - 1) * gap;
}

describe('columns', () => {
  it.each([
    [[], 0, 100, []],
    [[50, 50], 0, 100, [[50, 50]]],
    [[50, 50], 1, 100, [[50], [50]]],
    [
      [10, 10, 10, 10, 10],
      0,
      40,
      [
        [10, 10, 10],
        [10, 10],
      ],
    ],
    [[90, 10, 10, 10], 0, 100, [[90], [10, 10, 10]]],
    [[500, 10], 0, 100, [[500], [10]]],
  ] as const)('deals %j with gap %d within %d', (heights, gap, limit, expected) => {
    expect(deal(heights, gap, limit)).toEqual(expected);
  });

  it('keeps order and height, and takes no more columns than it must', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 40 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 80, max: 300 }),
        (heights, gap, limit) => {
          const columns = deal(heights, gap, limit);
          expect(columns.flat()).toEqual(heights);
          for (const column of columns) expect(heightOf(column, gap)).toBeLessThanOrEqual(limit);
          for (const [i, column] of columns.entries()) {
            const next = columns[i + 1];
            if (next && columns.length === 2)
              expect(heightOf([...column, ...next], gap)).toBeGreaterThan(limit);
          }
        },
      ),
    );
  });
});
