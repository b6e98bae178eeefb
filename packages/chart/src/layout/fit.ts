import type { Box } from '../lens/diagram.ts';
import { type Measured, sizeGroup } from './sizing.ts';

/** Width to height of the page that a chart should fill: between a sheet of paper and a screen. */
const page = 1.55;
const lowest = 240;
/** Heights are tried in steps of this ratio: few enough for speed, and an edit seldom moves the choice. */
const step = 1.08;
/** With more boxes than this, only the heights are tried that halve the way to a page. */
const manyBoxes = 3000;

interface Trial {
  readonly limit: number;
  readonly width: number;
  readonly height: number;
}

/** The height within which the boxes are largest on a page, with `extra` pixels of other things above and below. */
export function bestLimit(roots: readonly Box[], extra: number, measured: Measured): number {
  const trials = new Map<number, Trial>();
  const trial = (index: number): Trial => {
    const known = trials.get(index);
    if (known) return known;
    const limit = Math.round(lowest * step ** index);
    const group = sizeGroup(roots, limit, 'apart', measured);
    const made = { limit, width: group.width, height: group.height + extra };
    trials.set(index, made);
    return made;
  };
  if (measureCount(roots) > manyBoxes) return halving(trial);

  const tried: Trial[] = [];
  for (let index = 0; index < 90; index += 1) {
    const made = trial(index);
    tried.push(made);
    // From here on nothing changes, or the picture only grows taller.
    if (made.height - extra < made.limit * 0.5 || made.width < made.height * 0.6) break;
  }
  let best = tried[0];
  for (const made of tried) if (best && scaleOf(made) > scaleOf(best) * 1.000001) best = made;
  return best?.limit ?? lowest;
}

/** How large the chart can be on a page. */
function scaleOf({ width, height }: Trial): number {
  return 1 / Math.max(width / page, height);
}

/** The width falls as the height rises, more or less, so the page lies where they cross. */
function halving(trial: (index: number) => Trial): number {
  let low = 0;
  let high = 160;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const { width, height } = trial(middle);
    if (width / height > page) low = middle;
    else high = middle;
  }
  return trial(high).limit;
}

function measureCount(roots: readonly Box[]): number {
  let count = 0;
  const rest = [...roots];
  for (let box = rest.pop(); box; box = rest.pop()) {
    count += 1;
    for (const each of box.inside) rest.push(each);
    for (const each of box.under) rest.push(each);
  }
  return count;
}
