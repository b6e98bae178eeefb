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
  const side = directionOf(clean(title.text));
  let top = frame.y;
  const add = (fact: Fact, notch: number): void => {
    const { size, weight, leading } = typography[fact.style];
    const text = clean(fact.text);
    const direction = isIsolated(text) ? side : directionOf(text);
    const room = frame.width - notch;
    const x = side === 'rtl' ? frame.x + notch : frame.x;
    const { lines: broken } = breakText(text, room, size, weight, fact.most);
    for (const line of broken) {
      lines.push(
        textLine(line.replace(/ ·$/, ''), fact.style, x, baseline(top, leading, size), room, direction, side),
      );
      top += leading;
    }
    const aside = clean(fact.aside ?? '');
    if (aside === '') return;
    const quiet = typography.quiet;
    const extent = Math.ceil(measure(aside, quiet.size, quiet.weight));
    const last = lines.at(-1);
    if (broken.length === 1 && last !== undefined && last.width + extent + 10 <= room) {
      const opposite = side === 'rtl' ? 'ltr' : 'rtl';
      lines.push(textLine(aside, 'quiet', x, last.y, room, directionOf(aside), opposite));
      return;
    }
    const short = shorten(aside, room, quiet.size, quiet.weight);
    lines.push(
      textLine(short, 'quiet', x, baseline(top, quiet.leading, quiet.size), room, directionOf(aside), side),
    );
    top += quiet.leading;
  };
  add({ text: title.text, style: title.style, most: 3 }, frame.notch ?? 0);
  for (const fact of facts) add(fact, 0);
  const badges = tags.length === 0 ? none : tagRow(tags, frame, top + 3, side);
  for (const badge of badges) top = Math.max(top, badge.y + badge.height);
  return { lines, badges, height: Math.ceil(top - frame.y) };
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
export const glyphRoom = 11;

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
