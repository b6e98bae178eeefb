import type { Band, BandDiagram, Box } from '../lens/diagram.ts';
import { type Scene, sceneVersion, type TextLine } from '../scene.ts';
import { cleanData } from '../text/clean.ts';
import { type Card, measureCard } from './card.ts';
import { headingOf } from './heading.ts';
import { legendOf } from './legend.ts';
import { routeLines } from './routed-lines.ts';
import { textBlock, textLine } from './text-block.ts';
import { moveBox, type PlacedBox } from './tree.ts';
import { nodeOf } from './tree-scene.ts';

const margin = 28;
/** The title of a band stands at its left. */
const labelWidth = 130;
/** Lanes for lines beside a card. */
const lanes = 5;
/** A frame reaches this far beyond its cards; its title takes more above them. */
const frame = { side: 8, top: 24, bottom: 8 };
const page = 1.55;
const leastHeight = 52;
const leastWidth = 560;

interface Gaps {
  readonly card: number;
  readonly row: number;
  readonly band: number;
  readonly padding: number;
  readonly column: number;
}

/** The more lines, the more room for them between the cards. */
function gapsFor(lines: number): Gaps {
  const more = Math.min(lines, 30);
  return { card: 28 + more, row: 20 + more, band: 12, padding: 14 + Math.ceil(more / 3), column: 14 };
}

interface Cell {
  readonly boxes: readonly PlacedBox[];
  readonly height: number;
}

interface Arranged {
  readonly boxes: readonly PlacedBox[];
  readonly width: number;
  readonly height: number;
  /** Left edge and width of each column. */
  readonly columns: readonly { readonly x: number; readonly width: number }[];
}

/** The policy of bands: rows of cards, as many beside each other as make the best page. */
export function bandsScene(diagram: BandDiagram, legend: boolean): Scene {
  const cards = new Map<Box, Card>();
  const gap = gapsFor(diagram.lines.length);
  let best: Arranged | undefined;
  for (let across = 2; across <= 12; across += 1) {
    const tried = arrange(diagram, across, cards, gap);
    if (!best || size(tried) < size(best) - 1e-6) best = tried;
  }
  const { boxes, width, height, columns } = best ?? arrange(diagram, 4, cards, gap);
  const heading = headingOf(diagram, margin, margin, width);
  const heads = diagram.columns.some(({ title }) => title !== '');
  const top = margin + heading.height + (heads ? 44 : 20);
  const columnHeads = diagram.columns.flatMap(({ title }, i): readonly TextLine[] => {
    const at = columns[i];
    return at && title !== '' ? [textLine(title, 'team', margin + at.x, top - 12, at.width)] : [];
  });
  const placed = boxes.map((box) => moveBox(box, margin, top));
  const nodes = placed.map(nodeOf);
  const bounds = { x: margin, y: top - 8, width, height: height + 16 };
  const edges = routeLines(diagram.lines, placed, [], bounds, lanes);
  const bottom = top + height;
  const key = legendOf(legend ? nodes : [], legend ? edges : [], margin, bottom + 26, width);
  return {
    version: sceneVersion,
    lens: diagram.lens,
    title: cleanData(diagram.title),
    subtitle: cleanData(diagram.subtitle),
    description: cleanData(diagram.description),
    width: width + 2 * margin,
    height: (key.height > 0 ? key.y + key.height : bottom) + margin - 8,
    heading: [...heading.lines, ...columnHeads],
    nodes,
    edges,
    legend: key,
    notes: diagram.notes,
  };
}

function size({ width, height }: Arranged): number {
  return Math.max(width / page, height + 120);
}

