import stringWidth from 'string-width';

/** Cells that the text takes in a terminal: two for a wide character, none for a mark that combines. */
export function width(text: string): number {
  return isPlain(text) ? text.length : stringWidth(text);
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

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The characters as a reader counts them. */
export function segments(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  return segmenter.segment(text);
}

function isPlain(text: string): boolean {
  return /^[\x20-\x7E]*$/.test(text);
}
