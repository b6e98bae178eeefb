import type { Fact, Tag } from '../lens/diagram.ts';
import type { Badge, TextLine, TextStyle } from '../scene.ts';
import { breakText, shorten } from '../text/break.ts';
import { clean } from '../text/clean.ts';
import { type Direction, directionOf, isIsolated } from '../text/direction.ts';
import { measure } from '../text/measure.ts';
import { typography } from '../typography.ts';

/** Texts stacked in a frame, and where they end. */
export interface TextBlock {
  readonly lines: readonly TextLine[];
  readonly badges: readonly Badge[];
  readonly height: number;
  /** The direction of the title, and so of the whole. */
  readonly side: Direction;
}

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Kept free beside the title, at the side where it ends. */
  readonly notch?: number;
}

/** Stacks a title, facts and tags in a frame: at its right where the title runs from right to left. */
export function textBlock(
  frame: Frame,
  title: { readonly text: string; readonly style: TextStyle },
  facts: readonly Fact[],
  tags: readonly Tag[],
): TextBlock {
  const lines: TextLine[] = [];
  const said = clean(title.text);
  const side = directionOf(said);
  const notch = frame.notch ?? 0;
  const start = side === 'rtl' ? frame.x + notch : frame.x;
  let top = addText(
    lines,
    said,
    title.style,
    mostTitleLines,
    { x: start, width: frame.width - notch },
    frame.y,
    side,
  );
  for (const { text, style, most, aside } of facts) {
    const before = lines.length;
    top = addText(lines, clean(text), style, most, frame, top, side);
    if (aside) top = addAside(lines, clean(aside), lines.length === before + 1, frame, top, side);
  }
  const badges = tags.length === 0 ? none : tagRow(tags, frame, top + 3, side);
  for (const badge of badges) top = Math.max(top, badge.y + badge.height);
  return { lines, badges, height: Math.ceil(top - frame.y), side };
}

const mostTitleLines = 3;

/** Breaks a text into lines from `top` on, and tells where they end. */
function addText(
  lines: TextLine[],
  text: string,
  style: TextStyle,
  most: number,
  { x, width }: Pick<Frame, 'x' | 'width'>,
  top: number,
  side: Direction,
): number {
  if (text === '') return top;
  const { size, weight, leading } = typography[style];
  const direction = isIsolated(text) ? side : directionOf(text);
  let y = baseline(top, leading, size);
  // Most texts fit on a line, and need no pieces.
  if (measure(text, size, weight) <= width) {
    lines.push(textLine(withoutDot(text), style, x, y, width, direction, side));
    return top + leading;
  }
  const broken = breakText(text, width, size, weight, most).lines;
  for (const [i, line] of broken.entries()) {
    y = baseline(top + i * leading, leading, size);
    lines.push(textLine(withoutDot(line), style, x, y, width, direction, side));
  }
  return top + broken.length * leading;
}

/** No line ends in the dot that stood between two parts. */
function withoutDot(line: string): string {
  return line.endsWith(' ·') ? line.slice(0, -2) : line;
}

/** At the other end of the last line, if both fit; on a line of its own otherwise. */
function addAside(
  lines: TextLine[],
  text: string,
  mayShare: boolean,
  frame: Frame,
  top: number,
  side: Direction,
): number {
  if (text === '') return top;
  const { size, weight, leading } = typography.quiet;
  const last = lines.at(-1);
  const extent = Math.ceil(measure(text, size, weight));
  if (mayShare && last && last.width + extent + 10 <= frame.width) {
    const opposite = side === 'rtl' ? 'ltr' : 'rtl';
    lines.push(textLine(text, 'quiet', frame.x, last.y, frame.width, directionOf(text), opposite));
    return top;
  }
  const short = shorten(text, frame.width, size, weight);
  lines.push(
    textLine(short, 'quiet', frame.x, baseline(top, leading, size), frame.width, directionOf(text), side),
  );
  return top + leading;
}

const none: readonly Badge[] = [];

/** One line of text in a frame that starts at `x`, at the left of it or, where `side` is so, at the right. */
export function textLine(
  text: string,
  style: TextStyle,
  x: number,
  y: number,
  width: number,
  direction = directionOf(text),
  side = direction,
): TextLine {
  const { size, weight } = typography[style];
  const rtl = side === 'rtl';
  return {
    text,
    x: rtl ? x + width : x,
    y,
    align: rtl ? 'right' : 'left',
    style,
    direction,
    width: Math.ceil(measure(text, size, weight)),
  };
}

/** The base line of a line of text whose leading starts at `top`. */
function baseline(top: number, leading: number, size: number): number {
  return Math.round(top + leading / 2 + size * 0.36);
}

const badgeHeight = 15;

/** Tags side by side, in as many rows as they need. */
function tagRow(tags: readonly Tag[], frame: Frame, top: number, side: Direction): readonly Badge[] {
  const badges: Badge[] = [];
  let used = 0;
  let y = top;
  for (const tag of tags) {
    const { width } = badgeOf(tag, 0, y, frame.width);
    if (used > 0 && used + width > frame.width) {
      used = 0;
      y += badgeHeight + 3;
    }
    const x = side === 'rtl' ? frame.x + frame.width - used - width : frame.x + used;
    badges.push(badgeOf(tag, x, y, frame.width));
    used += width + 4;
  }
  return badges;
}

/** Room at the left of a badge's text for its glyph. */
const glyphRoom = 11;

export function badgeOf(tag: Tag, x: number, y: number, most: number): Badge {
  const { size, weight } = typography.badge;
  const glyph = tag.kind === 'count' || tag.kind === 'status' ? 0 : glyphRoom;
  const text = shorten(clean(tag.text), most - glyph - 12, size, weight);
  const extent = Math.ceil(measure(text, size, weight));
  const width = Math.min(extent + glyph + (text === '' ? 6 : 12), most);
  return {
    kind: tag.kind,
    x,
    y,
    width,
    height: badgeHeight,
    text: {
      text,
      x: x + 6 + glyph + extent / 2,
      y: y + 11,
      align: 'center',
      style: 'badge',
      direction: directionOf(text),
      width: extent,
    },
    title: tag.title,
  };
}
