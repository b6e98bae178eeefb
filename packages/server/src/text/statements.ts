import { type ElementKind, organizationKinds, type Property, properties, termKinds } from '@mktorg/model';
import type { Token } from './tokens.ts';

/**
 * The text as blocks of statements, told from tokens alone: it holds for half-typed text too, where a syntax tree says
 * little. What a statement may hold comes from the schema.
 */
export interface Block {
  /** The statement whose braces these are; absent for the document. */
  readonly owner: Statement | undefined;
  readonly open: Token | undefined;
  close: Token | undefined;
  readonly statements: Statement[];
}

export interface Statement {
  readonly block: Block;
  /** The words that open it: `owner`, `reports to`, a kind; `add role`, `..>`, `-`, `rules`, `setting`, or empty. */
  readonly head: string;
  /** Without comments, from the first word to the last before its braces. */
  readonly tokens: Token[];
  /** How many of the tokens belong to the head. */
  headLength: number;
  /** The last word that opened a part of it, such as `to` or `because`; empty before any. */
  part: string;
  /** Index in `tokens` of what follows that word, or the head. */
  partStart: number;
  readonly body: Block[];
}

const kinds: ReadonlySet<string> = new Set(
  [...organizationKinds, ...termKinds].filter((k) => k !== 'dotted-line'),
);

export function isKind(word: string): word is ElementKind {
  return kinds.has(word);
}

/** Statements of two words, by the first. */
const second = new Map<string, Set<string>>();
for (const { keyword } of properties) {
  const [first = '', next] = keyword.split(' ');
  if (next !== undefined) second.set(first, (second.get(first) ?? new Set()).add(next));
}

const header = ['is', 'as', 'in', 'from', 'to', 'by'];
const partsOfType: { readonly [type in Property['type']]?: readonly string[] } = {
  money: ['per'],
  measure: ['from', 'to', 'by'],
  responsibility: ['to', 'with', 'because'],
  use: ['for'],
  member: ['at'],
  interim: ['until'],
  'personal-data': ['under'],
  transition: ['to'],
  allow: ['because'],
};
const partsOfHead: { readonly [head: string]: readonly string[] } = {
  step: ['by', 'via', 'within', 'approval'],
  'add step': ['by', 'via', 'within', 'approval', 'to', 'after', 'before'],
  'trade-off': ['accepted', 'because'],
  risk: ['mitigated', 'by'],
  setting: ['because'],
  move: ['to', 'after', 'before', 'because'],
  merge: ['into', 'because'],
  remove: ['because'],
  change: ['is', 'as', 'in', 'by', 'via', 'within', 'approval'],
  retire: ['replaced', 'by', 'because'],
  source: ['by', 'because'],
};
for (const kind of kinds)
  if (kind !== 'step') Object.assign(partsOfHead, { [kind]: header, [`add ${kind}`]: header });
for (const { keyword, type } of properties) {
  const parts = partsOfType[type];
  if (parts) Object.assign(partsOfHead, { [keyword]: partsOfHead[keyword] ?? parts });
}

/** The words that can open a further part of a statement, after `part`. */
export function partsAfter(statement: Pick<Statement, 'head' | 'part'>): readonly string[] {
  const parts = partsOfHead[statement.head] ?? [];
  return statement.head === 'members' ? parts : parts.slice(parts.indexOf(statement.part) + 1);
}

/** Statements that name both ends of a dotted line. */
const takesArrow: ReadonlySet<string> = new Set(['..>', 'remove']);
const operations = new Set(['move', 'merge', 'remove', 'change', 'retire', 'source', 'told']);

/** The document as a block; `innermost` is the block that is open at the end of the tokens. */
export function blocksOf(tokens: readonly Token[]): { readonly document: Block; readonly innermost: Block } {
  const document: Block = { owner: undefined, open: undefined, close: undefined, statements: [] };
  let block = document;
  let current: Statement | undefined;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'comment') continue;
    if (token.text === '{') {
      const owner = current ?? begin(block, '');
      block = { owner, open: token, close: undefined, statements: [] };
      owner.body.push(block);
      current = undefined;
    } else if (token.text === '}') {
      if (block !== document) {
        block.close = token;
        block = block.owner?.block ?? document;
      }
      current = undefined;
    } else if (current && belongs(current, token, tokens, index)) {
      extend(current, token);
    } else {
      current = begin(block, headOf(block, tokens, index));
      current.tokens.push(token);
      current.headLength = 1;
      current.partStart = 1;
    }
  }
  return { document, innermost: block };
}

