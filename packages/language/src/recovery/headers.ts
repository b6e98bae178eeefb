import type { ElementKind } from '@mktorg/model';
import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { isElementKeyword, statementKeywords } from '../keywords.ts';
import {
  bothEnds,
  cannotStandInHeader,
  headerOrder,
  noDate,
  separateNames,
  severalWords,
  statementInHeader,
} from '../messages.ts';
import {
  canSay,
  insertedBehind,
  isKeyword,
  isOnLineOf,
  isWord,
  merged,
  namesDeclared,
  type Recovered,
  type Slip,
  typeOf,
  writtenFrom,
} from './made-up.ts';

/** The parts of a header, in their order. */
const parts = [
  ...(['name', 'title', 'is', 'as', 'in', 'by', 'via', 'within', 'approval', 'from', 'to'] as const),
  ...(['after', 'before'] as const),
];
type Part = (typeof parts)[number];

/**
 * A header with something in it that cannot stand there, before a body. What the parser could not pass over would take
 * the body with it: words become part of the name before them, statements move into the body, all else is left out.
 */
export function withHeaders(tokens: readonly IToken[], types: TokenTypeDictionary): Recovered {
  const slips: Slip[] = [];
  const result: IToken[] = [];
  const declared = namesDeclared(tokens);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    result.push(token);
    const kind = kindOpenedAt(tokens, index);
    if (!kind) continue;
    const end = braceOf(tokens, index);
    const brace = end < 0 ? undefined : tokens[end];
    const header =
      brace &&
      new Header(kind, typeOf(tokens[index - 1]) === 'add', types, declared).read(
        tokens.slice(index + 1, end),
      );
    if (!brace || !header?.slip) continue;
    result.push(...header.tokens, brace, ...header.statement);
    slips.push(header.slip);
    index = end;
  }
  return { tokens: result, slips };
}

/** Words that open statements too open no header here: which of both they do, only the grammar knows. */
const statements: ReadonlySet<string> = new Set(statementKeywords);

function kindOpenedAt(tokens: readonly IToken[], index: number): ElementKind | undefined {
  const word = typeOf(tokens[index]);
  if (!isElementKeyword(word) || statements.has(word)) return undefined;
  const before = tokens[index - 1];
  const opens = !isOnLineOf(tokens[index], before) || ['{', '}', 'add'].includes(before?.image ?? '');
  return opens ? word : undefined;
}

/** The index of the `{` on the line of a header, before anything closes; or -1. */
function braceOf(tokens: readonly IToken[], start: number): number {
  for (let index = start + 1; isOnLineOf(tokens[index], tokens[start]); index++) {
    if (tokens[index]?.image === '{') return index;
    if (tokens[index]?.image === '}') return -1;
  }
  return -1;
}

class Header {
  readonly #kind: ElementKind;
  /** By a phase, to an element that it may name. */
  readonly #isAdded: boolean;
  readonly #types: TokenTypeDictionary;
  readonly #declared: ReadonlySet<string>;
  readonly #parts = new Map<Part, IToken[]>();
  #part: Part = 'name';
  /** Whether a value or a name is still to come before the part is whole. */
  #isOpen = true;
  /** What was taken last. */
  #last: IToken | undefined;
  #slip: Slip | undefined;

  constructor(
    kind: ElementKind,
    isAdded: boolean,
    types: TokenTypeDictionary,
    declared: ReadonlySet<string>,
  ) {
    this.#isAdded = isAdded;
    this.#kind = kind;
    this.#types = types;
    this.#declared = declared;
  }

