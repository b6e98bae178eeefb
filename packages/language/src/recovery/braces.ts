import { lineEnds } from '@mktorg/model';
import type { IToken, TokenType, TokenTypeDictionary } from 'chevrotain';
import { isElementKeyword } from '../keywords.ts';
import { closesNothing, neverClosed, neverOpened } from '../messages.ts';
import {
  canSay,
  insertedBehind,
  isKeyword,
  isOnLineOf,
  partOf,
  type Recovered,
  type Slip,
  typeOf,
  writtenFrom,
} from './made-up.ts';

/** Closes what is open, opens what is closed, and drops what closes nothing, where indentation shows that it is meant. */
export function withBraces(tokens: readonly IToken[], types: TokenTypeDictionary): Recovered {
  const { '{': opening, '}': closing, ARROW_HERE: arrow } = types;
  if (!opening || !closing || !arrow || isBalanced(tokens)) return { tokens, slips: [] };
  const opened = withOpened(tokens, opening, arrow);
  const closed = withClosed(opened.tokens, closing);
  return { tokens: closed.tokens, slips: [...opened.slips, ...closed.slips] };
}

function isBalanced(tokens: readonly IToken[]): boolean {
  let depth = 0;
  for (const { image } of tokens) {
    if (image === '{') depth++;
    else if (image === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/** How many more there are of one brace than of the other. */
function surplus(tokens: readonly IToken[], of: '{' | '}'): number {
  let count = 0;
  for (const { image } of tokens) if (image === '{' || image === '}') count += image === of ? 1 : -1;
  return count;
}

/** A `{` that is open. */
interface Block {
  readonly brace: IToken;
  /** Of the line with its header. */
  readonly column: number;
  /** Of the first line inside; of the header's own line, if something stands there behind the brace. */
  inner: number | undefined;
}

class Blocks {
  readonly #open: Block[] = [];
  #line: IToken | undefined;

  get innermost(): Block | undefined {
    return this.#open.at(-1);
  }

  get outer(): readonly Block[] {
    return this.#open.slice(0, -1);
  }

  pop(): Block | undefined {
    return this.#open.pop();
  }

  take(token: IToken, isFirst: boolean): void {
    if (isFirst) this.#line = token;
    if (token.image === '}') {
      this.#open.pop();
      return;
    }
    const block = this.innermost;
    if (block && block.inner === undefined) {
      block.inner = isFirst ? columnOf(token) : Number.POSITIVE_INFINITY;
    }
    if (token.image === '{') {
      this.#open.push({ brace: token, column: columnOf(this.#line ?? token), inner: undefined });
    }
  }
}

function columnOf({ startColumn = 1 }: IToken): number {
  return startColumn;
}

/** A header without its `{`, before lines that are indented further; and a `}` that closes nothing is left out. */
function withOpened(tokens: readonly IToken[], opening: TokenType, arrow: TokenType): Recovered {
  const result: IToken[] = [];
  const slips: Slip[] = [];
  const blocks = new Blocks();
  let missing = surplus(tokens, '}');
  let line = 0;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const isFirst = !isOnLineOf(token, before);
    let read = token;
    const isUnopened = isFirst ? isUnopenedBefore(tokens, line, index) : isUnopenedIn(tokens, line, index);
    if (before && missing > 0 && isUnopened) {
      const brace = insertedBehind(before, opening);
      blocks.take(brace, false);
      result.push(brace);
      slips.push(openingSlip(before, tokens.slice(line, index)));
      missing--;
      // A dotted line that opens a body starts at the element around it.
      if (token.image === '..>') read = partOf(token, 0, token.image.length, arrow);
    }
    if (isFirst) line = index;
    const block = blocks.innermost;
    const isStray =
      token.image === '}' && (!block || (missing > 0 && isFirst && goesOn(block, token, tokens[index + 1])));
    if (isStray) {
      slips.push({ first: token, last: token, message: closesNothing });
      missing--;
      continue;
    }
    blocks.take(token, isFirst);
    result.push(read);
  }
  return { tokens: result, slips };
}

function openingSlip(last: IToken, header: readonly IToken[]): Slip {
  const message = neverOpened(`${writtenFrom(header)} {`);
  return { first: last, last, message, replacements: [`${last.image} {`] };
}

const headerWords: ReadonlySet<string> = new Set(['is', 'as', 'in', 'from', 'to', 'by', 'STRING', '{', ',']);

/** Whether a line is a whole header, and the next one further in without being part of it. */
function isUnopenedBefore(tokens: readonly IToken[], start: number, end: number): boolean {
  const [header, last, next] = [tokens[start], tokens[end - 1], tokens[end]];
  if (!header || !last || !next || !opensBody(header)) return false;
  if (tokens.slice(start, end).some(({ image }) => image === '{' || image === '}')) return false;
  const [kind, word] = [typeOf(header), typeOf(next)];
  const isInHeader =
    headerWords.has(word) && !(isElementKeyword(kind) && kind !== 'step' && canSay(kind, word));
  return columnOf(next) > columnOf(header) && last.image !== ',' && !isInHeader;
}

/** Whether a body on the line of its header begins here, and is closed there. */
function isUnopenedIn(tokens: readonly IToken[], start: number, index: number): boolean {
  const [header, token] = [tokens[start], tokens[index]];
  const kind = typeOf(typeOf(header) === 'add' ? tokens[start + 1] : header);
  if (!token || index <= start + 1 || !opensStatement(token, kind)) return false;
  if (tokens.slice(start, index).some(({ image }) => image === '{' || image === '}')) return false;
  let depth = 0;
  for (let next = index + 1; isOnLineOf(tokens[next], header); next++) {
    if (tokens[next]?.image === '{') depth++;
    if (tokens[next]?.image === '}' && --depth < 0) return true;
  }
  return false;
}

/** What a change says before its braces. */
const changeHeader: ReadonlySet<string> = new Set(['is', 'as', 'in', 'by', 'via', 'within', 'approval']);

/** Whether a statement of an element of a kind can begin with this word, or a dotted line that starts at it. */
function opensStatement(token: IToken, kind: string): boolean {
  const isLine = token.image === '..>';
  if (kind === 'change')
    return isLine || typeOf(token) === 'TAKE_BACK' || (isKeyword(token) && !changeHeader.has(typeOf(token)));
  if (!isElementKeyword(kind)) return false;
  return isLine ? lineEnds.includes(kind) : isKeyword(token) && canSay(kind, typeOf(token));
}

function opensBody(token: IToken): boolean {
  return isElementKeyword(typeOf(token)) || ['rules', 'add', 'change'].includes(typeOf(token));
}

/** Whether the lines behind a `}` are as far in as those before it. */
function goesOn(block: Block, brace: IToken, next: IToken | undefined): boolean {
  return (
    columnOf(brace) > block.column &&
    next !== undefined &&
    next.image !== '}' &&
    !isOnLineOf(next, brace) &&
    columnOf(next) > block.column
  );
}

/** A body ends, at the latest, where the lines are no further in than its header. */
function withClosed(tokens: readonly IToken[], closing: TokenType): Recovered {
  const result: IToken[] = [];
  const slips: Slip[] = [];
  const blocks = new Blocks();
  let missing = surplus(tokens, '{');
  const close = (behind: IToken, line: number | undefined) => {
    const block = blocks.pop();
    if (!block) return;
    missing--;
    result.push(insertedBehind(behind, closing));
    if (block.brace.isInsertedInRecovery) return;
    slips.push({
      first: block.brace,
      last: block.brace,
      message: neverClosed(line),
      missing: { sign: '}', behind },
    });
  };
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const isFirst = !isOnLineOf(token, before);
    while (before && isFirst && missing > 0 && isBehind(blocks, token, before)) close(before, before.endLine);
    blocks.take(token, isFirst);
    result.push(token);
  }
  const last = tokens.at(-1);
  while (last && missing > 0 && blocks.innermost) close(last, undefined);
  return { tokens: result, slips };
}

function isBehind(blocks: Blocks, token: IToken, before: IToken): boolean {
  const block = blocks.innermost;
  if (!block || before.image === ',') return false;
  const column = columnOf(token);
  if (token.image === '}') {
    return column < block.column && blocks.outer.some((outer) => outer.column === column);
  }
  if (column > block.column) return false;
  // Lines that are not indented at all say nothing; an element that stands no further in does.
  return block.inner === undefined ? opensElement(token) : block.inner > block.column;
}

function opensElement(token: IToken): boolean {
  return isElementKeyword(typeOf(token)) || ['step', 'rules', 'rate', 'add'].includes(typeOf(token));
}
