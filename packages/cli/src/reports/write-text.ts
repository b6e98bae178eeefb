import { counted } from '../check/checked.ts';
import { clean } from '../terminal/clean.ts';
import { padEnd, padStart, width, wrap } from '../terminal/fit.ts';
import type { Screen } from '../terminal/terminal.ts';
import { type Column, cellText, isEmpty, type Table } from './table.ts';

const gap = 2;
const narrowest = 8;

/** The table for a terminal: the main columns and those asked for, broken to its width. */
export function writeText(table: Table, screen: Screen, asked: readonly string[]): void {
  screen.write(`${screen.style('bold', clean(table.title))}\n\n`);
  const main = table.columns.filter(({ key, brief }) => brief || asked.includes(key));
  const columns = main.filter(
    ({ key }) => asked.includes(key) || table.rows.some((row) => !isEmpty(row[key])),
  );
  if (table.rows.length > 0) {
    const texts = table.rows.map((row) => columns.map(({ key }) => clean(cellText(row[key]))));
    writeRows(columns, texts, screen);
  }
  for (const note of table.notes) screen.write(`${clean(note)}\n`);
  const rest = table.columns.filter((column) => !columns.includes(column));
  const more =
    rest.length > 0
      ? `; more columns in --format csv, markdown and json: ${rest.map(({ key }) => key).join(', ')}`
      : '';
  for (const line of wrap(`${counted(table.rows.length, 'row')}${more}.`, Math.min(screen.columns, 100))) {
    screen.write(`${screen.style('dim', line)}\n`);
  }
}

function writeRows(columns: readonly Column[], texts: readonly (readonly string[])[], screen: Screen): void {
  const widths = fitted(
    columns.map(({ heading }, index) => ({
      natural: Math.max(width(heading), ...texts.map((row) => width(row[index] ?? ''))),
      least: Math.max(narrowest, width(heading)),
    })),
    Math.max(screen.columns, 60) - gap * (columns.length - 1),
  );
  const line = (cells: readonly string[]): string => {
    const wrapped = cells.map((cell, index) => wrap(cell, widths[index] ?? narrowest));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    let text = '';
    for (let row = 0; row < height; row += 1) {
      const parts = wrapped.map((lines, index) => {
        const pad = columns[index]?.numeric ? padStart : padEnd;
        return pad(lines[row] ?? '', widths[index] ?? narrowest);
      });
      text += `${parts.join(' '.repeat(gap)).trimEnd()}\n`;
    }
    return text;
  };
  screen.write(screen.style('bold', line(columns.map(({ heading }) => heading)).trimEnd()));
  screen.write(`\n${screen.style('dim', widths.map((cells) => '─'.repeat(cells)).join(' '.repeat(gap)))}\n`);
  for (const row of texts) screen.write(line(row));
  screen.write('\n');
}

/** Widths that fit into the room: the widest columns give way first, none below its least. */
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