function begin(block: Block, head: string): Statement {
  const statement: Statement = { block, head, tokens: [], headLength: 0, part: '', partStart: 0, body: [] };
  block.statements.push(statement);
  return statement;
}

function headOf(block: Block, tokens: readonly Token[], index: number): string {
  const token = tokens[index];
  const next = nextOf(tokens, index);
  if (!token) return '';
  if (isRules(block)) return 'setting';
  if (block.owner?.head === 'setting') return 'option';
  if (token.text === '..>') return '..>';
  if (token.type === 'take-back') return '-';
  if (token.type !== 'keyword') return namesArrow(tokens, index) ? '..>' : '';
  if (token.text === 'add') {
    if (next?.text === 'step' || (next?.type === 'keyword' && isKind(next.text))) return `add ${next.text}`;
    return next && (next.text === '..>' || next.type === 'name') ? '..>' : 'add';
  }
  const seconds = second.get(token.text);
  if (seconds && next?.type === 'keyword' && seconds.has(next.text)) return `${token.text} ${next.text}`;
  return token.text;
}

/** Whether `a.b ..>` stands here. */
function namesArrow(tokens: readonly Token[], index: number): boolean {
  for (let i = index; i < tokens.length && i < index + 40; i++) {
    const token = tokens[i];
    if (token?.text === '..>') return true;
    if (token?.text !== '.' && token?.type !== 'name') return false;
  }
  return false;
}

function nextOf(tokens: readonly Token[], index: number): Token | undefined {
  for (let i = index + 1; i < tokens.length; i++) if (tokens[i]?.type !== 'comment') return tokens[i];
  return undefined;
}

/** Whether the token goes on with the statement; otherwise it opens the next one. */
function belongs(current: Statement, token: Token, tokens: readonly Token[], index: number): boolean {
  const last = current.tokens.at(-1);
  const newLine = last !== undefined && last.endLine !== token.line;
  if (current.head === 'setting') return token.text === 'because' || !newLine;
  if (current.head === 'option') return current.tokens.length < 2;
  if (token.type === 'take-back') return false;
  if (current.head === '-') return isTaken(current, token);
  if (token.text === '..>')
    return !newLine && takesArrow.has(current.head) && !current.tokens.some((t) => t.text === '..>');
  if (token.type !== 'keyword') {
    if (token.type !== 'name' || last === undefined || last.type === 'sign' || last.type === 'arrow')
      return true;
    // A name that opens a line belongs to it only where the statement lacks one.
    if (newLine && last.type !== 'keyword') return false;
    return last.type === 'keyword' || !namesArrow(tokens, index);
  }
  if (current.headLength < wordsOf(current.head) && current.tokens.length < wordsOf(current.head))
    return true;
  return partsAfter(current).includes(token.text);
}

/** Whether the token is one of the words that a minus takes back. */
function isTaken({ tokens }: Statement, token: Token): boolean {
  const [, first, next] = tokens;
  if (!first) return true;
  return next === undefined && second.get(first.text)?.has(token.text) === true;
}

function wordsOf(head: string): number {
  return head.split(' ').length;
}

function extend(statement: Statement, token: Token): void {
  statement.tokens.push(token);
  if (statement.tokens.length <= wordsOf(statement.head) && statement.head !== '..>') {
    statement.headLength = statement.tokens.length;
    statement.partStart = statement.tokens.length;
  } else if (token.type === 'keyword') {
    statement.part = token.text;
    statement.partStart = statement.tokens.length;
  } else if (token.text === '..>') {
    statement.partStart = statement.tokens.length;
  }
}

export function isRules(block: Block): boolean {
  return block.owner?.head === 'rules' && block.owner.block.owner === undefined;
}

/** The kind of element whose body the block is. Of what a phase changes, and of rules, there is none. */
export function kindOfBlock(block: Block): ElementKind | undefined {
  const head = block.owner?.head ?? '';
  if (head === '..>') return 'dotted-line';
  const kind = head.startsWith('add ') ? head.slice(4) : head;
  return isKind(kind) && !operations.has(head) ? kind : undefined;
}

/** The statement that a token belongs to. */
export function statementWith(block: Block, token: Token): Statement | undefined {
  for (const statement of block.statements) {
    const [first] = statement.tokens;
    if (first && first.offset > token.offset) return undefined;
    if (statement.tokens.includes(token)) return statement;
    for (const body of statement.body) {
      const found = statementWith(body, token);
      if (found) return found;
    }
  }
  return undefined;
}
