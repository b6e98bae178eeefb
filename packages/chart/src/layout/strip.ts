import type { Box, Line } from '../lens/diagram.ts';
import { type Card, measureCard } from './card.ts';
import { moveBox, type PlacedBox } from './tree.ts';

export interface Strip {
  readonly boxes: readonly PlacedBox[];
  readonly height: number;
}

const gap = 24;

/** Places what stands around the tree in rows: each card near the cards that lines join it to. */
export function placeStrip(
  around: readonly Box[],
  lines: readonly Line[],
  tree: readonly PlacedBox[],
  at: { readonly x: number; readonly y: number; readonly width: number },
): Strip {
  if (around.length === 0) return { boxes: [], height: 0 };
  const middles = new Map(tree.map(({ box, x, width }) => [box.id, x + width / 2]));
  const cards = around.map((box): Around => ({ box, card: measureCard(box), ends: [] }));
  const byId = new Map(cards.map((each) => [each.box.id, each]));
  for (const { from, to } of lines) {
    for (const [here, there] of [
      [from, to],
      [to, from],
    ]) {
      const middle = there === undefined ? undefined : middles.get(there);
      if (middle !== undefined && here !== undefined) byId.get(here)?.ends.push(middle);
    }
  }
  const wanted = cards.map(({ box, card, ends }) => {
    const mean = ends.length === 0 ? at.x + at.width : ends.reduce((sum, end) => sum + end, 0) / ends.length;
    return { box, card, left: Math.round(mean - card.width / 2) };
  });
  wanted.sort((a, b) => a.left - b.left);
  const boxes: PlacedBox[] = [];
  let top = at.y;
  for (const row of rows(wanted, at.width)) {
    let height = 0;
    const lefts = spread(row, at.x, at.width);
    for (const [i, { box, card }] of row.entries()) {
      boxes.push(moveBox({ box, ...card, x: 0, y: 0 }, lefts[i] ?? at.x, top));
      height = Math.max(height, card.height);
    }
    top += height + gap;
  }
  return { boxes, height: top - gap - at.y };
}

interface Around {
  readonly box: Box;
  readonly card: Card;
  /** The middles of the cards that lines join it to. */
  readonly ends: number[];
}

interface Wanted {
  readonly box: PlacedBox['box'];
  readonly card: Card;
  readonly left: number;
}

function rows(cards: readonly Wanted[], width: number): readonly (readonly Wanted[])[] {
  const found: Wanted[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const each of cards) {
    if (used + gap + each.card.width > width) {
      found.push([]);
      used = -gap;
    }
    found.at(-1)?.push(each);
    used += gap + each.card.width;
  }
  return found;
}

/** As near as possible to where each wants to be: pushed to the right by those before it, back by those after it. */
function spread(row: readonly Wanted[], x: number, width: number): readonly number[] {
  const lefts: number[] = [];
  let free = x;
  for (const { card, left } of row) {
    lefts.push(Math.max(left, free));
    free = (lefts.at(-1) ?? x) + card.width + gap;
  }
  let end = x + width;
  for (let i = row.length - 1; i >= 0; i -= 1) {
    lefts[i] = Math.min(lefts[i] ?? x, end - (row[i]?.card.width ?? 0));
    end = (lefts[i] ?? x) - gap;
  }
  return lefts;
}
