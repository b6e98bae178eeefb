import type { Box } from '../lens/diagram.ts';
import { type Group, type Measured, sizeGroup } from './sizing.ts';

/** Width to height of the page that a chart should fill: between a sheet of paper and a screen. */
const page = 1.55;
const lowest = 240;
/** Heights are tried in steps of this ratio: few enough for speed, and an edit seldom moves the choice. */
const step = 1.08;
/** With more boxes than this, a few heights near the likely one are tried, and not all. */
const manyBoxes = 2000;
/** Of the area of a chart, its cards take about this part. */
const density = 0.3;
const cardArea = 190 * 56;

interface Trial {
  readonly group: Group;
  readonly limit: number;
  readonly width: number;
  readonly height: number;
}

/** The arrangement of the boxes that is largest on a page, with `extra` pixels of other things above and below. */
export function bestArrangement(roots: readonly Box[], extra: number, measured: Measured): Group {
  const trials = new Map<number, Trial>();
  const trial = (index: number): Trial => {
    const known = trials.get(index);
    if (known) return known;
    const limit = Math.round(lowest * step ** index);
    const group = sizeGroup(roots, limit, 'apart', measured);
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

/** The width falls as the height rises, more or less: from a good guess, a step or two lead to the page. */
function approach(boxes: number, trial: (index: number) => Trial): Group {
  const area = (boxes * cardArea) / density;
  let best: Trial | undefined;
  let height = Math.sqrt(area / page);
  for (let tries = 0; tries < 3; tries += 1) {
    const made = trial(Math.max(0, Math.round(Math.log(height / lowest) / Math.log(step))));
    if (best && scaleOf(made) <= scaleOf(best)) break;
    best = made;
    const off = made.width / made.height / page;
    if (off > 0.85 && off < 1.18) break;
    height = made.height * Math.sqrt(off);
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
