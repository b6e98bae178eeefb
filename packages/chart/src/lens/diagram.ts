import type { ElementId, ElementKind, Place } from '@mktorg/model';
import type {
  BadgeKind,
  EdgeKind,
  FindingCounts,
  Hidden,
  LensName,
  Shape,
  State,
  TextStyle,
  Tone,
} from '../scene.ts';
import type { TimelineDiagram } from './timeline.ts';

/** What a lens finds in a model, before anything has a size or a place. A layout policy makes a scene of it. */
export type Diagram = TreeDiagram | BandDiagram | TimelineDiagram;

export interface Common {
  readonly lens: LensName;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  /** Lines that do not decide where anything stands. */
  readonly lines: readonly Line[];
  /** What is left out, in words. */
  readonly notes: readonly string[];
}

/** Boxes inside and under boxes. */
export interface TreeDiagram extends Common {
  readonly policy: 'tree';
  readonly roots: readonly Box[];
  /** What stands above the tree because somebody reports to it, and below it because other lines lead to it. */
  readonly above: readonly Box[];
  readonly below: readonly Box[];
}

/** Boxes in rows that lie on each other, the lowest last, and in columns across all rows. */
export interface BandDiagram extends Common {
  readonly policy: 'bands';
  readonly columns: readonly BandColumn[];
  readonly bands: readonly Band[];
}

export interface BandColumn {
  readonly id: string;
  /** Empty where there is only one. */
  readonly title: string;
  readonly tone: Tone;
}

export interface Band {
  readonly box: Box;
  /** By column: groups of boxes that belong together. */
  readonly cells: readonly (readonly BandGroup[])[];
}

/** Boxes of one kind; a frame shows where there are two or more. */
export interface BandGroup {
  readonly frame: Box;
  readonly boxes: readonly Box[];
}

export interface Box {
  /** Id of the node. */
  readonly id: string;
  readonly element?: ElementId;
  readonly kind?: ElementKind;
  readonly shape: Shape;
  readonly tone: Tone;
  readonly states: readonly State[];
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly tags: readonly Tag[];
  readonly label: string;
  readonly source?: Place;
  readonly hidden?: Hidden;
  /** The phase that it tells of, and what is found of its element for the first time after it. */
  readonly phase?: ElementId;
  readonly findings?: FindingCounts;
  /** Inside it: containers only. */
  readonly inside: readonly Box[];
  /** Under it, joined to it by a line each. */
  readonly under: readonly Box[];
  /** The line to the box that it hangs under, or to the container that it is in; absent: no line. */
  readonly link?: Link | undefined;
}

export interface Link {
  readonly kind: EdgeKind;
  /** Ids of nodes: who reports, and to whom. They may stand inside the boxes that the line joins. */
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly source?: Place;
}

/** A text under the title. */
export interface Fact {
  readonly text: string;
  readonly style: TextStyle;
  /** Most lines that it takes before it is shortened. */
  readonly most: number;
  /** A short text at the other end of its last line, if both fit; on a line of its own otherwise. */
  readonly aside?: string | undefined;
}

export interface Tag {
  readonly kind: BadgeKind;
  readonly text: string;
  readonly title: string;
}

export interface Line {
  readonly id: string;
  readonly element?: ElementId;
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  readonly strength?: 'strong' | 'normal' | 'weak';
  readonly count: number;
  readonly title: string;
  readonly purpose?: string;
  readonly source?: Place;
}
