import type { TimelineCell, TimelineDiagram } from '../lens/timeline.ts';
import type { TextLine } from '../scene.ts';
import { cardWidth, measureCard } from './card.ts';
import { textBlock } from './text-block.ts';
import { moveBox, type PlacedBox } from './tree.ts';

/** Between cards. */
export const cardGap = 12;
/** Inside a cell. */
export const padding = 10;

/** How many cards stand beside each other in each column: the fullest has the most, and others as few as do. */
export function sharesOf({ columns }: TimelineDiagram, across: number): readonly number[] {
  const counts = columns.map(({ cells }) => cells.map(({ boxes }) => boxes.length));
  const fullest = Math.max(1, ...counts.flat());
  const down = Math.ceil(fullest / across);
  return counts.map((cells) => Math.max(1, ...cells.map((count) => Math.ceil(count / down))));
}

export interface SizedCell {
  readonly height: number;
  readonly lines: readonly TextLine[];
  readonly cards: readonly PlacedBox[];
}

/** Each card goes to the column that is the shortest so far: one that comes last leaves the others where they are. */
export function sizeCell({ box, boxes }: TimelineCell, width: number, across: number): SizedCell {
  const lines: TextLine[] = [];
  let top = padding;
  for (const fact of box.facts) {
    const block = textBlock(
      { x: padding, y: top, width: width - 2 * padding },
      { text: fact.text, style: fact.style },
      [],
      [],
    );
    lines.push(...block.lines);
    top += block.height;
  }
  if (box.facts.length > 0 && boxes.length > 0) top += 8;
  const bottoms: number[] = Array.from({ length: across }, () => top);
  const cards: PlacedBox[] = [];
  for (const each of boxes) {
    const card = measureCard(each);
    const shortest = Math.min(...bottoms);
    const column = bottoms.indexOf(shortest);
    cards.push(
      moveBox({ box: each, ...card, x: 0, y: 0 }, padding + column * (cardWidth + cardGap), shortest),
    );
    bottoms[column] = shortest + card.height + cardGap;
  }
  const bottom = cards.length > 0 ? Math.max(...bottoms) - cardGap : top;
  return { height: bottom + padding, lines, cards };
}
