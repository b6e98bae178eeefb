import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { isElementKeyword } from '../keywords.ts';
import { isOnLineOf, merged, partOf, type Recovered, type Slip, typeOf, writtenFrom } from './made-up.ts';

/**
 * A text without its closing quote runs to the end of the line: braces at its end are not part of it. One without its
 * opening quote begins behind the last word that is no part of it.
 */
export function withTexts(tokens: readonly IToken[], types: TokenTypeDictionary): Recovered {
  const slips: Slip[] = [];
  const result: IToken[] = [];
  const { STRING, UNCLOSED } = types;
  for (const token of tokens) {
    if (typeOf(token) !== 'UNCLOSED' || !STRING || !UNCLOSED) {
      result.push(token);
      continue;
    }
    const whole = token.image.trimEnd();
    const end = whole.length - (/[\s{}]*[{}]$/.exec(whole)?.[0].length ?? 0);
    const text = end === token.image.length ? token : partOf(token, 0, end, UNCLOSED);
    const start = text.image === '"' ? startOfText(result, text) : result.length;
    const words = result.splice(start);
    const [first] = words;
    if (first) {
      const image = `"${writtenFrom(words)}"`;
      result.push(merged(first, text, image, STRING));
      slips.push({
        first,
        last: text,
        message: 'This text has no opening quote.',
        replacements: [image],
      });
    } else {
      result.push(text);
    }
    for (let index = end; index < whole.length; index++) {
      const sign = types[whole.charAt(index)];
      if (sign) result.push(partOf(token, index, index + 1, sign));
    }
  }
  return { tokens: result, slips };
}

const inTexts: ReadonlySet<string> = new Set(['ID', 'NUMBER', 'UNIT', 'MALFORMED', ',']);

/** A kind stands in a text where a word stands before it. */
function isInText(token: IToken | undefined, before: IToken | undefined): boolean {
  if (inTexts.has(typeOf(token))) return true;
  return isElementKeyword(typeOf(token)) && isOnLineOf(token, before) && typeOf(before) === 'ID';
}

/** The index of the first of the words before a quote that closes nothing; where there are none, behind the last. */
function startOfText(before: readonly IToken[], quote: IToken): number {
  const last = before.at(-1);
  if (last?.endOffset !== quote.startOffset - 1) return before.length;
  let start = before.length;
  while (isOnLineOf(quote, before[start - 1]) && isInText(before[start - 1], before[start - 2])) start--;
  // The first word behind a kind is the name.
  const isNamed = isElementKeyword(typeOf(before[start - 1])) && before.length - start > 1;
  return isNamed ? start + 1 : start;
}
