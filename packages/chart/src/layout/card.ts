import type { Box } from '../lens/diagram.ts';
import type { Badge, TextLine } from '../scene.ts';
import { spacing } from './spacing.ts';
import { badgeOf, textBlock } from './text-block.ts';

/** A box with its own texts placed in it, seen from its top left corner. */
export interface Card {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
  readonly badges: readonly Badge[];
}

export const cardWidth = 188;
/** A card that others hang under is as wide as those, with the lane at their left. */
function widthOf(box: Box): number {
  return cardWidth + (box.under.length > 0 ? spacing.lane : 0);
}
/** The hatched strip at the left of what is outside the organization. */
export const hatchWidth = 8;
/** A pool shows a second card behind the first, this much to the right and below. */
export const poolOffset = 4;
const leastHeight = 34;
/** The ellipse at each end of a drum is this high. */
export const drumCap = 7;

/** The card of a role, external, platform, partner, committee, initiative, or closed team. */
export function measureCard(box: Box): Card {
  const width = widthOf(box);
  const { left, right, top, bottom } = margins(box);
  const room = width - left - right;
  const corner = box.tags.find((tag) => tag.kind === 'count');
  const rest = corner ? box.tags.filter((tag) => tag !== corner) : box.tags;
  const badge = corner && badgeOf(corner, 0, top - 1, 60);
  const notch = badge ? badge.width + 6 : box.states.includes('interim') ? 10 : 0;
  const style = box.shape === 'team' ? 'team' : box.states.includes('retired') ? 'struck' : 'title';
  const frame = { x: left, y: top, width: room, notch };
  const block = textBlock(frame, { text: box.title, style }, box.facts, rest);
  const badges = badge
    ? [shift(badge, block.side === 'rtl' ? left : left + room - badge.width), ...block.badges]
    : block.badges;
  const height = Math.max(top + block.height + bottom, leastHeight);
  // A lone line stands in the middle.
  const drop = Math.floor((height - top - block.height - bottom) / 2);
  const lines = drop === 0 ? block.lines : block.lines.map((line) => ({ ...line, y: line.y + drop }));
  return { width, height, lines, badges };
}

function shift(badge: Badge, dx: number): Badge {
  return { ...badge, x: badge.x + dx, text: { ...badge.text, x: badge.text.x + dx } };
}

interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const plain: Margins = { left: 10, right: 10, top: 7, bottom: 8 };

function margins(box: Box): Margins {
  switch (box.shape) {
    case 'pool':
      return { ...plain, right: plain.right + poolOffset, bottom: plain.bottom + poolOffset };
    case 'platform':
      return { ...plain, top: 2 * drumCap + 3, bottom: drumCap + 3 };
    case 'committee':
      return { left: 20, right: 20, top: 9, bottom: 10 };
    case 'initiative':
      return { left: 16, right: 20, top: 7, bottom: 8 };
    case 'external':
      return { ...plain, left: plain.left + hatchWidth };
    case 'partner':
      return { ...plain, right: 14 };
    default:
      return plain;
  }
}
