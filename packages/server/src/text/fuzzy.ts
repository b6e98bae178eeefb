/**
 * How well what was typed fits a text: higher is better, undefined where it does not. The letters must occur in order;
 * the start of the text, starts of words and runs of letters count for more.
 */
export function fit(typed: string, text: string): number | undefined {
  if (typed === '') return 0;
  const wanted = typed.toLowerCase();
  const given = text.toLowerCase();
  if (given.startsWith(wanted)) return 1000 - Math.min(given.length, 500);
  const whole = given.indexOf(wanted);
  if (whole > 0 && startsWord(given, whole)) return 500 - Math.min(whole, 200);
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = given.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    if (next === at + 1) score += 3;
    else if (startsWord(given, next)) score += 2;
    at = next;
  }
  return score - Math.min(at, 100) / 100;
}

function startsWord(text: string, index: number): boolean {
  return index === 0 || /[\s._/-]/.test(text.charAt(index - 1));
}
