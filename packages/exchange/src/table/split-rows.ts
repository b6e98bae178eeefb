/// <reference path="./papaparse.d.ts" />
import papa from 'papaparse/papaparse.min.js';
import type { TableProblem } from './problem.ts';
import type { Row } from './table.ts';

const delimiters = [',', ';', '\t', '|'];

/** Splits text with `\n` line ends into rows that are not blank, and says on which line each starts. */
export function splitRows(
  text: string,
  delimiter: string | undefined,
): { readonly rows: readonly Row[]; readonly delimiter: string; readonly problems: readonly TableProblem[] } {
  const rows: Row[] = [];
  const badQuotes: number[] = [];
  const separator = delimiter ?? sniff(text);
  let line = 1;
  let from = 0;
  // A quote that is never closed takes the rest of the file into one cell: its line is read again without quotes, and
  // reading goes on behind it. After so many of them quotes mean nothing in the file.
  for (let open = 0; from < text.length; open++) {
    const stopped = parse(
      text.slice(from),
      separator,
      open < mostOpenQuotes ? '"' : '\u0000',
      line,
      rows,
      badQuotes,
    );
    if (stopped === undefined) break;
    const start = from + stopped.offset;
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    parse(text.slice(start, next), separator, '\u0000', stopped.line, rows, []);
    badQuotes.push(stopped.line);
    line = stopped.line + 1;
    from = next;
  }
  return {
    rows,
    delimiter: separator,
    problems: badQuotes.length > 0 ? [quotes(badQuotes.sort((a, b) => a - b))] : [],
  };
}

const mostOpenQuotes = 20;

/** Adds the rows of a text; where a quote is not closed, it says where the row with it starts. */
function parse(
  text: string,
  delimiter: string,
  quoteChar: string,
  firstLine: number,
  rows: Row[],
  badQuotes: number[],
): { readonly offset: number; readonly line: number } | undefined {
  let line = firstLine;
  let from = 0;
  let start = 0;
  let stopped: { readonly offset: number; readonly line: number } | undefined;
  papa.parse(text, {
    delimiter,
    quoteChar,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      if (stopped) return;
      const wrong = errors.some((error) => error.code.endsWith('Quotes'));
      // A cell with bad quotes over several lines has most likely swallowed the rows below.
      if (wrong && quoteChar === '"' && text.slice(start, meta.cursor).trim().includes('\n')) {
        stopped = { offset: start, line };
        return;
      }
      const cells = data.map((cell) => cell.trim());
      if (cells.some(Boolean)) rows.push({ line, cells });
      if (wrong) badQuotes.push(line);
      start = meta.cursor;
      for (let at = text.indexOf('\n', from); at >= 0 && at < meta.cursor; at = text.indexOf('\n', from)) {
        line++;
        from = at + 1;
      }
    },
  });
  return stopped;
}

/**
 * The delimiter that splits the first lines into the same number of cells most often, and into more than one.
 * Counted outside quotes, over lines rather than rows: a cell with a line break in it costs one line of evidence.
 */
function sniff(text: string): string {
  const sample: string[] = [];
  for (let from = 0; from < text.length && sample.length < 40; ) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? undefined : end);
    if (line.trim()) sample.push(line.replace(/"(?:[^"]|"")*"/g, ''));
    if (end < 0) break;
    from = end + 1;
  }
  let best = ',';
  let most = 0;
  for (const delimiter of delimiters) {
    const counts = new Map<number, number>();
    for (const line of sample) {
      const cells = line.split(delimiter).length - 1;
      counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    // Lines that agree weigh more than many cells: free text is full of commas, and never of the same number.
    const score = Math.max(
      0,
      ...[...counts].map(([cells, lines]) => (cells > 0 ? lines + Math.min(cells, 20) / 100 : 0)),
    );
    if (score > most) {
      best = delimiter;
      most = score;
    }
  }
  return best;
}

function quotes(lines: readonly number[]): TableProblem {
  return {
    code: 'quotes',
    severity: 'warning',
    what: 'Quotes are not closed, or stand inside a cell without being doubled.',
    done: 'They were taken as part of the text.',
    wayOut: 'A cell that holds quotes is written "like ""this""".',
    lines,
  };
}
