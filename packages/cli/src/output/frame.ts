import type { Place } from '@mktorg/model';
import { clean } from '../terminal/clean.ts';
import { segments, width } from '../terminal/fit.ts';

/** A line of source as it is shown, and where the marks under it stand. All in cells. */
export interface Frame {
  readonly text: string;
  /** Cells before the marks. */
  readonly start: number;
  /** At least 1. */
  readonly length: number;
  /** What is marked goes on in later lines. */
  readonly continues: boolean;
}

const tabStop = 4;

/**
 * The first line of a place, cut to a number of cells around what is marked. Terminals differ in whether they turn
 * right-to-left text around; where the marked text is such, all of it that would be turned as one is marked, because
 * it takes the same cells either way.
 */
export function frameOf(line: string, place: Place, cells: number): Frame {
  const to = place.endLine === place.line ? place.endColumn : line.trimEnd().length;
  const [from, end] = widenToTurned(line, Math.min(place.column, line.length), Math.min(to, line.length));
  const pieces = piecesOf(line);
  const before = cellsUpTo(pieces, from);
  const marked = { start: before, length: Math.max(1, cellsUpTo(pieces, end) - before) };
  const cut = cutAround(pieces, marked, cells);
  return { ...cut, continues: place.endLine > place.line };
}

interface Piece {
  readonly text: string;
  readonly index: number;
  readonly cells: number;
}

/** The characters of a line as they are shown: tabs as spaces, what must not reach a terminal replaced. */
function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let used = 0;
  for (const { segment, index } of segments(line)) {
    const text = segment === '\t' ? ' '.repeat(tabStop - (used % tabStop)) : clean(segment);
    const cells = width(text);
    pieces.push({ text, index, cells });
    used += cells;
  }
  return pieces;
}

function cellsUpTo(pieces: readonly Piece[], index: number): number {
  let cells = 0;
  for (const piece of pieces) {
    if (piece.index >= index) break;
    cells += piece.cells;
  }
  return cells;
}

function cutAround(
  pieces: readonly Piece[],
  marked: { readonly start: number; readonly length: number },
  cells: number,
): Omit<Frame, 'continues'> {
  const total = cellsUpTo(pieces, Number.POSITIVE_INFINITY);
  if (total <= cells) return { text: textOf(pieces).trimEnd(), ...marked };
  // A third of the room shows what stands before the marks, more where little stands behind them.
  const fits = marked.start + marked.length <= cells - 1;
  const first = fits ? 0 : Math.max(0, Math.min(marked.start - Math.floor(cells / 3), total - (cells - 1)));
  const room = cells - (first > 0 ? 1 : 0);
  const last = first + room >= total ? total : first + room - 1;
  const kept: Piece[] = [];
  let used = 0;
  let skippedCells = 0;
  for (const piece of pieces) {
    if (used < first) skippedCells += piece.cells;
    else if (used + piece.cells <= last) kept.push(piece);
    used += piece.cells;
  }
  const lead = first > 0 ? '…' : '';
  const tail = last < total ? '…' : '';
  const start = marked.start - skippedCells + lead.length;
  return {
    text: lead + textOf(kept) + tail,
    start,
    length: Math.max(1, Math.min(marked.length, cells - start)),
  };
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

const turned = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const straight =
  /[\p{L}--\p{Script=Arabic}--\p{Script=Hebrew}--\p{Script=Syriac}--\p{Script=Thaana}--\p{Script=Nko}]/v;

function widenToTurned(line: string, from: number, to: number): readonly [number, number] {
  if (!turned.test(line.slice(from, to))) return [from, to];
  let start = from;
  let end = to;
  while (start > 0 && !straight.test(line[start - 1] ?? '')) start -= 1;
  while (end < line.length && !straight.test(line[end] ?? '')) end += 1;
  // Between two letters that are not turned, only what lies between turned letters moves.
  while (start < from && !turned.test(line[start] ?? '')) start += 1;
  while (end > to && !turned.test(line[end - 1] ?? '')) end -= 1;
  return [start, end];
}
