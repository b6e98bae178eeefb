import type { Box } from '../lens/diagram.ts';
import { partsOf, sizeGroup } from './sizing.ts';
import type { Group } from './unit.ts';

/** Width to height of the page that a chart should fill: between a sheet of paper and a screen. */
const page = 1.55;
const lowest = 240;
/** Heights are tried in steps of this ratio: few enough for speed, and an edit seldom moves the choice. */
const step = 1.08;
/** With more boxes than this, a few heights near the likely one are tried, and not all. */
const manyBoxes = 2000;
/** With more than this, fewer still. */
const hugeBoxes = 20_000;
/** Of the area of a chart, its cards take about this part. */
const density = 0.3;
const cardArea = 190 * 56;
/** So many steps around the likely height. */
const reach = 15;

interface Trial {
  readonly group: Group;
  readonly limit: number;
  readonly width: number;
  readonly height: number;
}

/** The arrangement of the boxes that is largest on a page, with `extra` pixels of other things above and below. */
export function bestArrangement(roots: readonly Box[], extra: number): Group {
  const parts = partsOf(roots);
  const trials = new Map<number, Trial>();
  const trial = (index: number): Trial => {
    const known = trials.get(index);
    if (known) return known;
    const limit = Math.round(lowest * step ** index);
    const group = sizeGroup(parts, limit, 'apart');
    const made = { group, limit, width: group.width, height: group.height + extra };
    trials.set(index, made);
    return made;
  };
  const boxes = countOf(roots);
  if (boxes > manyBoxes) return approach(boxes, trial);

  const tried: Trial[] = [];
  for (let index = 0; index < 90; index += 1) {
    const made = trial(index);
    tried.push(made);
    // From here on nothing changes, or the picture only grows taller.
    if (made.height - extra < made.limit * 0.5 || made.width < made.height * 0.6) break;
  }
  let best = tried[0];
  for (const made of tried) if (best && scaleOf(made) > scaleOf(best) * 1.000001) best = made;
  return (best ?? trial(0)).group;
}

/** How large the chart can be on a page. */
function scaleOf({ width, height }: Trial): number {
  return 1 / Math.max(width / page, height);
}

/** The width falls as the height rises, in steps: halving the way around a good guess comes near the page. */
function approach(boxes: number, trial: (index: number) => Trial): Group {
  const likely = Math.sqrt((boxes * cardArea) / density / page);
  const guess = Math.round(Math.log(likely / lowest) / Math.log(step));
  let low = Math.max(0, guess - reach);
  let high = guess + reach;
  let best: Trial | undefined;
  for (let tries = boxes > hugeBoxes ? 3 : 6; tries > 0 && low <= high; tries -= 1) {
    const middle = (low + high) >> 1;
    const made = trial(middle);
    if (!best || scaleOf(made) > scaleOf(best)) best = made;
    if (made.width / made.height > page) low = middle + 1;
    else high = middle - 1;
  }
  return (best ?? trial(0)).group;
}

function countOf(roots: readonly Box[]): number {
  let count = 0;
  const rest = [...roots];
  for (let box = rest.pop(); box; box = rest.pop()) {
    count += 1;
    for (const each of box.inside) rest.push(each);
    for (const each of box.under) rest.push(each);
  }
  return count;
}
