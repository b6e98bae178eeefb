import { tokenize } from '@mktorg/language';
import type { LexerResult } from 'langium';

/**
 * A word, sign or comment of the text. Lines and columns count from zero, in UTF-16 units. Keywords are soft: what is
 * a `keyword` here stands where a keyword is meant, so a team called `content` is a `name`.
 */
export interface Token {
  readonly type: TokenType;
  readonly text: string;
  readonly offset: number;
  /** Exclusive. */
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  /** Exclusive. */
  readonly endColumn: number;
}

export type TokenType =
  | 'keyword'
  | 'name'
  | 'string'
  | 'number'
  | 'unit'
  | 'arrow'
  /** The minus that takes a statement back. */
  | 'take-back'
  | 'sign'
  | 'comment';

type Lexed = LexerResult['tokens'][number];

/** Everything in the text but white space, in order. Never throws; what the language does not know is left out. */
export function tokensOf(text: string): readonly Token[] {
  const { tokens, hidden } = tokenize(text);
  const comments = hidden.filter((token) => token.tokenType.name !== 'WS');
  const all =
    comments.length === 0 ? tokens : [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset);
  const result = all.map(plain);
  for (const [index, { type }] of result.entries()) {
    const word = result[index + 1];
    // The word of a statement, which the lexer keeps from opening one.
    if (type === 'take-back' && word) result[index + 1] = { ...word, type: 'keyword' };
  }
  return result;
}

/** The tokens of a text that several features ask for in turn. */
export function rememberedTokens(): (text: string) => readonly Token[] {
  let last: { readonly text: string; readonly tokens: readonly Token[] } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, tokens: tokensOf(text) };
    return last.tokens;
  };
}

function plain(token: Lexed): Token {
  const line = (token.startLine ?? 1) - 1;
  const column = (token.startColumn ?? 1) - 1;
  return {
    type: typeOf(token),
    text: token.image,
    offset: token.startOffset,
    end: token.startOffset + token.image.length,
    line,
    column,
    endLine: (token.endLine ?? line + 1) - 1,
    endColumn: token.endColumn ?? column + token.image.length,
  };
}

const types: { readonly [name: string]: TokenType } = {
  ID: 'name',
  STRING: 'string',
  UNCLOSED: 'string',
  DAY: 'number',
  MONTH: 'number',
  QUARTER: 'number',
  PERCENT: 'number',
  NUMBER: 'number',
  MALFORMED: 'number',
  UNIT: 'unit',
  ARROW_HERE: 'arrow',
  TAKE_BACK: 'take-back',
  '..>': 'arrow',
  SL_COMMENT: 'comment',
  ML_COMMENT: 'comment',
};

function typeOf(token: Lexed): TokenType {
  return types[token.tokenType.name] ?? (/^[a-z]/.test(token.image) ? 'keyword' : 'sign');
}

/** The first token that ends after the offset; the length of the list where there is none. */
export function indexAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token && token.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The token that holds the offset, or else the one that ends right there, as a cursor behind a word is at it. */
export function tokenAt(tokens: readonly Token[], offset: number): Token | undefined {
  const index = indexAfter(tokens, offset);
  const after = tokens[index];
  const before = tokens[index - 1];
  const touches = before?.end === offset ? before : undefined;
  if (after && after.offset <= offset) {
    return after.offset === offset && touches && isWord(touches) && !isWord(after) ? touches : after;
  }
  return touches;
}

export function isWord(token: Token): boolean {
  return (
    token.type === 'name' || token.type === 'keyword' || token.type === 'unit' || token.type === 'number'
  );
}
