import type { ElementId, ElementKind, Place } from '@mktorg/model';
import type { Direction } from './text/direction.ts';

/** Raised when the meaning of a field changes or a field goes; new fields do not raise it. */
export const sceneVersion = 1;

/**
 * A chart that is placed and ready to be drawn: plain data, the same for every output. Lengths are in CSS pixels, the
 * origin is the top left corner, and every text is already measured and broken into lines.
 */
export interface Scene {
  readonly version: typeof sceneVersion;
  readonly lens: LensName;
  readonly title: string;
  readonly subtitle: string;
  /** What the chart shows, in a sentence or two, for those who cannot see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** Title and subtitle. */
  readonly heading: readonly TextLine[];
  /** In the order to paint: what stands inside another node comes after it. */
  readonly nodes: readonly SceneNode[];
  /** In the order to paint, all after containers and before cards. */
  readonly edges: readonly SceneEdge[];
  readonly legend: Legend;
  /** What the chart leaves out, in words. */
  readonly notes: readonly string[];
  /** The chart tells of changes: what has no mark is as it was. */
  readonly difference?: true;
}

export const lensNames = ['reporting', 'stack', 'plan'] as const;
export type LensName = (typeof lensNames)[number];

export function isLensName(value: unknown): value is LensName {
  return lensNames.some((name) => name === value);
}

/** Shape tells the kind. */
export type Shape =
  | 'team'
  | 'card'
  | 'pool'
  | 'external'
  | 'partner'
  | 'platform'
  | 'committee'
  | 'initiative'
  /** A layer, or the strip of what stands around the chart. */
  | 'band'
  /** Platforms of one category. */
  | 'group'
  /** Says how much was left out. */
  | 'more'
  /** The head of a column of time: today, or a phase. */
  | 'phase'
  /** What a phase does in one of its parts. */
  | 'part'
  /** What has no shape of its own: a skill, a process, a barrier. */
  | 'item'
  /** A benefit, from today to when it is to be reached. */
  | 'measure'
  /** Time, to scale; its lines stand at where months, quarters or years begin. */
  | 'axis'
  /** A phase on the axis. */
  | 'span';

/** Fill tells central from local; `outside` is not of the organization. */
export type Tone = 'central' | 'local' | 'outside' | 'plain';

export type State =
  | 'lead'
  /** Nobody in any seat. */
  | 'vacant'
  /** Some seats of a pool are empty. */
  | 'part-vacant'
  | 'interim'
  /** A team whose inside is not drawn. */
  | 'collapsed'
  /** Belongs to the organization, but not to the part that is drawn. */
  | 'elsewhere'
  | 'planned'
  | 'retiring'
  | 'retired'
  | 'unowned'
  /** No longer there: drawn where it was. */
  | 'gone'
  /** It stands elsewhere now: a ghost of it is drawn where it was. */
  | 'former';

/** How something differs from before. */
export type MarkType = 'added' | 'removed' | 'moved' | 'changed';

export interface Mark {
  readonly type: MarkType;
  /** From where, to where, or what about it; may be empty. */
  readonly text: string;
}

export interface SceneNode {
  /** Unique in the scene. The id of the element where the node stands for one; otherwise it starts with `#`. */
  readonly id: string;
  readonly element?: ElementId;
  readonly kind?: ElementKind;
  readonly shape: Shape;
  readonly tone: Tone;
  readonly states: readonly State[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The node around it. */
  readonly parent?: string;
  /** The node that it hangs under; a walk up the tree goes there first, and then to `parent`. */
  readonly under?: string;
  /** Complete texts, unbroken and clean: what the node is called, and what else stands on it. */
  readonly title: string;
  readonly details: readonly string[];
  readonly lines: readonly TextLine[];
  readonly badges: readonly Badge[];
  /** What a screen reader says. */
  readonly label: string;
  /** The declaration in the source. */
  readonly source?: Place;
  /** It stands for what this phase does to its element: findings of today are not about it. */
  readonly phase?: ElementId;
  /** Of a collapsed team: what is hidden in it. */
  readonly hidden?: Hidden;
  /** Counted by `withFindings`; on what a phase does, what is found for the first time after it. */
  readonly findings?: FindingCounts;
  readonly mark?: Mark;
  /** Of a phase, and of a benefit: ISO dates, both inclusive. */
  readonly time?: { readonly from?: string; readonly to?: string };
}

export interface Hidden {
  readonly teams: number;
  readonly seats: number;
}

export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Font size, weight and color of each stand in `typography.ts`. */
export type TextStyle =
  | 'heading'
  | 'subheading'
  | 'team'
  | 'meta'
  | 'title'
  | 'detail'
  | 'quiet'
  | 'alert'
  | 'struck'
  | 'badge'
  | 'mark'
  | 'line-label';

export interface TextLine {
  readonly text: string;
  /** Where the text is anchored, and its base line. */
  readonly x: number;
  readonly y: number;
  /** Side of the anchor on which the text stands: to the right of it, around it, to the left of it. */
  readonly align: 'left' | 'center' | 'right';
  readonly style: TextStyle;
  /** Base direction of the text; it does not change `align`. */
  readonly direction: Direction;
  /** Upper bound of the width. */
  readonly width: number;
}

export type BadgeKind = 'count' | 'scope' | 'status' | 'personal-data' | 'ai' | 'hidden';

export interface Badge {
  readonly kind: BadgeKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: TextLine;
  /** What it means, in words. */
  readonly title: string;
}

/** Line tells the relation. */
export type EdgeKind = 'reports' | 'dotted' | 'owns' | 'works-with' | 'integrates';

export interface SceneEdge {
  /** Unique in the scene. */
  readonly id: string;
  readonly element?: ElementId;
  readonly kind: EdgeKind;
  /** Ids of nodes. A `reports` edge leads from who reports to whom they report; it is drawn the other way round. */
  readonly from: string;
  readonly to: string;
  /** A solid line that no place shows: it was routed, and decides nothing. */
  readonly stray?: true;
  /** x and y in turn, corner by corner. A `curve` has two ends and two control points. */
  readonly points: readonly number[];
  readonly curve?: true;
  readonly strength?: 'strong' | 'normal' | 'weak';
  /** How many lines this one stands for, where teams are collapsed. */
  readonly count: number;
  /** The whole relation in words. */
  readonly title: string;
  /** What a dotted line is for, in full. */
  readonly purpose?: string;
  /** The purpose where there is room for it. */
  readonly label?: TextLine;
  readonly source?: Place;
  readonly mark?: Mark;
}

export interface Legend {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly entries: readonly LegendEntry[];
}

export interface LegendEntry {
  readonly sample: LegendSample;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: TextLine;
}

export type LegendSample =
  | { readonly type: 'node'; readonly shape: Shape; readonly tone: Tone; readonly states: readonly State[] }
  | { readonly type: 'edge'; readonly kind: EdgeKind }
  | { readonly type: 'glyph'; readonly text: string }
  | { readonly type: 'mark'; readonly mark: MarkType }
  | { readonly type: 'badge'; readonly kind: BadgeKind; readonly text: string };
