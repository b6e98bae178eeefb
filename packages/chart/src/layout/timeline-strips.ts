import type { TimelineDiagram } from '../lens/timeline.ts';
import type { TextLine } from '../scene.ts';
import { cardWidth, measureCard } from './card.ts';
import { textBlock } from './text-block.ts';
import { cardGap } from './timeline-cells.ts';
import { moveBox, type PlacedBox } from './tree.ts';

export interface PlacedStrips {
  readonly boxes: readonly PlacedBox[];
  readonly titles: readonly TextLine[];
  readonly height: number;
}

type Strip = TimelineDiagram['strips'][number];

const gap = { across: 34, down: 26 };
const titleGap = 8;

/** Cards under titles, the titles side by side as far as there is room, in the way that takes the least height. */
export function placeStrips(strips: readonly Strip[], width: number): PlacedStrips {
  const most = Math.max(1, ...strips.map(({ boxes }) => boxes.length));
  let best = flow(strips, width, 1);
  for (let down = 2; down <= most; down += 1) {
    const tried = flow(strips, width, down);
    if (tried.height < best.height) best = tried;
  }
  return best;
}

function flow(strips: readonly Strip[], width: number, down: number): PlacedStrips {
  const boxes: PlacedBox[] = [];
  const titles: TextLine[] = [];
  let [x, y, below] = [0, 0, 0];
  for (const strip of strips) {
    const placed = placeStrip(strip, width, down);
    if (x > 0 && x + placed.width > width) [x, y, below] = [0, y + below + gap.down, 0];
    for (const box of placed.boxes) boxes.push(moveBox(box, x, y));
    for (const line of placed.titles) titles.push({ ...line, x: line.x + x, y: line.y + y });
    x += placed.width + gap.across;
    below = Math.max(below, placed.height);
  }
  return { boxes, titles, height: y + below };
}

/** At most so many cards below each other, where the width allows. */
function placeStrip(
  { title, boxes: members }: Strip,
  width: number,
  down: number,
): PlacedStrips & { readonly width: number } {
  const room = Math.max(1, Math.floor((width + cardGap) / (cardWidth + cardGap)));
  const across = Math.min(room, Math.ceil(members.length / down));
  const own = across * (cardWidth + cardGap) - cardGap;
  const head = textBlock({ x: 0, y: 0, width: own }, { text: title, style: 'team' }, [], []);
  const boxes: PlacedBox[] = [];
  let top = head.height + titleGap;
  for (let first = 0; first < members.length; first += across) {
    const row = members.slice(first, first + across).map((box) => ({ box, ...measureCard(box), x: 0, y: 0 }));
    const height = Math.max(...row.map((card) => card.height));
    for (const [i, card] of row.entries()) {
      boxes.push(moveBox({ ...card, height }, i * (cardWidth + cardGap), top));
    }
    top += height + cardGap;
  }
  return { boxes, titles: head.lines, width: own, height: top - cardGap };
}
