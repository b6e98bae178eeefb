import { type ElementKind, propertiesOf } from '@mktorg/model';
import type { IToken, TokenType } from 'chevrotain';
import { isElementKeyword } from '../keywords.ts';

/** Something in the text that cannot be as it is meant, and how it was read. */
export interface Slip {
  /** What to change: from the first of these words and signs to the last. */
  readonly first: IToken;
  readonly last: IToken;
  readonly message: string;
  /** What would do instead, best first. */
  readonly replacements?: readonly string[];
  /** A sign that is missing elsewhere, behind this one. */
  readonly missing?: { readonly sign: string; readonly behind: IToken };
}

/** The words and signs of a text as they seem to be meant, with what had to be changed for that. */
export interface Recovered {
  readonly tokens: readonly IToken[];
  readonly slips: readonly Slip[];
}

/** A sign that does not stand in the text: the parser reads it, and no node begins or ends with it. */
export function insertedBehind(token: IToken, type: TokenType): IToken {
  const column = (token.endColumn ?? 0) + 1;
  return {
    ...typed(type),
    image: type.name,
    startOffset: (token.endOffset ?? 0) + 1,
    endOffset: token.endOffset ?? 0,
    startLine: token.endLine ?? 1,
    endLine: token.endLine ?? 1,
    startColumn: column,
    endColumn: column - 1,
    isInsertedInRecovery: true,
  };
}

/** A word that does not stand in the text, and is read as if it did. */
export function insertedBefore(token: IToken, type: TokenType): IToken {
  const { startOffset, startLine = 1, startColumn = 1 } = token;
  const at = { startOffset, endOffset: startOffset - 1, startLine, endLine: startLine };
  return { ...typed(type), ...at, image: type.name, startColumn, endColumn: startColumn - 1 };
}

/** One word or text in the place of several on one line. */
export function merged(first: IToken, last: IToken, image: string, type: TokenType): IToken {
  return {
    ...first,
    ...typed(type),
    image,
    endOffset: last.endOffset ?? first.startOffset,
    endLine: last.endLine ?? 1,
    endColumn: last.endColumn ?? 1,
  };
}

/** Some of the characters of a token, as one of its own. */
export function partOf(token: IToken, start: number, end: number, type: TokenType): IToken {
  const column = (token.startColumn ?? 1) + start;
  return {
    ...token,
    ...typed(type),
    image: token.image.slice(start, end),
    startOffset: token.startOffset + start,
    endOffset: token.startOffset + end - 1,
    startColumn: column,
    endColumn: column + end - start - 1,
  };
}

/** The same word or sign, read as another. */
export function retyped(token: IToken, type: TokenType): IToken {
  return { ...token, ...typed(type) };
}

function typed(type: TokenType): Pick<IToken, 'tokenType' | 'tokenTypeIdx'> {
  return { tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0 };
}

export function isOnLineOf(token: IToken | undefined, other: IToken | undefined): boolean {
  return token !== undefined && other !== undefined && token.startLine === other.endLine;
}

export function typeOf(token: IToken | undefined): string {
  return token?.tokenType.name ?? '';
}

/** A name, or a keyword where none can stand. */
export function isWord(token: IToken | undefined): boolean {
  return typeOf(token) === 'ID' || isKeyword(token);
}

export function isKeyword(token: IToken | undefined): boolean {
  return token !== undefined && /^[a-z]/.test(token.tokenType.name);
}

/** What stands in the text, with one space where there are some. */
export function writtenFrom(tokens: readonly IToken[], between = ' '): string {
  return tokens
    .map((token, index) => {
      const before = tokens[index - 1];
      return before === undefined || touches(before, token) ? token.image : between + token.image;
    })
    .join('');
}

/** The names of what a text declares. */
export function namesDeclared(tokens: readonly IToken[]): ReadonlySet<string> {
  return new Set(
    tokens.filter((_, index) => isElementKeyword(typeOf(tokens[index - 1]))).map(({ image }) => image),
  );
}

/** Whether nothing stands between two tokens. */
export function touches(token: IToken | undefined, next: IToken | undefined): boolean {
  return token !== undefined && token.endOffset === (next?.startOffset ?? 0) - 1;
}

/** Whether a statement that begins with this word can be made of an element of a kind. */
export function canSay(kind: ElementKind, word: string): boolean {
  return [...propertiesOf(kind).keys()].some((keyword) => keyword === word || keyword.startsWith(`${word} `));
}
