import type { IToken } from 'chevrotain';
import type { LexerResult } from 'langium';
import { isElementKeyword } from '../keywords.ts';
import { type Parsed, syntaxParser } from '../parser/syntax-parser.ts';
import { withBraces } from './braces.ts';
import { withHeaders } from './headers.ts';
import { isOnLineOf, type Recovered, type Slip } from './made-up.ts';
import { withNames } from './names.ts';
import { withTexts } from './texts.ts';

/** What the parser has made of a text, and what of the text it took for something else than it says. */
export interface Read extends Parsed {
  readonly slips: readonly Slip[];
}

/**
 * Parses a text. Where that goes wrong, it is read again as it seems to be meant, with a brace, a quote or a dash that
 * is missing put in its place: the parser on its own knows no lines and no indentation, and loses far more.
 */
export function read(text: string): Read {
  const parser = syntaxParser();
  const parsed = parser.parse(text);
  const { tokens: written } = parsed.lexed;
  if (parsed.parserErrors.length === 0 && !written.some(isDubious)) return { ...parsed, slips: [] };
  const { tokens, slips } = recovered(parsed.lexed);
  const isAsWritten = tokens.length === written.length && tokens.every((token, at) => token === written[at]);
  if (isAsWritten) return { ...parsed, slips };
  return { ...parser.parseTokens({ ...parsed.lexed, tokens: [...tokens] }), slips };
}

function recovered({ tokens }: LexerResult): Recovered {
  const types = syntaxParser().tokenTypes;
  const slips: Slip[] = [];
  let now: readonly IToken[] = tokens;
  for (const pass of [withTexts, withHeaders, withNames, withBraces]) {
    const result = pass(now, types);
    now = result.tokens;
    slips.push(...result.slips);
  }
  return { tokens: now, slips };
}

/** What the parser takes, and which is hardly meant: a text without its end, or a kind without a name behind a name. */
function isDubious(token: IToken, index: number, tokens: readonly IToken[]): boolean {
  if (token.tokenType.name === 'UNCLOSED') return true;
  return (
    isOnLineOf(token, tokens[index - 1]) &&
    !isOnLineOf(tokens[index + 1], token) &&
    tokens[index - 1]?.tokenType.name === 'ID' &&
    isElementKeyword(token.tokenType.name)
  );
}
