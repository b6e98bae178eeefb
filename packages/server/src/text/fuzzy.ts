/** Finds texts that what was typed fits. Made once for many texts: most of them are turned down by one expression. */
export interface Matcher {
  /**
   * How well it fits: higher is better, undefined where it does not. The letters must occur in order; the start of the
   * text, starts of words and runs of letters count for more.
   */
  fit(text: string): number | undefined;
}

/** From this score on, a text starts with what was typed. */
export const sureScore = 500;

export function matcherOf(typed: string): Matcher {
  if (typed === '') return { fit: () => 0 };
  const wanted = typed.toLowerCase();
  const letters = [...wanted].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const inOrder = new RegExp(letters.join('.*?'), 'isu');
  return { fit: (text) => (inOrder.test(text) ? score(wanted, text.toLowerCase()) : undefined) };
}

function score(wanted: string, given: string): number {
  if (given.startsWith(wanted)) return 2 * sureScore - Math.min(given.length, sureScore);
  const whole = given.indexOf(wanted);
  if (whole > 0 && startsWord(given, whole)) return sureScore - Math.min(whole, 200);
  let sum = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = given.indexOf(letter, at + 1);
    if (next < 0) break;
    if (next === at + 1) sum += 3;
    else if (startsWord(given, next)) sum += 2;
    at = next;
  }
  return sum - Math.min(Math.max(at, 0), 100) / 100;
}

function startsWord(text: string, index: number): boolean {
  return index === 0 || /[\s._/-]/.test(text.charAt(index - 1));
}
