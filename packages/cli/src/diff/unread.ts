import type { Phrase, Spot, UnreadText } from '@mktorg/review';
import { clean } from '../terminal/clean.ts';

/**
 * What could not be read, a line each: where it stands, on which side where that is not the one after, and what is
 * wrong. What both sides have is said once, at its place after.
 * @param from what the side before is called
 */
export function unreadLines(unread: readonly UnreadText[], from: string): readonly Phrase[] {
  const left = Map.groupBy(
    unread.filter(({ side }) => side === 'before'),
    keyOf,
  );
  const after = unread
    .filter(({ side }) => side === 'after')
    .map((text) => lineOf(text, left.get(keyOf(text))?.pop() ? 'before and after' : ''));
  const before = [...left.values()].flat().map((text) => lineOf(text, `only in ${from}`));
  return [...before, ...after];
}

/** Without the file: of two folders, the same text has another path on either side. */
function keyOf({ where, message }: UnreadText): string {
  return JSON.stringify([where, message]);
}

function lineOf(text: UnreadText, side: string): Phrase {
  const place = [placeText(text), ...(text.where === undefined ? [] : [`in “${text.where}”`])].join(' ');
  return [{ as: 'quiet', text: [place, ...(side === '' ? [] : [side])].join(', ') }, `: ${text.message}`];
}

/** A place as terminals make it clickable. */
export function placeText({ file, line, column }: Spot): string {
  return `${clean(file)}:${line}:${column}`;
}