function arrange(diagram: BandDiagram, across: number, cards: Map<Box, Card>, gap: Gaps): Arranged {
  const pitch = cardOf(undefined, cards).width + gap.card;
  const units = diagram.columns.map((_, index) => {
    const fullest = Math.max(1, ...diagram.bands.map(({ cells }) => count(cells[index] ?? [])));
    const share = index === 0 ? across : Math.max(1, Math.round(across / (diagram.columns.length + 1)));
    return Math.min(fullest, share);
  });
  const columns: { readonly x: number; readonly width: number }[] = [];
  let x = labelWidth + gap.padding;
  for (const unit of units) {
    const width = unit * pitch - gap.card + 2 * frame.side;
    columns.push({ x, width });
    x += width + gap.column;
  }
  const width = Math.max(x - gap.column + gap.padding, leastWidth);
  const last = columns.pop();
  if (last) columns.push({ ...last, width: width - gap.padding - last.x });
  const boxes: PlacedBox[] = [];
  let y = 0;
  for (const band of diagram.bands) {
    const cells = band.cells.map((groups, i) => placeCell(groups, units[i] ?? 1, pitch, cards, gap));
    const title = textBlock(
      { x: 14, y: 14, width: labelWidth - 18 },
      { text: band.box.title, style: 'team' },
      band.box.facts,
      [],
    );
    const inner = Math.max(0, ...cells.map((cell) => cell.height));
    const least = count(band.cells.flat()) === 0 ? 0 : leastHeight;
    const height = Math.max(inner + 2 * gap.padding, title.height + 28, least);
    boxes.push(moveBox({ box: band.box, x: 0, y: 0, width, height, lines: title.lines, badges: [] }, 0, y));
    for (const [i, cell] of cells.entries()) {
      const at = columns[i];
      const column = diagram.columns[i];
      if (!at || !column) continue;
      if (column.tone === 'local' && cell.boxes.length > 0)
        boxes.push(cellBox(band, column.id, at.x - 4, y + 6, at.width + 8, height - 12));
      for (const box of cell.boxes)
        boxes.push({ ...moveBox(box, at.x, y + gap.padding), parent: box.parent ?? band.box.id });
    }
    y += height + gap.band;
  }
  return { boxes, width, height: Math.max(y - gap.band, 0), columns };
}

function count(groups: readonly { readonly boxes: readonly Box[] }[]): number {
  let cards = 0;
  for (const { boxes } of groups) cards += boxes.length;
  return cards;
}

const sample: Box = {
  id: '',
  shape: 'platform',
  tone: 'plain',
  states: [],
  title: '',
  facts: [],
  tags: [],
  label: '',
  inside: [],
  under: [],
};

function cardOf(box: Box | undefined, cards: Map<Box, Card>): Card {
  const wanted = box ?? sample;
  let card = cards.get(wanted);
  if (!card) {
    card = measureCard(wanted);
    cards.set(wanted, card);
  }
  return card;
}

/** The strip of a column that crosses a band: local ground in a global layer. */
function cellBox(band: Band, column: string, x: number, y: number, width: number, height: number): PlacedBox {
  const box: Box = { ...sample, id: `#cell:${band.box.id}:${column}`, shape: 'band', tone: 'local' };
  return { box, parent: band.box.id, x, y, width, height, lines: [], badges: [] };
}

/** Groups side by side in rows, each as wide as its cards need, no wider than the column. */
function placeCell(
  groups: Band['cells'][number],
  units: number,
  pitch: number,
  cards: Map<Box, Card>,
  gap: Gaps,
): Cell {
  const boxes: PlacedBox[] = [];
  let tallest = 0;
  for (const group of groups)
    for (const box of group.boxes) tallest = Math.max(tallest, cardOf(box, cards).height);
  let row: (typeof groups)[number][] = [];
  let used = 0;
  let y = 0;
  const flush = (): void => {
    if (row.length === 0) return;
    if (y > 0) y += gap.row;
    y += placeRow(row, y);
    row = [];
    used = 0;
  };
  for (const group of groups) {
    const width = Math.min(group.boxes.length, units);
    if (used + width > units) flush();
    row.push(group);
    used += width;
  }
  flush();
  return { boxes, height: y };

  function placeRow(members: readonly (typeof groups)[number][], top: number): number {
    const framed = members.some((group) => group.boxes.length > 1);
    let unit = 0;
    let height = 0;
    for (const { frame: outline, boxes: inside } of members) {
      const across = Math.min(inside.length, units);
      const down = Math.ceil(inside.length / Math.max(across, 1));
      const left = unit * pitch + frame.side;
      const first = top + (framed ? frame.top : 0);
      const body = down * tallest + (down - 1) * gap.row;
      if (inside.length > 1) {
        const width = across * pitch - gap.card + 2 * frame.side;
        const title = textBlock(
          { x: 9, y: 4, width: width - 18 },
          { text: outline.title, style: 'meta' },
          [],
          [],
        );
        const around = { x: 0, y: 0, width, height: frame.top + body + frame.bottom };
        boxes.push(
          moveBox(
            { box: outline, ...around, lines: title.lines.slice(0, 1), badges: [] },
            left - frame.side,
            top,
          ),
        );
      }
      for (const [i, box] of inside.entries()) {
        const card = cardOf(box, cards);
        const x = left + (i % across) * pitch;
        const y2 = first + Math.floor(i / across) * (tallest + gap.row);
        const at = moveBox({ box, ...card, x: 0, y: 0, height: tallest }, x, y2);
        boxes.push(inside.length > 1 ? { ...at, parent: outline.id } : at);
      }
      height = Math.max(height, (framed ? frame.top : 0) + body + (inside.length > 1 ? frame.bottom : 0));
      unit += across;
    }
    return height;
  }
}
