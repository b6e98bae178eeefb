import type { Mark } from '../scene.ts';
import type { Box, Common } from './diagram.ts';

/** Boxes in columns that follow each other in time, and in rows across all columns. */
export interface TimelineDiagram extends Common {
  readonly policy: 'timeline';
  /** Above the columns, which are as wide as what is in them: time to scale. */
  readonly axis?: TimelineAxis;
  readonly rows: readonly TimelineRow[];
  readonly columns: readonly TimelineColumn[];
  /** Below the columns: what is measured, from the first column to the one in which it is to be reached. */
  readonly measures: readonly TimelineMeasure[];
  /** Below all: boxes side by side. */
  readonly strips: readonly { readonly id: string; readonly title: string; readonly boxes: readonly Box[] }[];
  /** By box. */
  readonly marks: ReadonlyMap<string, Mark>;
}

export interface TimelineRow {
  readonly id: string;
  readonly title: string;
}

export interface TimelineColumn {
  /** Its header. */
  readonly box: Box;
  readonly time?: Time;
  /** By row. */
  readonly cells: readonly TimelineCell[];
}

export interface TimelineCell {
  /** The frame of what is in it: its facts are told before the boxes. */
  readonly box: Box;
  readonly boxes: readonly Box[];
}

export interface TimelineMeasure {
  readonly box: Box;
  readonly time?: Time;
  /** Index of the column in which it ends; beyond the last, where it ends later or nobody says when. */
  readonly until: number;
}

/** ISO dates, both inclusive. */
export interface TimelineAxis {
  readonly box: Box;
  readonly from: string;
  readonly to: string;
  readonly spans: readonly { readonly box: Box; readonly from: string; readonly to: string }[];
}

/** ISO dates, both inclusive. */
export interface Time {
  readonly from?: string;
  readonly to?: string;
}
