import type { TimelineAxis } from '../lens/timeline.ts';
import type { TextLine } from '../scene.ts';
import { shorten } from '../text/break.ts';
import { clean } from '../text/clean.ts';
import { measure } from '../text/measure.ts';
import { typography } from '../typography.ts';
import { textLine } from './text-block.ts';
import { moveBox, type PlacedBox } from './tree.ts';

/** From the line of a month, quarter or year to its name. */
export const tickInset = 4;
const ticksHeight = 18;
const spanHeight = 20;
const spanGap = 4;
const leastSpan = 8;
/** Room that the name of a unit needs. */
const leastUnit = 60;

export interface PlacedAxis {
  /** The axis, then what is on it. */
  readonly boxes: readonly PlacedBox[];
  readonly height: number;
}

/** Time from the left to the right, to scale. Phases that overlap in time lie below each other. */
export function placeAxis({ box, from, to, spans }: TimelineAxis, x: number, width: number): PlacedAxis {
  const months = monthOf(to) - monthOf(from) + 1;
  const step = unitOf(months, width);
  const first = Math.floor(monthOf(from) / step) * step;
  const last = (Math.floor(monthOf(to) / step) + 1) * step;
  const [start, end] = [dayOfMonth(first), dayOfMonth(last)];
  const at = (day: number): number => Math.round(((day - start) / (end - start)) * width);

  const lines: TextLine[] = [];
  for (let month = first; month < last; month += step) {
    const left = at(dayOfMonth(month)) + tickInset;
    const room = at(dayOfMonth(month + step)) - left;
    const name = nameOfUnit(month, step, month === first);
    const { size, weight } = typography.meta;
    if (measure(name, size, weight) > room) continue;
    // Browsers place the letters of a short word on whole pixels.
    const line = textLine(name, 'meta', left, 12, room, 'ltr');
    lines.push({ ...line, width: line.width + 1 });
  }

  const lanes: number[] = [];
  const placed = spans.map((span): PlacedBox => {
    const right = Math.max(at(dayOf(span.to) + 1) - spanGap / 2, leastSpan);
    const left = Math.min(at(dayOf(span.from)), right - leastSpan);
    const free = lanes.findIndex((taken) => taken <= left);
    const lane = free < 0 ? lanes.length : free;
    lanes[lane] = right;
    const extent = right - left;
    const lines = nameOn(span.box.title, extent);
    const own = { box: span.box, x: 0, y: 0, width: extent, height: spanHeight, lines, badges: [] };
    return { ...moveBox(own, left, ticksHeight + lane * (spanHeight + spanGap)), parent: box.id };
  });
  const height = ticksHeight + lanes.length * (spanHeight + spanGap) + 2;
  const axis: PlacedBox = { box, x: 0, y: 0, width, height, lines, badges: [] };
  return { boxes: [axis, ...placed].map((each) => moveBox(each, x, 0)), height };
}

function nameOn(title: string, width: number): readonly TextLine[] {
  const room = width - 12;
  if (room < 16) return [];
  const { size, weight } = typography.title;
  return [textLine(shorten(clean(title), room, size, weight), 'title', 6, 14, room)];
}

/** Months, quarters, years, or as many years as it takes for their names to fit. */
function unitOf(months: number, width: number): number {
  const units = [1, 3, 12, 24, 60, 120];
  return units.find((unit) => width / (Math.ceil(months / unit) + 1) >= leastUnit) ?? 600;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function nameOfUnit(month: number, step: number, isFirst: boolean): string {
  const year = Math.floor(month / 12);
  const within = month - year * 12;
  if (step >= 12) return `${year}`;
  const name = step === 3 ? `Q${within / 3 + 1}` : (monthNames[within] ?? '');
  return isFirst || within === 0 ? `${name} ${year}` : name;
}

/** Months since year 0. */
function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

const day = 86_400_000;

function dayOf(date: string): number {
  return Math.round(Date.parse(date) / day);
}

function dayOfMonth(month: number): number {
  return Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / day);
}
