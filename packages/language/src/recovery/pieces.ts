import type { IToken } from 'chevrotain';
import type { LexerResult } from 'langium';
import { isElementKeyword } from '../keywords.ts';
import { passedOver, unreadable } from '../messages.ts';
import type { Parsed, SyntaxParser } from '../parser/syntax-parser.ts';
import { isOnLineOf, type Slip, typeOf } from './made-up.ts';

/**
 * Parses what has too many errors for the parser, which goes one call deeper at each: line by line where nothing is
 * open, so that each has a parser of its own. What still cannot be read is told and left out; where that is very much,
 * as in a table or a letter that somebody has saved as a model, what begins with no kind of element is passed over.
 */
export function parsePieces(
  parser: SyntaxParser,
  lexed: LexerResult,
  tokens: readonly IToken[],
): { readonly parsed: Parsed; readonly slips: readonly Slip[] } {
  const slips: Slip[] = [];
  const items: Parsed['document']['items'] = [];
  const parserErrors: Parsed['parserErrors'][number][] = [];
  let document = parser.parseTokens({ ...lexed, tokens: [] }).document;
  const unread: (readonly IToken[])[] = [];
  let told = 0;
  for (const piece of piecesOf(tokens)) {
    const [first] = piece;
    if (!first) continue;
    if (told >= mostTold && !opensSomething(first)) {
      unread.push(piece);
      continue;
    }
    try {
      const parsed = parser.parseTokens({ ...lexed, tokens: [...piece] });
      document = parsed.document;
      for (const item of parsed.document.items) items.push(item);
      for (const error of parsed.parserErrors) parserErrors.push(error);
      if (parsed.parserErrors.length > 0) told += 1;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      slips.push({ first, last: first, message: unreadable });
      told += 1;
    }
  }
  const first = unread[0]?.[0];
  if (!first) return { parsed: { document: { ...document, items }, lexed, parserErrors }, slips };
  const lines = linesOf(unread);
  slips.push({ first, last: first, message: passedOver(lines.size) });
  const errors = lexed.errors.filter(({ line }) => line === undefined || !lines.has(line));
  return { parsed: { document: { ...document, items }, lexed: { ...lexed, errors }, parserErrors }, slips };
}

/** So many lines are told. Nobody reads more, and each takes time. */
const mostTold = 1000;

function opensSomething(token: IToken): boolean {
  return isElementKeyword(typeOf(token)) || ['rules', 'rate'].includes(typeOf(token));
}

function linesOf(pieces: readonly (readonly IToken[])[]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const piece of pieces) {
    const [first, last] = [piece[0], piece.at(-1)];
    for (let line = first?.startLine ?? 1; line <= (last?.endLine ?? 0); line++) lines.add(line);
  }
  return lines;
}

function* piecesOf(tokens: readonly IToken[]): Iterable<readonly IToken[]> {
  let start = 0;
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (depth <= 0 && !isOnLineOf(token, before) && opens(token, before)) {
      yield tokens.slice(start, index);
      start = index;
    }
    if (token.image === '{') depth++;
    if (token.image === '}') depth = Math.max(0, depth - 1);
  }
  yield tokens.slice(start);
}

/** Whether a line begins something new, rather than go on with what stands before it. */
function opens(token: IToken, before: IToken | undefined): boolean {
  if (before?.image === ',' || before?.image === '..>' || token.image === '{') return false;
  return (
    isElementKeyword(typeOf(token)) ||
    !['is', 'as', 'in', 'from', 'to', 'by', 'STRING'].includes(typeOf(token))
  );
}
