/** Latin, Greek and Cyrillic letters, punctuation and lines: each takes one cell. */
const narrow =
  /^[\x20-\x7E\u00A0-\u02FF\u0370-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u2500-\u25FF]*$/;

let measure = roughWidth;

/**
 * Gets ready to measure a text exactly. The tables for wide, combining and other scripts take a while to load, so they
 * are loaded only where a text needs them; without them `width` is about right.
 */
export async function prepareWidths(text: string): Promise<void> {
  if (measure !== roughWidth || narrow.test(text.replace(/[\t\r\n]+/g, ' '))) return;
  const { default: stringWidth } = await import('string-width');
  measure = stringWidth;
}

/** Cells that the text takes in a terminal: two for a wide character, none for a mark that combines. */
export function width(text: string): number {
  return narrow.test(text) ? text.length : measure(text);
}

function roughWidth(text: string): number {
  let cells = 0;
  for (const char of text) {
    if (!/\p{M}|\p{Cf}/u.test(char))
      cells +=
        /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(
          char,
        )
          ? 2
          : 1;
  }
  return cells;
}

export function padEnd(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - width(text)));
}

export function padStart(text: string, cells: number): string {
  return ' '.repeat(Math.max(0, cells - width(text))) + text;
}

/** The text, or its beginning and `…` where it is longer than so many cells. */
export function shorten(text: string, cells: number): string {
  if (width(text) <= cells) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of segments(text)) {
    used += width(segment);
    if (used > cells - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** Breaks a text into lines of at most so many cells, at spaces; words that are longer are broken anywhere. */
export function wrap(text: string, cells: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (width(longer) <= cells) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      const parts = chop(word, cells);
      line = parts.pop() ?? '';
      lines.push(...parts);
    }
    lines.push(line);
  }
  return lines;
}

function chop(word: string, cells: number): string[] {
  if (width(word) <= cells) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of segments(word)) {
    if (part !== '' && width(part + segment) > cells) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

let segmenter: Intl.Segmenter | undefined;

/** The characters as a reader counts them. */
export function segments(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return segmenter.segment(text);
}
