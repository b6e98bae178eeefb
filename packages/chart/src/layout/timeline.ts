import type { TimelineAxis, TimelineDiagram } from '../lens/timeline.ts';
import { type Scene, type SceneNode, sceneVersion, type TextLine } from '../scene.ts';
import { cleanData } from '../text/clean.ts';
import { cardWidth } from './card.ts';
import { headingOf } from './heading.ts';
import { withMarks } from './marked-scene.ts';
import { textBlock } from './text-block.ts';
import { placeAxis } from './timeline-axis.ts';
import { cardGap, padding, sharesOf, sizeCell } from './timeline-cells.ts';
import { placeStrips } from './timeline-strips.ts';
import { moveBox, type PlacedBox } from './tree.ts';
import { nodeOf } from './tree-scene.ts';

const margin = 28;
/** Titles of rows stand at the left. */
const labelWidth = 142;
/** A header is an arrow; this much of it is its point. */
export const arrowPoint = 14;
const gap = { column: 10, row: 10, strip: 26 };
const leastHeight = 40;
/** Width to height of the page that a chart should fill. */
const page = 1.55;
const mostAcross = 4;

interface Arranged {
  readonly boxes: readonly PlacedBox[];
  /** Titles of rows. */
  readonly labels: readonly TextLine[];
  readonly width: number;
  readonly height: number;
}

/** The policy of time: columns follow each other, and what belongs to one part stands in one row. */
export function timelineScene(diagram: TimelineDiagram, legend: boolean): Scene {
  let best: Arranged | undefined;
  for (let across = 1; across <= mostAcross; across += 1) {
    const tried = arrange(diagram, across);
    if (!best || scale(tried) > scale(best) * 1.000001) best = tried;
  }
  const { boxes, labels, width, height } = best ?? arrange(diagram, 1);
  const heading = headingOf(diagram, margin, margin, width);
  const top = margin + heading.height + 24;
  const placed = boxes.map((box) => moveBox(box, margin, top));
  const scene: Scene = {
    version: sceneVersion,
    lens: diagram.lens,
    title: cleanData(diagram.title),
    subtitle: cleanData(diagram.subtitle),
    description: cleanData(diagram.description),
    width: width + 2 * margin,
    height: top + height + margin - 8,
    heading: [...heading.lines, ...labels.map((line) => ({ ...line, x: line.x + margin, y: line.y + top }))],
    nodes: placed.map(nodeOf).map((node) => withTime(node, diagram)),
    edges: [],
    legend: { x: margin, y: 0, width: 0, height: 0, entries: [] },
    notes: diagram.notes,
  };
  return withMarks(scene, diagram.marks, new Map(), legend);
}

function scale({ width, height }: Arranged): number {
  return 1 / Math.max(width / page, height + 140);
}

function withTime(node: SceneNode, { columns, measures }: TimelineDiagram): SceneNode {
  const time =
    node.shape === 'phase' || node.shape === 'measure'
      ? [...columns, ...measures].find(({ box }) => box.id === node.id)?.time
      : undefined;
  return time ? { ...node, time } : node;
}

function arrange(diagram: TimelineDiagram, across: number): Arranged {
  const boxes: PlacedBox[] = [];
  const labels: TextLine[] = [];
  const shares = sharesOf(diagram, across);
  const columns: { readonly x: number; readonly width: number }[] = [];
  let x = labelWidth;
  for (const index of diagram.columns.keys()) {
    const share = shares[index] ?? 1;
    const width = share * (cardWidth + cardGap) - cardGap + 2 * padding;
    columns.push({ x, width });
    x += width + gap.column;
  }
  const width = Math.max(x - gap.column, labelWidth + 2 * cardWidth);
  const label = (text: string, y: number, height: number): number => {
    const block = textBlock({ x: 0, y, width: labelWidth - 14 }, { text, style: 'team' }, [], []);
    labels.push(...block.lines);
    return Math.max(height, block.height);
  };

  let y = diagram.axis ? placeTime(diagram.axis) : 0;
  y = placeHeaders(y);
  for (const [row, { title }] of diagram.rows.entries()) {
    const cells = diagram.columns.map(({ cells: all }) => all[row]);
    const sized = cells.map((cell, i) => cell && sizeCell(cell, columns[i]?.width ?? 0, shares[i] ?? 1));
    const height = label(title, y + 10, Math.max(leastHeight, ...sized.map((each) => each?.height ?? 0)));
    for (const [i, cell] of sized.entries()) {
      const column = columns[i];
      const under = diagram.columns[i]?.box.id;
      const box = cells[i]?.box;
      if (!cell || !column || !box) continue;
      const ground = { box, x: 0, y: 0, width: column.width, height, lines: cell.lines, badges: [] };
      boxes.push({ ...moveBox(ground, column.x, y), ...(under !== undefined && { under }) });
      for (const card of cell.cards) boxes.push({ ...moveBox(card, column.x, y), parent: box.id });
    }
    y += height + gap.row;
  }
  y += gap.strip - gap.row;
  if (diagram.measures.length > 0) y = placeMeasures(y);
  const strips = placeStrips(diagram.strips, width - labelWidth);
  for (const box of strips.boxes) boxes.push(moveBox(box, labelWidth, y));
  for (const line of strips.titles) labels.push({ ...line, x: line.x + labelWidth, y: line.y + y });
  y += strips.height > 0 ? strips.height : -gap.strip;
  return { boxes, labels, width, height: Math.max(y, 0) };

  function placeTime(axis: TimelineAxis): number {
    const first = columns[1]?.x ?? labelWidth;
    const placed = placeAxis(axis, first, width - first);
    label('Time', 2, 0);
    boxes.push(...placed.boxes);
    return placed.height + gap.row;
  }

  function placeHeaders(top: number): number {
    const blocks = diagram.columns.map(({ box }, i) =>
      textBlock(
        { x: 12 + arrowPoint, y: 9, width: (columns[i]?.width ?? 0) - 18 - 2 * arrowPoint },
        { text: box.title, style: 'team' },
        box.facts,
        [],
      ),
    );
    const height = Math.max(0, ...blocks.map((block) => block.height)) + 18;
    for (const [i, { box }] of diagram.columns.entries()) {
      const column = columns[i];
      const block = blocks[i];
      if (!column || !block) continue;
      const { lines } = block;
      boxes.push(moveBox({ box, x: 0, y: 0, width: column.width, height, lines, badges: [] }, column.x, top));
    }
    return diagram.columns.length === 0 ? top : top + height + gap.row;
  }

  /** Bars from today to the column in which the value is to be reached. */
  function placeMeasures(top: number): number {
    label('Benefits', top + 8, 0);
    let at = top;
    for (const { box, until } of diagram.measures) {
      const column = columns[until];
      const end = column ? column.x + column.width : width;
      const bar = end - labelWidth;
      const frame = { x: 14, y: 7, width: bar - 22 - 2 * arrowPoint };
      const block = textBlock(frame, { text: box.title, style: 'title' }, box.facts, []);
      const height = block.height + 14;
      boxes.push(
        moveBox({ box, x: 0, y: 0, width: bar, height, lines: block.lines, badges: [] }, labelWidth, at),
      );
      at += height + 6;
    }
    return at - 6 + gap.strip;
  }
}
