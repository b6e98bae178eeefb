import { countRecognized } from '../headings/recognize.ts';
import { type DecodeOptions, decodeText } from './decode.ts';
import type { TableProblem } from './problem.ts';
import { splitRows } from './split-rows.ts';
import type { Row, Table } from './table.ts';

export interface ReadOptions extends DecodeOptions {
  /** What the report calls the table: the name of its file. */
  readonly name?: string;
  /** Sniffed among `,` `;` tab and `|` where absent. */
  readonly delimiter?: string;
}

/** Lines in which headings are looked for: reports of HR systems have a title and a date above them. */
const searchedForHeadings = 12;

/** Reads a CSV or TSV file. Never throws: what is wrong stands in `problems`. */
export function readTable(source: Uint8Array | string, options: ReadOptions = {}): Table {
  const name = options.name ?? 'table';
  const decoded =
    typeof source === 'string'
      ? { text: source, encoding: 'text', problems: [] }
      : decodeText(source, options);
  if (decoded.text === undefined) return empty(name, decoded.encoding, decoded.problems);
  const text = decoded.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const split = splitRows(text, options.delimiter);
  const problems: TableProblem[] = [...decoded.problems, ...split.problems, ...unreadable(text)];
  const start = headingRow(split.rows);
  const first = split.rows[start];
  if (!first) {
    problems.push({
      code: 'empty',
      severity: 'error',
      what: 'The file is empty.',
      done: 'Nothing was imported.',
      wayOut: 'The first line must hold the headings of the columns, for instance: id,name,title,reports to.',
      lines: [],
    });
    return { ...empty(name, decoded.encoding, problems), delimiter: split.delimiter };
  }
  if (start > 0) {
    problems.push({
      code: 'lines-above-headings',
      severity: 'info',
      what: `The headings stand on line ${first.line}.`,
      done: 'What stands above them was passed over.',
      lines: split.rows.slice(0, start).map((row) => row.line),
    });
  }
  const data = split.rows.slice(start + 1);
  const headings = nameHeadings(first, data, problems);
  const rows = data.map((row) => fit(row, headings.length));
  problems.push(...raggedRows(data, first.cells.length));
  if (rows.length === 0) {
    problems.push({
      code: 'no-rows',
      severity: 'error',
      what: 'There is no row under the headings.',
      done: 'Nothing was imported.',
      lines: [first.line],
    });
  }
  return { name, headings, rows, encoding: decoded.encoding, delimiter: split.delimiter, problems };
}

function empty(name: string, encoding: string, problems: readonly TableProblem[]): Table {
  return { name, headings: [], rows: [], encoding, delimiter: ',', problems };
}

/** The row that names most known columns; the first, where no row names two. */
function headingRow(rows: readonly Row[]): number {
  let best = 0;
  let most = 1;
  rows.slice(0, searchedForHeadings).forEach((row, i) => {
    const known = countRecognized(row.cells);
    if (known > most) {
      best = i;
      most = known;
    }
  });
  return best;
}

function nameHeadings(first: Row, data: readonly Row[], problems: TableProblem[]): string[] {
  const width = data.reduce((widest, row) => Math.max(widest, filled(row.cells)), filled(first.cells));
  const seen = new Map<string, number>();
  const headings: string[] = [];
  for (let i = 0; i < Math.min(width, Math.max(first.cells.length, 1)); i++) {
    const cell = first.cells[i] ?? '';
    const heading = cell || `column ${i + 1}`;
    if (!cell && data.some((row) => row.cells[i])) {
      problems.push({
        code: 'missing-heading',
        severity: 'warning',
        what: `Column ${i + 1} has no heading.`,
        done: 'It was not imported.',
        wayOut: `Name the column, or map it: --map title="${heading}".`,
        lines: [first.line],
      });
    }
    const times = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, times);
    if (times > 1) {
      problems.push({
        code: 'duplicate-heading',
        severity: 'warning',
        what: `The heading "${heading}" stands ${times === 2 ? 'twice' : `${times} times`}.`,
        done: `The first is used; this one is called "${heading} (${times})".`,
        wayOut: `Rename it, or map it: --map <field>="${heading} (${times})".`,
        lines: [first.line],
      });
    }
    headings.push(times > 1 ? `${heading} (${times})` : heading);
  }
  return headings;
}

function filled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}

function fit(row: Row, width: number): Row {
  const cells = row.cells.slice(0, width);
  while (cells.length < width) cells.push('');
  return { line: row.line, cells };
}

function raggedRows(rows: readonly Row[], width: number): TableProblem[] {
  const problems: TableProblem[] = rows
    .filter((row) => filled(row.cells) > width)
    .map((row) => ({
      code: 'too-many-cells',
      severity: 'warning',
      what: `The row has ${filled(row.cells)} cells, and there are ${width} headings.`,
      done: `Cells beyond the last heading were left out: ${row.cells
        .slice(width)
        .filter(Boolean)
        .map((cell) => `"${cell}"`)
        .join(', ')}.`,
      wayOut:
        'Most often a comma stands in a cell without quotes around it, and cells have moved to the right.',
      lines: [row.line],
    }));
  const short = rows.filter((row) => row.cells.length < width).map((row) => row.line);
  if (short.length > 0) {
    problems.push({
      code: 'too-few-cells',
      severity: 'info',
      what: `${short.length} ${short.length === 1 ? 'row has' : 'rows have'} fewer cells than there are headings.`,
      done: 'The missing cells were taken as blank.',
      lines: short,
    });
  }
  return problems;
}

/** Letters that were lost before the file came here, or that were read in the wrong encoding once. */
function unreadable(text: string): TableProblem[] {
  const problems: TableProblem[] = [];
  const lost = linesWith(text, /\uFFFD/g);
  if (lost.length > 0) {
    problems.push({
      code: 'unreadable-characters',
      severity: 'warning',
      what: 'There are characters that could not be read (�).',
      done: 'They were kept as they are.',
      wayOut: 'Export the file again as "CSV UTF-8", or say its encoding with --encoding.',
      lines: lost,
    });
  }
  const garbled = linesWith(text, /[ÃÂ][\u0080-\u00BF]|â€|[\u0080-\u009F]/g);
  if (garbled.length > 0) {
    problems.push({
      code: 'garbled-characters',
      severity: 'warning',
      what: 'Some letters look as if the file had been read in a wrong encoding once (Ã¼ for ü).',
      done: 'They were kept as they are.',
      wayOut: 'Export the file again as "CSV UTF-8", or say its encoding with --encoding.',
      lines: garbled,
    });
  }
  return problems;
}

function linesWith(text: string, pattern: RegExp): number[] {
  const lines = new Set<number>();
  let line = 1;
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < match.index; at = text.indexOf('\n', from)) {
      line++;
      from = at + 1;
    }
    lines.add(line);
  }
  return [...lines];
}
