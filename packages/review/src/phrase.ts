import type { Named } from './document.ts';

/** A sentence about a change, in parts that an output sets apart: names bold, what was quiet. */
export type Phrase = readonly Word[];
export type Word = string | Marked;

/**
 * Words with a part to play. `name`: what it is about. `old` and `new`: what was said and what is. `quiet`: what can be
 * passed over.
 */
export interface Marked {
  readonly as: 'name' | 'old' | 'new' | 'quiet';
  readonly text: string;
  /** The elements that a name stands for, where that is known. */
  readonly about?: readonly Named[];
}

export const name = (text: string, about?: readonly Named[]): Marked => ({
  as: 'name',
  text,
  ...(about && { about }),
});
export const old = (text: string): Marked => ({ as: 'old', text });
export const fresh = (text: string): Marked => ({ as: 'new', text });
export const quiet = (text: string): Marked => ({ as: 'quiet', text });

/** The words without what sets them apart. */
export function textOf(phrase: Phrase): string {
  return phrase.map((word) => (typeof word === 'string' ? word : word.text)).join('');
}

/** `before → after`. */
export function shift(before: string, after: string): Phrase {
  return [old(before), ' → ', fresh(after)];
}

/** Some of the names, and how many more there are. */
export function listed(names: readonly string[], most = 5): string {
  const shown = names.length > most + 1 ? names.slice(0, most) : names;
  const rest = names.length - shown.length;
  // Titles have commas of their own.
  const all = shown.join(shown.some((each) => each.includes(',')) ? '; ' : ', ');
  return rest === 0 ? all : `${all} and ${count(rest)} more`;
}

/** The same names once, with how often: `Software Engineer ×3`. */
export function gathered(names: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const each of names) times.set(each, (times.get(each) ?? 0) + 1);
  return [...times].map(([each, number]) => (number === 1 ? each : `${each} ×${number}`));
}

export function count(number: number): string {
  return number.toLocaleString('en', { maximumFractionDigits: 2 });
}

/** `+3`, `−1,200`. */
export function signed(number: number): string {
  return number < 0 ? `−${count(-number)}` : `+${count(number)}`;
}
