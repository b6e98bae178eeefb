import { drumCap, hatchWidth, poolOffset } from '../layout/card.ts';
import { arrowPoint } from '../layout/timeline.ts';
import { tickInset } from '../layout/timeline-axis.ts';
import type { BadgeKind, Shape, State, Tone } from '../scene.ts';

export interface Outline {
  readonly shape: Shape;
  readonly tone: Tone;
  readonly states: readonly State[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines?: readonly { readonly x: number }[];
}

const radius = 6;

function rect(cls: string, x: number, y: number, width: number, height: number, r = radius): string {
  return `<rect class="${cls}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${r}"/>`;
}

/** The shape of a node, without its texts. */
export function drawShape(node: Outline): string {
  const { shape, states } = node;
  let drawn = outline(node);
  if (states.length === 0) return drawn;
  const { x, y } = node;
  const inset = shape === 'pool' ? poolOffset : 0;
  if (states.includes('lead') && shape !== 'team') {
    const height = node.height - inset;
    drawn += `<path class="mk-bar" d="M${x} ${y + radius}a${radius} ${radius} 0 0 1 4 -5.6v${height - 0.8}a${radius} ${radius} 0 0 1 -4 -5.6z"/>`;
  }
  if (states.includes('interim')) {
    const right = x + node.width - inset;
    const cut = Math.min(18, node.height - 2);
    drawn += `<path class="mk-hatch" d="M${right - cut} ${y + 0.7}h${cut - 6}a5.3 5.3 0 0 1 5.3 5.3v${cut - 6}z"/>`;
    drawn += `<path class="mk-mark" d="M${right - cut} ${y + 0.5}l${cut} ${cut}"/>`;
  }
  return drawn;
}

function outline(node: Outline): string {
  const { shape, x, y, width, height } = node;
  switch (shape) {
    case 'team':
      return drawTeam(node);
    case 'band':
    case 'group':
      return rect(`mk-${shape}`, x, y, width, height);
    case 'pool':
      return (
        rect('mk-box', x + poolOffset, y + poolOffset, width - poolOffset, height - poolOffset) +
        rect('mk-box', x, y, width - poolOffset, height - poolOffset)
      );
    case 'external':
      return (
        rect('mk-box', x, y, width, height, 2) + rect('mk-hatch', x + 0.5, y + 0.5, hatchWidth, height - 1, 1)
      );
    case 'partner': {
      const fold = `<path class="mk-mark" d="M${x + width - 14} ${y}v14h14"/>`;
      return `<path class="mk-box" d="M${x} ${y}h${width - 14}l14 14v${height - 14}h${-width}z"/>${fold}`;
    }
    case 'platform':
      return drawDrum(node);
    case 'committee': {
      const r = Math.min(height / 2, 26);
      const inner = `<rect class="mk-mark" x="${x + 3.5}" y="${y + 3.5}" width="${width - 7}" height="${height - 7}" rx="${r - 3.5}"/>`;
      return rect('mk-box', x, y, width, height, r) + inner;
    }
    case 'initiative': {
      const half = height / 2;
      return `<path class="mk-box" d="M${x} ${y}h${width - 9}l9 ${half}l-9 ${half}h${-(width - 9)}l8 ${-half}z"/>`;
    }
    case 'more':
      return rect('mk-group', x, y, width, height);
    case 'part':
      return rect('mk-part', x, y, width, height, 3);
    case 'item':
      return rect('mk-box', x, y, width, height, 1);
    case 'phase':
    case 'measure': {
      const half = height / 2;
      const body = width - arrowPoint;
      const tail = shape === 'phase' ? `l${arrowPoint} ${-half}z` : 'z';

      return `<path class="mk-${shape}" d="M${x} ${y}h${body}l${arrowPoint} ${half}l${-arrowPoint} ${half}h${-body}${tail}"/>`;
    }
    case 'axis':
      return drawAxis(node);
    case 'span':
      return rect('mk-span', x, y, width, height, 3);
    case 'card':
      return rect('mk-box', x, y, width, height);
  }
}

/** A line down from where each month, quarter or year begins. */
function drawAxis({ lines = [], x, y, width, height }: Outline): string {
  const ticks = lines.map((line) => `M${line.x - tickInset} ${y}v${height}`).join('');
  return `<path class="mk-tick" d="M${x} ${y + height}h${width}${ticks}"/>`;
}

function drawTeam({ tone, x, y, width, height }: Outline): string {
  const cls = `mk-team${tone === 'local' ? ' mk-local' : ''}`;
  const stripe = `<path class="mk-stripe" d="M${x + 0.5} ${y + 8}a7.5 7.5 0 0 1 4 -6.6v${height - 2.8}a7.5 7.5 0 0 1 -4 -6.6z"/>`;
  return `${rect(cls, x, y, width, height, 8)}${tone === 'local' ? stripe : ''}`;
}

function drawDrum({ states, x, y, width, height }: Outline): string {
  const half = width / 2;
  const side = height - 2 * drumCap;
  const body = `<path class="mk-box" d="M${x} ${y + drumCap}a${half} ${drumCap} 0 0 1 ${width} 0v${side}a${half} ${drumCap} 0 0 1 ${-width} 0z"/>`;
  const lid = `<path class="mk-mark" d="M${x} ${y + drumCap}a${half} ${drumCap} 0 0 0 ${width} 0"/>`;
  return `${body}${lid}${strike(states, x + width - 8, y + height - Math.min(12, height / 4), Math.min(12, height / 2))}`;
}

/** One stroke through what is on its way out, two through what is gone; the place is its lower right corner. */
function strike(states: readonly State[], x: number, y: number, size: number): string {
  const one = `M${x - size} ${y}l${size} ${-size}`;
  if (states.includes('retired')) return `<path class="mk-mark" d="${one}m${-size} 0l${size} ${size}"/>`;
  return states.includes('retiring') ? `<path class="mk-mark" d="${one}"/>` : '';
}

/** The glyph at the left of a badge's text, from the badge's top left corner. */
export function badgeGlyph(kind: BadgeKind, x: number, y: number): string {
  const draw = (d: string): string => `<path class="mk-glyph" d="${d}"/>`;
  switch (kind) {
    case 'scope':
      // A pin on a map.
      return draw(
        `M${x + 9.5} ${y + 12}c-2.2 -2.6 -3.3 -4 -3.3 -5.6a3.3 3.3 0 0 1 6.6 0c0 1.6 -1.1 3 -3.3 5.6zm0 -5.8v.4`,
      );
    case 'hidden':
      return draw(`M${x + 6.5} ${y + 6}l3 3l3 -3`);
    case 'personal-data':
      // A lock.
      return draw(`M${x + 6} ${y + 7}h7v5h-7zm1.5 0v-1.6a2 2 0 0 1 4 0v1.6`);
    case 'ai':
      // A spark.
      return draw(
        `M${x + 9.5} ${y + 3}c.4 3 1.4 4 4 4.5c-2.6 .5 -3.6 1.500 -4 4.500c-.4 -3 -1.400 -4 -4 -4.500c2.600 -.5 3.600 -1.500 4 -4.500z`,
      );
    default:
      return '';
  }
}
