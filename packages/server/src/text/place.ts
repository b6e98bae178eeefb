import type { Place } from '@mktorg/model';
import type { Location, Position, Range } from 'vscode-languageserver';
import type { Token } from './tokens.ts';

export function rangeOf(place: Place | Token): Range {
  return {
    start: { line: place.line, character: place.column },
    end: { line: place.endLine, character: place.endColumn },
  };
}

export function locationOf(place: Place): Location {
  return { uri: place.uri, range: rangeOf(place) };
}

export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether two ranges share a position; ranges that only touch do. */
export function touch(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

/** How a reader calls the document: the last part of its address. */
export function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
