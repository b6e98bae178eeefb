import type { IToken } from 'chevrotain';
import type { LexerResult } from 'langium';
import { isElementKeyword } from '../keywords.ts';
import { type Parsed, syntaxParser } from '../parser/syntax-parser.ts';
import { withBraces } from './braces.ts';
import { withHeaders } from './headers.ts';
import { withKinds } from './kinds.ts';
import { isOnLineOf, type Recovered, type Slip } from './made-up.ts';
import { withNames } from './names.ts';
import { withOperations } from './operations.ts';
import { parsePieces } from './pieces.ts';
import { withoutValues } from './taken-back.ts';
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
  const lexed = parser.tokenize(text);
  const { tokens: written } = lexed;
  const parsed = withinReach(() => parser.parseTokens(lexed));
  if (parsed && parsed.parserErrors.length === 0 && !written.some(isDubious)) return { ...parsed, slips: [] };
  const { tokens, slips } = recovered(lexed, text);
  const isAsWritten = tokens.length === written.length && tokens.every((token, at) => token === written[at]);
  if (parsed && isAsWritten) return { ...parsed, slips };
  const again = withinReach(() => parser.parseTokens({ ...lexed, tokens: [...tokens] }));
  if (again) return { ...again, slips };
  const pieces = parsePieces(parser, lexed, tokens);
  return { ...pieces.parsed, slips: slips.concat(pieces.slips) };
}

/** Undefined where the parser would have to call itself too often. */
function withinReach<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function recovered({ tokens }: LexerResult, text: string): Recovered {
  const types = syntaxParser().tokenTypes;
  const texts = withTexts(tokens, types, { text, readAgain: (...piece) => pieceOf(text, ...piece) });
  let now = texts.tokens;
  let slips = texts.slips;
  for (const pass of [withHeaders, withBraces, withOperations, withKinds, withoutValues, withNames]) {
    const result = pass(now, types);
    now = result.tokens;
    slips = slips.concat(result.slips);
  }
  return { tokens: now, slips };
}

/** The words and signs of a piece of a line. */
function pieceOf(text: string, line: IToken, start: number, end: number): readonly IToken[] {
  const { startLine = 1, startColumn = 1, startOffset } = line;
  const column = startColumn + start - startOffset;
  return syntaxParser()
    .tokenize(text.slice(start, end))
    .tokens.map((token) => ({
      ...token,
      startOffset: token.startOffset + start,
      endOffset: (token.endOffset ?? token.startOffset) + start,
      startLine,
      endLine: startLine,
      startColumn: (token.startColumn ?? 1) - 1 + column,
      endColumn: (token.endColumn ?? 1) - 1 + column,
    }));
}

/** What the parser takes, and which is hardly meant: a text without its end, or a kind behind a name, with none itself. */
function isDubious(token: IToken, index: number, tokens: readonly IToken[]): boolean {
  if (token.tokenType.name === 'UNCLOSED') return true;
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  if (!isOnLineOf(token, before) || (isOnLineOf(next, token) && next?.image !== '{')) return false;
  const type = before?.tokenType.name;
  return (type === 'ID' || type === 'STRING') && isElementKeyword(token.tokenType.name);
}
