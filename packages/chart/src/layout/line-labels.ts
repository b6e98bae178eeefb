import type { TextLine } from '../scene.ts';
import { clean } from '../text/clean.ts';
import { directionOf } from '../text/direction.ts';
import { measure } from '../text/measure.ts';
import { typography } from '../typography.ts';
import { grown, overlap, type Rect, segmentsOf } from './rect.ts';

const { size, weight } = typography['line-label'];
const height = 12;

/**
 * Puts labels on level stretches of their lines, longest stretch first, where nothing else is: neither `taken`, nor
 * another line, nor another label.
 */
export function placeLabels(
  labels: readonly { readonly text: string; readonly points: readonly number[] }[],
  taken: readonly Rect[],
): readonly (TextLine | undefined)[] {
  const blocked = [...taken];
  const runs = labels.map(({ points }) => [...segmentsOf(points)]);
  return labels.map(({ text, points }, index) => {
    const said = clean(text);
    const width = Math.ceil(measure(said, size, weight));
    for (const spot of spots(points, width)) {
      if (blocked.some((rect) => overlap(rect, spot))) continue;
      if (runs.some((run, other) => other !== index && run.some((rect) => overlap(grown(rect, 1), spot))))
        continue;
      blocked.push(spot);
      return {
        text: said,
        x: spot.x + spot.width / 2,
        y: spot.y + 9,
        align: 'center',
        style: 'line-label',
        direction: directionOf(said),
        width,
      };
    }
    return undefined;
  });
}

function* spots(points: readonly number[], width: number): Generator<Rect> {
  const level = [...segmentsOf(points)]
    .filter(({ height: rise }) => rise === 0)
    .sort((a, b) => b.width - a.width);
  for (const { x, y, width: run } of level) {
    if (run < width + 16) return;
    for (const share of [0.5, 0.25, 0.75, 0, 1]) {
      const left = Math.round(x + 8 + (run - width - 16) * share);
      yield { x: left - 2, y: y - height / 2, width: width + 4, height };
    }
  }
}
