import type { Box } from '../lens/diagram.ts';
import type { Card } from './card.ts';
import type { TextBlock } from './text-block.ts';

/** What a box takes together with everything under it. Lengths are integers. */
export interface Unit {
  readonly box: Box;
  readonly width: number;
  readonly height: number;
  /** The box itself, from the left edge and the top of the unit. */
  readonly ownX: number;
  readonly ownWidth: number;
  readonly ownHeight: number;
  /** Where a line from above arrives. */
  readonly anchor: number;
  /** Texts of the box, from its top left corner. */
  readonly texts: Pick<TextBlock, 'lines' | 'badges'>;
  readonly inside: Inside | undefined;
  readonly staff: Staff | undefined;
  readonly under: Group | undefined;
  /** Of `under`, from the edges of the unit. */
  readonly underX: number;
  readonly underY: number;
  /** No column in it ended because of the height: with more height it would be the same. */
  readonly settled: boolean;
}

export interface Inside {
  readonly group: Group;
  readonly x: number;
  readonly y: number;
  /** A line runs down its left edge to its members, because nobody leads them. */
  readonly lined: boolean;
}

/** Members beside their lead, because teams stand under the lead. */
export interface Staff {
  readonly right: readonly Unit[];
  readonly left: readonly Unit[];
}

/**
 * Where a card stands: at the end of a line, which may come from its left; alone in a frame, where no line reaches it;
 * or alone in a frame that teams hang under.
 */
export type Stands = 'on-a-line' | 'in-a-frame' | 'over-teams';

/** What to reserve room for: lines from a frame, lines from the box above, none, none and far apart. */
export type Reach = 'lined' | 'joined' | 'free' | 'apart';

/**
 * How the items of a group are reached: `hang` in one column by a line at its left, `lanes` in columns by lines at
 * their left, `drop` side by side from above, `free` not at all.
 */
export type Mode = 'hang' | 'lanes' | 'drop' | 'free';

export interface Group {
  readonly mode: Mode;
  readonly columns: readonly Column[];
  readonly width: number;
  readonly height: number;
  /** Where a line from above arrives. */
  readonly entry: number;
  readonly settled: boolean;
}

export interface Column {
  readonly x: number;
  readonly units: readonly Unit[];
}

/** A box with what is the same in every arrangement: texts are measured once, however often a layout is tried. */
export interface Part {
  readonly box: Box;
  readonly inside: readonly Part[];
  readonly under: readonly Part[];
  /** What it takes, where nothing is in or under it. */
  readonly leaf: Unit | undefined;
  /** Its own card, where something is under it and nothing in it. */
  readonly card: Card | undefined;
  /** What it takes in every arrangement from a height on, once that is known. */
  settled: { readonly unit: Unit; readonly from: number } | undefined;
  /** Of a container: its header at each width that was tried. */
  readonly headers: Map<number, TextBlock> | undefined;
}
