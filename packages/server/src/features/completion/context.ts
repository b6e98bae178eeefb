import type { ElementKind } from '@mktorg/model';
import { type Block, blocksOf, isKind, isRules, kindOfBlock, type Statement } from '../../text/statements.ts';
import { indexAfter, isWord, type Token } from '../../text/tokens.ts';
import { demandsOf, type Expected, following } from './expected.ts';

/** What can stand where the cursor is, told from the tokens before it. */
export interface CompletionContext {
  /** Offset from which the text before the cursor is part of what is being written. */
  readonly start: number;
  /** That text: `brand.des`. */
  readonly prefix: string;
  readonly block: Block;
  /** The statement that is being written, unless a new one begins here. */
  readonly statement: Statement | undefined;
  readonly expected: readonly Expected[];
  /** Whether something must stand here for the statement to mean anything: worth offering without being asked. */
  readonly demanded: boolean;
}

export function contextAt(
  tokens: readonly Token[],
  offset: number,
  line: number,
): CompletionContext | undefined {
  const within = tokens[indexAfter(tokens, offset - 1)];
  if (within && holdsText(within, offset)) return undefined;
  const first = prefixStart(tokens, offset);
  const before = tokens.slice(0, first);
  const { innermost } = blocksOf(before);
  const start = tokens[first]?.offset ?? offset;
  const touching = tokens
    .slice(first, indexAfter(tokens, offset - 1) + 1)
    .filter((token) => token.offset < offset);
  const prefix = touching.map((token) => token.text.slice(0, offset - token.offset)).join('');
  const last = lastOf(before);
  const statement = last?.text === '{' || last?.text === '}' ? undefined : innermost.statements.at(-1);
  const context = { start: Math.min(start, offset), prefix, block: innermost };
  if (!statement || statement.tokens.length === 0) {
    return { ...context, statement: undefined, expected: opening(innermost), demanded: false };
  }
  if (takesBack(statement, last, before)) {
    return { ...context, statement, expected: [{ type: 'taken' }], demanded: true };
  }
  const demands = demandsOf(statement);
  if (touching[0]?.type === 'number') {
    const expected = (demands ?? []).filter(({ type }) => startingWithDigits.has(type));
    return { ...context, statement, expected, demanded: false };
  }
  const newLine = last !== undefined && last.endLine < line;
  // A line of its own is a statement of its own, but for a list that its comma leaves open.
  if (newLine && last?.text !== ',') {
    return { ...context, statement: undefined, expected: opening(innermost), demanded: false };
  }
  if (demands) return { ...context, statement, expected: demands, demanded: true };
  const expected = [...following(statement), ...opening(innermost)];
  return { ...context, statement, expected, demanded: false };
}

/** A minus in a change that opens a statement, and takes nothing from a list. */
function takesBack(statement: Statement, minus: Token | undefined, before: readonly Token[]): boolean {
  if (minus?.text !== '-' || statement.block.owner?.head !== 'change') return false;
  const previous = lastOf(before.slice(0, before.lastIndexOf(minus)));
  return previous?.text !== ',' && (previous?.type !== 'keyword' || statement.head === '-');
}

const startingWithDigits: ReadonlySet<Expected['type']> = new Set(['moment', 'duration', 'share']);

/** Inside a comment or a text nothing is completed. */
function holdsText(token: Token, offset: number): boolean {
  if (token.type === 'comment')
    return token.offset < offset && (offset < token.end || token.text.startsWith('//'));
  if (token.type !== 'string' || token.offset >= offset) return false;
  return offset < token.end || token.text.length === 1 || !token.text.endsWith('"');
}

/** Index of the token where the word at the cursor starts, with what stands before its dots and slashes. */
function prefixStart(tokens: readonly Token[], offset: number): number {
  let first = indexAfter(tokens, offset - 1);
  const touching = tokens[first];
  if (!touching || touching.offset >= offset) return first;
  // A sign is no part of the word that follows it.
  if ((touching.type === 'sign' && !isJoint(touching)) || touching.type === 'take-back') return first + 1;
  if (!(isWord(touching) || isJoint(touching))) return first;
  for (
    let previous = tokens[first - 1];
    previous?.end === tokens[first]?.offset;
    previous = tokens[first - 1]
  ) {
    const current = tokens[first];
    if (
      !previous ||
      !current ||
      isJoint(previous) === isJoint(current) ||
      !(isWord(previous) || isJoint(previous))
    )
      break;
    first--;
  }
  return first;
}

function isJoint(token: Token): boolean {
  return token.text === '.' || token.text === '/';
}

function lastOf(tokens: readonly Token[]): Token | undefined {
  for (let i = tokens.length - 1; i >= 0; i--) if (tokens[i]?.type !== 'comment') return tokens[i];
  return undefined;
}

/** What a statement can begin with in this block. */
function opening(block: Block): readonly Expected[] {
  if (isRules(block)) return [{ type: 'setting' }];
  const { owner } = block;
  if (!owner) return [{ type: 'statement', kind: undefined }];
  if (owner.head === 'setting') return [{ type: 'option', rule: ruleOf(owner) }];
  if (owner.head === 'change') return [{ type: 'changed-statement' }];
  const kind = kindOfBlock(block) ?? kindOfTerm(owner);
  return kind ? [{ type: 'statement', kind }] : [];
}

/** `level`, `reason` and `layer` declare a term where they stand at the top. */
function kindOfTerm(owner: Statement): ElementKind | undefined {
  return owner.block.owner === undefined && isKind(owner.head) ? owner.head : undefined;
}

function ruleOf(setting: Statement): string {
  return setting.tokens
    .slice(0, 3)
    .map((token) => token.text)
    .join('');
}
