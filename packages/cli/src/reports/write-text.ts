import { counted } from '../check/checked.ts';
import { clean } from '../terminal/clean.ts';
import { padEnd, padStart, width, wrap } from '../terminal/fit.ts';
import type { Screen } from '../terminal/terminal.ts';
import { type Column, cellText, isEmpty, type Table } from './table.ts';

const gap = 2;
/** A word that is longer than this may be broken. */
const longestWord = 24;
/** A table whose rows are taller than this on average is told row by row. */
const tallest = 3;

/**
 * The table for a terminal: the main columns and those asked for, broken to its width at words. Where they do not fit
 * beside each other, each row is told by itself.
 */
export function writeText(table: Table, screen: Screen, asked: readonly string[]): void {
  screen.write(`${screen.style('bold', clean(table.title))}\n\n`);
  const main = table.columns.filter(({ key, brief }) => brief || asked.includes(key));
  const columns = main.filter(
    ({ key }) => asked.includes(key) || table.rows.some((row) => !isEmpty(row[key])),
  );
  if (table.rows.length > 0) {
    const texts = table.rows.map((row) => columns.map(({ key }) => clean(cellText(row[key]))));
    const lines = asTable(columns, texts, screen) ?? asBlocks(columns, texts, screen);
    screen.write(`${lines.join('\n')}\n\n`);
  }
  const room = Math.min(screen.columns, 100);
  for (const note of [...(table.rows.length === 0 ? [table.none] : []), ...table.notes]) {
    for (const line of wrap(clean(note), room)) screen.write(`${line}\n`);
  }
  if (table.rows.length === 0) return;
  const rest = table.columns.filter((column) => !columns.includes(column));
  const more =
    rest.length > 0
      ? `; more columns in --format csv, markdown and json: ${rest.map(({ key }) => key).join(', ')}`
      : '';
  for (const line of wrap(`${counted(table.rows.length, 'row')}${more}.`, room)) {
    screen.write(`${screen.style('dim', line)}\n`);
  }
}

/** Nothing where a word would be cut, or where rows get so tall that nobody follows them across. */
function asTable(
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  screen: Screen,
): readonly string[] | undefined {
  const room = Math.max(screen.columns, 60) - gap * (columns.length - 1);
  const wishes = columns.map(({ heading }, index) => {
    const cells = [heading, ...texts.map((row) => row[index] ?? '')];
    return {
      natural: Math.max(...cells.map(width)),
      least: Math.max(...cells.map((cell) => Math.min(wordWidth(cell), longestWord))),
    };
  });
  if (sum(wishes.map(({ least }) => least)) > room) return undefined;
  const widths = fitted(wishes, room);
  const rows = texts.map((row) => lineOf(columns, row, widths));
  if (sum(rows.map((lines) => lines.length)) > tallest * rows.length) return undefined;
  const headings = columns.map(({ heading }) => heading);
  return [
    ...lineOf(columns, headings, widths).map((line) => screen.style('bold', line)),
    screen.style('dim', widths.map((cells) => '─'.repeat(cells)).join(' '.repeat(gap))),
    ...rows.flat(),
  ];
}

function lineOf(
  columns: readonly Column[],
  cells: readonly string[],
  widths: readonly number[],
): readonly string[] {
  const wrapped = cells.map((cell, index) => wrap(cell, widths[index] ?? longestWord));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => {
    const parts = wrapped.map((lines, index) => {
      const pad = columns[index]?.numeric ? padStart : padEnd;
      return pad(lines[row] ?? '', widths[index] ?? longestWord);
    });
    return parts.join(' '.repeat(gap)).trimEnd();
  });
}

/** Each row by itself: what it is about, and under it what the other columns say of it, but for what is usual. */
function asBlocks(
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  screen: Screen,
): readonly string[] {
  const [, ...others] = columns;
  const room = Math.max(screen.columns, 40);
  const names = Math.min(
    Math.max(0, ...others.map(({ heading }) => width(heading))),
    Math.floor(room * 0.45),
  );
  return texts.flatMap(([title = '', ...cells], row) => {
    const lines = others.flatMap(({ heading, usual }, index) => {
      const cell = cells[index] ?? '';
      return cell === '' || cell === usual ? [] : entry(heading, cell, names, room, screen);
    });
    const head = wrap(title, room).map((line) => screen.style('bold', line));
    return [...(row > 0 ? [''] : []), ...head, ...lines];
  });
}

function entry(
  heading: string,
  cell: string,
  names: number,
  room: number,
  screen: Screen,
): readonly string[] {
  const left = wrap(heading, names);
  const right = wrap(cell, room - names - 2 * gap);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const name = screen.style('dim', padEnd(left[i] ?? '', names));
    return `${' '.repeat(gap)}${name}${' '.repeat(gap)}${right[i] ?? ''}`.trimEnd();
  });
}

/** Cells of the longest word. */
function wordWidth(text: string): number {
  return Math.max(...text.split(/\s+/).map(width));
}

/** Widths that fit into the room: the widest columns give way first, none below its longest word. */
function fitted(
  wishes: readonly { readonly natural: number; readonly least: number }[],
  room: number,
): readonly number[] {
  const widths = wishes.map(({ natural }) => natural);
  for (let over = sum(widths) - room; over > 0; over = sum(widths) - room) {
    const candidates = widths.flatMap((cells, index) =>
      cells > (wishes[index]?.least ?? 0) ? [{ cells, index }] : [],
    );
    const [widest, next] = candidates.sort((a, b) => b.cells - a.cells);
    if (!widest) break;
    const least = Math.max(wishes[widest.index]?.least ?? 0, next?.cells ?? 0);
    const step = Math.max(1, Math.min(over, widest.cells - least));
    widths[widest.index] = widest.cells - step;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
