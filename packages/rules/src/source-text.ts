import type { Place } from '@mktorg/model';

/** A text with the offsets at which its lines start. */
export interface Source {
  readonly text: string;
  readonly starts: readonly number[];
}

export function sourceOf(textOf: (uri: string) => string | undefined, uri: string): Source | undefined {
  const text = textOf(uri);
  if (text === undefined) return undefined;
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return { text, starts };
}

export function offsetOf({ starts, text }: Source, line: number, column: number): number {
  return (starts[line] ?? text.length) + column;
}

export function placeAt({ starts }: Source, uri: string, from: number, to: number): Place {
  const [line, endLine] = [lineOf(starts, from), lineOf(starts, to)];
  return {
    uri,
    line,
    column: from - (starts[line] ?? 0),
    endLine,
    endColumn: to - (starts[endLine] ?? 0),
  };
}

export function lineOf(starts: readonly number[], offset: number): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= offset),
  );
}

export function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}

export function isBreak(char: string | undefined): boolean {
  return char === '\n' || char === '\r';
}

/** The offset of the brace that opens the body: the first one outside of titles and comments. */
export function bodyStart(text: string, from: number, to: number): number | undefined {
  const skipped = /"(?:\\.|[^"\\\r\n])*"?|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|\{/g;
  skipped.lastIndex = from;
  for (let match = skipped.exec(text); match && match.index < to; match = skipped.exec(text)) {
    if (match[0] === '{') return match.index;
  }
  return undefined;
}
