import type { UnreadText } from './document.ts';

/** What could not be read, with the sides on which it stands. */
export interface OnSides<T> {
  readonly text: T;
  readonly sides: 'before' | 'after' | 'both';
}

/** What stands on one side only before, and then all else: what both sides have is said once, at its place after. */
export function onSides<T extends Pick<UnreadText, 'side' | 'where' | 'message'>>(
  unread: readonly T[],
): readonly OnSides<T>[] {
  const left = Map.groupBy(
    unread.filter(({ side }) => side === 'before'),
    keyOf,
  );
  const after = unread
    .filter(({ side }) => side === 'after')
    .map((text): OnSides<T> => ({ text, sides: left.get(keyOf(text))?.pop() ? 'both' : 'after' }));
  const before = [...left.values()].flat().map((text): OnSides<T> => ({ text, sides: 'before' }));
  return [...before, ...after];
}

/** Without the file: of two folders, the same text has another path on either side. */
function keyOf({ where, message }: Pick<UnreadText, 'where' | 'message'>): string {
  return JSON.stringify([where, message]);
}