  /** Nothing is wrong where there is no slip: then the tokens are those that were given. */
  read(given: readonly IToken[]): {
    readonly tokens: readonly IToken[];
    readonly statement: readonly IToken[];
    readonly slip: Slip | undefined;
  } {
    for (const [index, token] of given.entries()) {
      if (isElementKeyword(typeOf(token)) && startsElement(given, index)) return whole(given);
      if (this.#isStatement(token, given[index + 1])) {
        const statement = given.slice(index);
        const last = statement.at(-1) ?? token;
        this.#slip ??= {
          first: token,
          last,
          message: statementInHeader(this.#kind, writtenFrom(statement)),
        };
        return { tokens: this.#ordered(), statement, slip: this.#slip };
      }
      this.#take(token);
    }
    const tokens = this.#ordered();
    return { tokens, statement: [], slip: this.#slip ?? orderSlip(given, tokens) };
  }

  /** `lead cmo` behind the header of a team, and not `customer data platform`. */
  #isStatement(token: IToken, next: IToken | undefined): boolean {
    if (!isKeyword(token) || this.#isOpen || this.#opens(token) || next === undefined) return false;
    return canSay(this.#kind, typeOf(token));
  }

  /** The part that a keyword opens in a header of this kind. */
  #opens(token: IToken): Part | undefined {
    const word = typeOf(token);
    const part = parts.find((each) => each === word && each !== 'name' && each !== 'title');
    if (this.#kind === 'step') {
      const own = this.#isAdded ? partsOfAddedStep : partsOfStep;
      return part && own.includes(part) ? part : undefined;
    }
    // A plan says in its body from which model to which it leads.
    if (part === 'from' && canSay(this.#kind, part)) return undefined;
    if (part === 'by') return this.#parts.has('to') ? part : undefined;
    if (part === 'after' || part === 'before') return undefined;
    return part === 'via' || part === 'within' || part === 'approval' ? undefined : part;
  }

  #take(token: IToken): void {
    const type = typeOf(token);
    const current = this.#parts.get(this.#part) ?? [];
    const last = current.at(-1) === this.#last ? this.#last : undefined;
    const opened = this.#opens(token);
    this.#last = token;
    if (opened && !this.#parts.has(opened)) {
      this.#part = opened;
      this.#isOpen = opened !== 'approval';
      this.#parts.set(opened, [token]);
    } else if ((type === 'STRING' || type === 'UNCLOSED') && !this.#parts.has('title')) {
      this.#parts.set('title', [token]);
      this.#isOpen = false;
    } else if (this.#isOpen && (valueTypes.has(type) || (type === 'ID' && this.#part !== 'from'))) {
      this.#parts.set(this.#part, [...current, token]);
      this.#isOpen = false;
    } else if (valueTypes.has(type) && this.#part === 'from' && !this.#parts.has('to')) {
      const { to } = this.#types;
      this.#part = 'to';
      this.#parts.set('to', to && last ? [insertedBehind(last, to), token] : [token]);
      this.#slip ??= { first: token, last: token, message: bothEnds, replacements: [`to ${token.image}`] };
    } else if (type === 'UNIT' && last && valueTypes.has(typeOf(last))) {
      current.push(token);
    } else if (!this.#isOpen && last && (type === '.' || (type === ',' && this.#part === 'in'))) {
      current.push(token);
      this.#isOpen = true;
    } else if (isWord(token) && last && typeOf(last) === 'ID' && !this.#isOpen) {
      this.#join(current, last, token);
    } else {
      this.#last = undefined;
      const isDate = this.#kind === 'phase' && type === 'ID' && token.image !== 'to' && this.#part === 'from';
      const otherwise = this.#part === 'from' ? bothEnds : cannotStandInHeader(token.image);
      const message = isDate ? noDate(token.image) : otherwise;
      this.#slip ??= { first: token, last: token, message };
    }
  }

  #join(current: IToken[], last: IToken, token: IToken): void {
    const { ID, [',']: comma } = this.#types;
    if (!ID || !comma) return;
    if (this.#part === 'in' && this.#declared.has(last.image) && this.#declared.has(token.image)) {
      current.push(insertedBehind(last, comma), token);
      const list = `${last.image}, ${token.image}`;
      this.#slip ??= { first: last, last: token, message: separateNames(list), replacements: [list] };
      return;
    }
    const name = `${last.image}-${token.image}`;
    const joined = merged(last, token, name, ID);
    current[current.length - 1] = joined;
    this.#last = joined;
    if (!this.#slip || this.#slip.first.startOffset === last.startOffset) {
      this.#slip = { first: last, last: token, message: severalWords(name), replacements: [name] };
    }
  }

  /** One end of a range says nothing; `to` and a name is what a phase adds to. */
  #dropHalfRange(): void {
    const [from, to] = [this.#parts.get('from'), this.#parts.get('to')];
    const isTarget = this.#isAdded && typeOf(to?.[1]) === 'ID';
    const isRange = from !== undefined && to !== undefined && to.length > 1;
    const half = isTarget || isRange ? undefined : (from ?? to);
    const [first, last] = [half?.[0], half?.at(-1)];
    if (!half || !first || !last) return;
    this.#slip ??= { first, last, message: bothEnds };
    for (const part of ['from', 'to', 'by'] as const) this.#parts.delete(part);
  }

  #ordered(): readonly IToken[] {
    this.#dropHalfRange();
    const order = this.#kind === 'step' ? parts : headerParts;
    return order.flatMap((part) => this.#parts.get(part) ?? []);
  }
}

const partsOfStep: readonly Part[] = ['by', 'via', 'within', 'approval'];
const partsOfAddedStep: readonly Part[] = [...partsOfStep, 'to', 'after', 'before'];
/** `by` says until when a range is reached, behind it. */
const headerParts: readonly Part[] = ['name', 'title', 'is', 'as', 'in', 'from', 'to', 'by'];
const valueTypes: ReadonlySet<string> = new Set([
  'DAY',
  'MONTH',
  'QUARTER',
  'PERCENT',
  'NUMBER',
  'MALFORMED',
]);

function startsElement(tokens: readonly IToken[], index: number): boolean {
  return ['ID', 'STRING', 'UNCLOSED'].includes(typeOf(tokens[index + 1]));
}

function whole(tokens: readonly IToken[]): ReturnType<Header['read']> {
  return { tokens, statement: [], slip: undefined };
}

function orderSlip(given: readonly IToken[], ordered: readonly IToken[]): Slip | undefined {
  const at = given.findIndex((token, index) => token !== ordered[index]);
  const [first, last] = [given[at], given.at(-1)];
  return first && last
    ? { first, last, message: headerOrder, replacements: [writtenFrom(ordered)] }
    : undefined;
}
