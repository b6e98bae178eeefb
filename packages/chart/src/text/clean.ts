/**
 * Text as a chart may show it: one line, without control characters, and without the marks that switch direction, so
 * that no text of a model can rearrange what stands around it. Isolates stay where they are balanced, for they reach
 * no further than themselves. Lone surrogates become replacement characters.
 */
export function clean(text: string): string {
  if (plain.test(text)) return text.trim();
  const safe = text.toWellFormed().replace(removed, '').replace(spaces, ' ').trim();
  return balanced(safe) ? safe : safe.replace(isolates, '');
}

/** The same for a text that is data, which no line will be broken of: its spaces are plain ones. */
export function cleanData(text: string): string {
  if (ascii.test(text)) return text.trim();
  return clean(text).replaceAll('\u00a0', ' ');
}

const ascii = /^[\x20-\x7e]*$/;
const plain = /^[\x20-\x7e\xa0-\xac\xae-\u024f]*$/;
const spaces = /[^\S\u00a0]+/gu;
const removed =
  /[\p{Cc}--[\t\n\r]]|[\u202a-\u202e\u2066\u2067\u200e\u200f\u061c\ufeff\ufff9-\ufffb]|\p{Noncharacter_Code_Point}/gv;
const isolates = /[\u2068\u2069]/g;

function balanced(text: string): boolean {
  let depth = 0;
  for (const [mark] of text.matchAll(isolates)) {
    depth += mark === '\u2068' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
