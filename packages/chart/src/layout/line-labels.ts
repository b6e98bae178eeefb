import type { TextLine } from '../scene.ts';
import { shorten } from '../text/break.ts';
import { clean } from '../text/clean.ts';
import { directionOf } from '../text/direction.ts';
import { measure } from '../text/measure.ts';
import { typography } from '../typography.ts';
import { grown, overlap, type Rect, segmentsOf } from './rect.ts';

export interface Labeled {
  readonly text: string;
  readonly points: readonly number[];
}

/** What labels keep clear of: they cover none of `taken` and none of `lines`, and seldom the border of a frame. */
export interface LabelGround {
  readonly taken: readonly Rect[];
  readonly lines: readonly (readonly number[])[];
  readonly frames: readonly Rect[];
}

const { size, weight } = typography['line-label'];
const height = 14;
const padding = 3;
/** Where the whole text finds no place, so much of it may: in pixels. */
const shorter = [150, 100];
/** No label is wider. */
const widest = 260;
/** Of the line, that shows on both sides of its label. */
const rest = 9;
/** Places along a line are tried in steps of this many pixels, this many on either side of the middle. */
const stride = 7;
const mostSteps = 60;
/** Another line, from the middle to where a label may begin. */
const clearance = 2;
/** In a bundle of lines, a label stands above or below its own by this much. */
const aside = 9;
const cost = { border: 40, upright: 60, aside: 70, step: 1 };

/** The ground of a label: it hides the line that it stands on. */
export function groundOf({ x, y, width }: TextLine): Rect {
  return { x: x - width / 2 - padding, y: y - 10.5, width: width + 2 * padding, height };
}

/**
 * Puts each label on its own line, where nothing else is; shortened or not at all where there is no such place. Short
 * lines come first, for they have fewer places.
 */
export function placeLabels(
  labels: readonly Labeled[],
  ground: LabelGround,
): readonly (TextLine | undefined)[] {
  const parts = labels.map(({ points }) => [...segmentsOf(points)]);
  const blocked = [...ground.taken];
  for (const line of ground.lines) for (const part of segmentsOf(line)) blocked.push(grown(part, clearance));
  const placed = new Map<number, TextLine>();
  for (const { index, text } of shortestFirst(labels)) {
    const own = parts[index] ?? [];
    const reach = around(own);
    const others = parts.flatMap((run, other) => (other === index ? [] : run));
    const near = [...blocked, ...others.map((part) => grown(part, clearance))].filter((rect) =>
      overlap(rect, reach),
    );
    const line = bestLabel(text, own, near, ground.frames);
    if (!line) continue;
    placed.set(index, line);
    blocked.push(groundOf(line));
  }
  return labels.map((_, index) => placed.get(index));
}

function shortestFirst(
  labels: readonly Labeled[],
): readonly { readonly index: number; readonly text: string }[] {
  return labels
    .map(({ text, points }, index) => ({ index, text: clean(text), length: lengthOf(points) }))
    .filter(({ text, length }) => text !== '' && length > 0)
    .sort((a, b) => a.length - b.length);
}

function lengthOf(points: readonly number[]): number {
  let length = 0;
  for (const { width, height: rise } of segmentsOf(points)) length += width + rise;
  return length;
}

function bestLabel(
  text: string,
  parts: readonly Rect[],
  near: readonly Rect[],
  frames: readonly Rect[],
): TextLine | undefined {
  const direction = directionOf(text);
  for (const form of formsOf(text)) {
    const width = Math.ceil(measure(form, size, weight));
    const spot = bestSpot(parts, width, near, frames);
    if (spot) return { text: form, ...spot, align: 'center', style: 'line-label', direction, width };
  }
  return undefined;
}

function formsOf(text: string): readonly string[] {
  return [...new Set([widest, ...shorter].map((width) => shorten(text, width, size, weight)))];
}

/** Where the label stands: its middle, and its base line. */
function bestSpot(
  parts: readonly Rect[],
  width: number,
  near: readonly Rect[],
  frames: readonly Rect[],
): { readonly x: number; readonly y: number } | undefined {
  let best: { readonly x: number; readonly y: number } | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const here = {
      ...grown(part, height + aside),
      x: part.x - width - padding,
      width: part.width + 2 * (width + padding),
    };
    const taken = near.filter((rect) => overlap(rect, here));
    for (const other of parts) if (other !== part) taken.push(grown(other, clearance));
    for (const { x, y, price } of spots(part, width)) {
      if (price >= least) continue;
      const spot = { x: x - width / 2 - padding, y: y - height / 2, width: width + 2 * padding, height };
      if (taken.some((rect) => overlap(rect, spot))) continue;
      const full = price + cost.border * frames.filter((frame) => crossesBorder(frame, spot)).length;
      if (full >= least) continue;
      least = full;
      best = { x, y: y + 3.5 };
    }
  }
  return best;
}

/** The middles of places on a part of a line, and how unfitting each is. */
function* spots(
  { x, y, width, height: rise }: Rect,
  extent: number,
): Generator<{ readonly x: number; readonly y: number; readonly price: number }> {
  const level = rise === 0;
  const room = level ? width - extent - 2 * (padding + rest) : rise - height - 2 * rest;
  if (room < 0) return;
  const [middleX, middleY] = [Math.round(x + width / 2), Math.round(y + rise / 2)];
  const most = Math.min(mostSteps, Math.floor(room / 2 / stride));
  for (let i = 0; i <= most; i += 1) {
    for (const off of i === 0 ? [0] : [-i * stride, i * stride]) {
      const price = i * cost.step;
      if (!level) yield { x, y: middleY + off, price: price + cost.upright };
      else {
        yield { x: middleX + off, y, price };
        yield { x: middleX + off, y: y - aside, price: price + cost.aside };
        yield { x: middleX + off, y: y + aside, price: price + cost.aside };
      }
    }
  }
}

function crossesBorder(frame: Rect, spot: Rect): boolean {
  if (!overlap(frame, spot)) return false;
  const within =
    spot.x > frame.x &&
    spot.y > frame.y &&
    spot.x + spot.width < frame.x + frame.width &&
    spot.y + spot.height < frame.y + frame.height;
  return !within;
}

/** The ground around a line that its labels could take. */
function around(parts: readonly Rect[]): Rect {
  const left = Math.min(...parts.map(({ x }) => x));
  const top = Math.min(...parts.map(({ y }) => y));
  const right = Math.max(...parts.map(({ x, width }) => x + width));
  const bottom = Math.max(...parts.map(({ y, height: rise }) => y + rise));
  return grown({ x: left, y: top, width: right - left, height: bottom - top }, widest);
}
