import type { IToken, TokenType, TokenTypeDictionary } from 'chevrotain';
import { isElementKeyword } from '../keywords.ts';
import { noOpeningQuote } from '../messages.ts';
import {
  isKeyword,
  isOnLineOf,
  isWord,
  merged,
  partOf,
  type Recovered,
  type Slip,
  touches,
  typeOf,
  writtenFrom,
} from './made-up.ts';

export interface Source {
  readonly text: string;
  /** Reads what stands between two offsets on the line of a token. */
  readonly readAgain: (line: IToken, start: number, end: number) => readonly IToken[];
}

/**
 * With a quote too few on its line, what is text and what is not change places behind it. A quote right behind a word
 * closes a text whose opening quote is missing; one right before a word opens one, so that the text before has no end.
 */
export function withTexts(tokens: readonly IToken[], types: TokenTypeDictionary, source: Source): Recovered {
  const { STRING, UNCLOSED } = types;
  if (!STRING || !UNCLOSED) return { tokens, slips: [] };
  const slips: Slip[] = [];
  const result: IToken[] = [];
  const takeRest = (unclosed: IToken, from: number) => {
    for (const each of source.readAgain(unclosed, from, endOf(unclosed))) {
      result.push(...(typeOf(each) === 'UNCLOSED' ? withoutBraces(each, types, UNCLOSED) : [each]));
    }
  };
  for (const token of tokens) {
    if (typeOf(token) !== 'UNCLOSED') {
      result.push(token);
      continue;
    }
    let start = result.length;
    while (isOnLineOf(token, result[start - 1])) start--;
    const line = [...result.splice(start), token];
    const at = line.findIndex((each, index) => isOutOfPlace(each, line[index - 1], line[index + 1]));
    const quote = line[at];
    if (!quote) {
      const end = /^".+?(?=\s*\{)/.exec(token.image)?.[0].length;
      result.push(...line.slice(0, -1));
      if (end === undefined) result.push(...withoutBraces(token, types, UNCLOSED));
      else {
        result.push(partOf(token, 0, end, UNCLOSED));
        takeRest(token, token.startOffset + end);
      }
    } else if (isBehindWord(quote, line[at - 1])) {
      const from = startOfText(line, at);
      const words = line.slice(from, at);
      const last = partOf(quote, 0, 1, STRING);
      const text = merged(line[from] ?? quote, last, `"${writtenFrom(words)}"`, STRING);
      slips.push({ first: text, last: text, message: noOpeningQuote, replacements: [text.image] });
      result.push(...line.slice(0, from), text);
      takeRest(token, quote.startOffset + 1);
    } else {
      const end = /^".+?(?=\s*[{}]|\s*,\s*"$)/.exec(quote.image)?.[0].length;
      result.push(...line.slice(0, at));
      if (end === undefined) {
        const whole = merged(quote, token, source.text.slice(quote.startOffset, endOf(token)), UNCLOSED);
        result.push(...withoutBraces(whole, types, UNCLOSED));
      } else {
        result.push(partOf(quote, 0, end, UNCLOSED));
        takeRest(token, quote.startOffset + end);
      }
    }
  }
  return { tokens: result, slips };
}

/** Braces at the end of a text that runs to the end of its line are meant as braces. */
function withoutBraces(text: IToken, types: TokenTypeDictionary, type: TokenType): readonly IToken[] {
  const whole = text.image.trimEnd();
  const end = whole.length - (/[\s{}]*[{}]$/.exec(whole)?.[0].length ?? 0);
  if (end === text.image.length) return [text];
  const braces = [...whole.slice(end)].flatMap((sign, index) => {
    const brace = types[sign];
    return brace ? [partOf(text, end + index, end + index + 1, brace)] : [];
  });
  return [partOf(text, 0, end, type), ...braces];
}

function isOutOfPlace(quote: IToken, before: IToken | undefined, next: IToken | undefined): boolean {
  return isBehindWord(quote, before) || (typeOf(quote) === 'STRING' && isWord(next) && touches(quote, next));
}

function isBehindWord(quote: IToken, before: IToken | undefined): boolean {
  const isQuote = typeOf(quote) === 'STRING' || typeOf(quote) === 'UNCLOSED';
  const isText = isWord(before) || inTexts.has(typeOf(before));
  return isQuote && isText && touches(before, quote);
}

const inTexts: ReadonlySet<string> = new Set(['ID', 'NUMBER', 'UNIT', 'MALFORMED', ',']);
/** Words that a text stands behind. */
const openers: ReadonlySet<string> = new Set(['for', 'because', 'by', 'is', 'as', 'via']);

/** The index of the first word of a text, on the line with its closing quote. */
function startOfText(line: readonly IToken[], quote: number): number {
  // What stands behind the name of an element, or of the end of a dotted line, is its text.
  const opener = line.findLastIndex(({ image }, index) => index < quote && image === '..>');
  const kind = typeOf(line[0]) === 'add' ? 1 : 0;
  let name = (opener < 0 && isElementKeyword(typeOf(line[kind])) ? kind : opener) + 1;
  while (name > 0 && typeOf(line[name + 1]) === '.') name += 2;
  if (name > 0 && name + 1 < quote && !line.slice(name, quote).some(isPartOfHeader)) return name + 1;
  let start = quote - 1;
  while (start > 0 && isInText(line[start - 1], line[start - 2])) start--;
  return start;
}

function isPartOfHeader(token: IToken): boolean {
  return ['STRING', '{', 'is', 'as'].includes(typeOf(token));
}

/** A keyword stands in a text where a word stands before it. */
function isInText(token: IToken | undefined, before: IToken | undefined): boolean {
  if (inTexts.has(typeOf(token))) return true;
  return isKeyword(token) && typeOf(before) === 'ID' && !openers.has(typeOf(token));
}

function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset) + 1;
}
