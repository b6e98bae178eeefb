import papa from 'papaparse/papaparse.js';
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
  if (text !== '') {
    papa.parse(text, {
      delimiter: separator,
      newline: '\n',
      delimitersToGuess: delimiters,
      step: ({ data, errors, meta }) => {
        const cells = data.map((cell) => cell.trim());
        if (cells.some(Boolean)) rows.push({ line, cells });
        if (errors.some((error) => error.code.endsWith('Quotes'))) badQuotes.push(line);
        for (let at = text.indexOf('\n', from); at >= 0 && at < meta.cursor; at = text.indexOf('\n', from)) {
          line++;
          from = at + 1;
        }
      },
    });
  }
  return { rows, delimiter: separator, problems: badQuotes.length > 0 ? [quotes(badQuotes)] : [] };
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
    done: 'The rows were read as far as they make sense.',
    wayOut: 'A cell that holds quotes is written "like ""this""".',
    lines,
  };
}
