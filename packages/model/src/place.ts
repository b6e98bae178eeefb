/** A stretch of source text. Lines and columns count from zero, columns in UTF-16 units, as editors do. */
export interface Place {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Exclusive. */
  readonly endColumn: number;
}

/** Orders places by document, then by position: the order in which everything leaves the program. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.line - b.line || a.column - b.column || a.endLine - b.endLine || a.endColumn - b.endColumn;
}

/** Whether `place` holds the position; the end counts as inside, as it does for a cursor. */
export function contains(place: Place, line: number, column: number): boolean {
  if (line < place.line || line > place.endLine) return false;
  if (line === place.line && column < place.column) return false;
  return line !== place.endLine || column <= place.endColumn;
}

/** Whether `at` begins within `around`, in the same document. */
export function isWithin(at: Place, around: Place): boolean {
  return at.uri === around.uri && contains(around, at.line, at.column);
}
