import { onSides, type Phrase, type Spot, type UnreadText } from '@mktorg/review';
import { clean } from '../terminal/clean.ts';

/**
 * What could not be read, a line each: where it stands, on which side where that is not the one after, and what is
 * wrong. What both sides have is said once, at its place after.
 * @param from what the side before is called
 */
export function unreadLines(unread: readonly UnreadText[], from: string): readonly Phrase[] {
  const words = { before: `only in ${from}`, after: '', both: 'before and after' };
  return onSides(unread).map(({ text, sides }) => lineOf(text, words[sides]));
}

function lineOf(text: UnreadText, side: string): Phrase {
  const place = [placeText(text), ...(text.where === undefined ? [] : [`in “${text.where}”`])].join(' ');
  return [{ as: 'quiet', text: [place, ...(side === '' ? [] : [side])].join(', ') }, `: ${text.message}`];
}

/** A place as terminals make it clickable. */
export function placeText({ file, line, column }: Spot): string {
  return `${clean(file)}:${line}:${column}`;
}
