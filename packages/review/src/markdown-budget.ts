import { bytesOf } from './escape.ts';
import { count } from './phrase.ts';

/** A part of a comment, in the order in which it is read. */
export type Block =
  /** Always there. */
  | { readonly type: 'text'; readonly text: string }
  /** There where it is short enough and leaves room for what stands open. */
  | { readonly type: 'optional'; readonly text: string; readonly most: number }
  | Table;

export interface Table {
  readonly type: 'table';
  readonly heading: string;
  readonly columns: readonly string[];
  /** Lines of the table; without any, the whole block is absent. */
  readonly rows: readonly string[];
  /** How many of them may stand open. */
  readonly open: number;
  /** All of it is folded under its heading. */
  readonly folded: boolean;
  /** How many of what the table tells stand in each of the rows. */
  readonly counts: readonly number[];
}

export interface Budget {
  readonly bytes: number;
  /** Of all tables together. */
  readonly openRows: number;
}

/** What is shown of a table. */
interface Share {
  open: number;
  folded: number;
}

/**
 * Puts blocks together within a budget. Texts come first, then the open rows, then pictures, then what is folded; what
 * there is no room for is counted, so that the result says what it leaves out.
 */
export function assemble(start: string, blocks: readonly Block[], budget: Budget): string {
  const present = blocks.filter((block) =>
    block.type === 'table' ? block.rows.length > 0 : block.text !== '',
  );
  let left = budget.bytes - bytesOf(start);
  const take = (bytes: number): boolean => {
    if (bytes > left) return false;
    left -= bytes;
    return true;
  };
  /** What a table takes even without a row. */
  const frame = (table: Table): number => bytesOf(tableText(table, { open: 1, folded: 1 })) + 160;
  const texts = new Set<Block>();
  const shares = new Map<Block, Share>();
  for (const block of present) {
    if (block.type === 'text' && take(bytesOf(block.text) + 2)) texts.add(block);
    if (
      block.type === 'table' &&
      take(frame(block) - bytesOf(block.rows[0] ?? '') - bytesOf(block.rows[1] ?? ''))
    ) {
      shares.set(block, { open: 0, folded: 0 });
    }
  }
  let rows = budget.openRows;
  for (const [block, share] of shares) {
    if (block.type !== 'table') continue;
    const most = Math.min(block.open, rows);
    while (share.open < most && take(bytesOf(block.rows[share.open] ?? '') + 1)) share.open += 1;
    rows -= share.open;
  }
  for (const block of present) {
    if (block.type !== 'optional') continue;
    const bytes = bytesOf(block.text) + 2;
    if (bytes <= block.most && take(bytes)) texts.add(block);
  }
  for (const [block, share] of shares) {
    if (block.type !== 'table') continue;
    const next = (): number => bytesOf(block.rows[share.open + share.folded] ?? '') + 1;
    while (share.open + share.folded < block.rows.length && take(next())) share.folded += 1;
  }
  const parts = present.flatMap((block) => {
    if (block.type !== 'table') return texts.has(block) ? [block.text] : [];
    const share = shares.get(block);
    return share ? [tableText(block, share)] : [];
  });
  return `${start}${parts.join('\n\n')}\n`;
}

function tableText(table: Table, { open, folded }: Share): string {
  const { heading, rows, counts } = table;
  const countIn = (from: number, to?: number): string =>
    count(counts.slice(from, to).reduce((sum, each) => sum + each, 0));
  const shown = rows.slice(0, open);
  const hidden = rows.slice(open, open + folded);
  const told = shown.length + hidden.length;
  const left =
    rows.length > told ? `\n\n${countIn(told)} more did not fit here: \`mktorg diff --all\` shows them.` : '';
  const whole = table.folded || open === 0;
  const parts: string[] = [];
  if (!whole) parts.push(`### ${heading} (${countIn(0)})`, framed(table, shown));
  if (hidden.length > 0) {
    const summary = whole ? `${heading} (${countIn(0)})` : `${countIn(open, told)} more`;
    parts.push(`<details>\n<summary>${summary}</summary>`, `${framed(table, hidden)}${left}`, '</details>');
  } else if (whole) parts.push(`### ${heading} (${countIn(0)})${left}`);
  else if (left !== '') parts.push(left.trim());
  return parts.join('\n\n');
}

function framed({ columns }: Table, rows: readonly string[]): string {
  const line = (cells: readonly string[]): string => `|${cells.map((cell) => ` ${cell} `).join('|')}|`;
  return [line(columns), line(columns.map(() => '---')), ...rows].join('\n');
}
