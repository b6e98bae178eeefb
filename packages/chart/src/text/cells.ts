import { hasRtl, isolate } from './direction.ts';

const zero = /^[\p{Mn}\p{Me}\p{Cf}\u{1160}-\u{11ff}]$/u;
const wide =
  /^[\u{1100}-\u{115f}\u{2e80}-\u{303e}\u{3041}-\u{a4cf}\u{a960}-\u{a97f}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff01}-\u{ff60}\u{ffe0}-\u{ffe6}\u{17000}-\u{18fff}\u{1b000}-\u{1b2ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u;

/** How many columns of a terminal the text takes: two for wide characters, none for marks. */
export function cells(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const char of text) columns += zero.test(char) ? 0 : wide.test(char) ? 2 : 1;
  return columns;
}

/** The text in at most so many columns, with an ellipsis where it is longer; what it isolates stays closed. */
export function cut(text: string, columns: number): string {
  if (cells(text) <= columns) return text;
  let used = 1;
  let kept = '';
  for (const char of text) {
    used += cells(char);
    if (used > columns) break;
    kept += char;
  }
  const open = (kept.match(/\u2068/g)?.length ?? 0) - (kept.match(/\u2069/g)?.length ?? 0);
  return `${kept.trimEnd()}…${'\u2069'.repeat(open)}`;
}

/** The text filled up with spaces to a number of columns; directions inside it leave what follows alone. */
export function padded(text: string, columns: number): string {
  return `${hasRtl(text) ? isolate(text) : text}${' '.repeat(Math.max(0, columns - cells(text)))}`;
}
