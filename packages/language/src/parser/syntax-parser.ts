import {
  EmbeddedActionsParser,
  EOF,
  type IRecognitionException,
  type TokenType,
  type TokenTypeDictionary,
} from 'chevrotain';
import { LLStarLookaheadStrategy } from 'chevrotain-allstar';
import {
  type AstReflection,
  GrammarAST,
  GrammarUtils,
  type LangiumCoreServices,
  type Lexer,
  type LexerResult,
} from 'langium';
import { type Document, isDocument } from '../generated/ast.ts';
import { createParserServices } from '../services.ts';
import { Frame, type Node } from './extent.ts';
import { type Performer, type RuleReference, type Step, stepOf, type Target } from './steps.ts';

/** What the parser has made of a text. */
export interface Parsed {
  readonly document: Document;
  readonly lexed: LexerResult;
  readonly parserErrors: readonly IRecognitionException[];
}

let shared: SyntaxParser | undefined;

/** The one parser: making it takes longer than parsing a file. */
export function syntaxParser(): SyntaxParser {
  shared ??= new SyntaxParser(createParserServices());
  return shared;
}

/**
 * Parses by the grammar, and recovers from errors, as Langium's own parser does, and makes the same nodes. It makes no
 * tree of the concrete syntax, and no list of alternatives anew at each of them: that takes most of the time there.
 */
export class SyntaxParser extends EmbeddedActionsParser implements Performer {
  readonly tokenTypes: TokenTypeDictionary;
  private readonly lexer: Lexer;
  private readonly reflection: AstReflection;
  private readonly rulesByName = new Map<string, RuleReference>();
  private readonly entry: string;
  private readonly defaults = new Map<string, readonly Default[]>();
  private stack: Frame[] = [];
  /** How often the parser has gone on, outside of everything, after an error in this text. */
  private restarts = 0;
  /** What may follow a rule where another one calls it, by the index of the type. */
  private readonly following = new Map<readonly TokenType[], ReadonlyMap<number | undefined, TokenType>>();
  /** Of the class that this one extends: where the rules at work were called, and what may follow there. */
  declare private buildFullFollowKeyStack: () => readonly object[];
  declare private getFollowSetFromFollowKey: (call: object) => readonly TokenType[];

  /**
   * @param ambiguous is told where the grammar can be read in two ways; with it, the grammar is validated too, which
   * takes longer than everything else here
   */
  constructor({ Grammar, parser, shared }: LangiumCoreServices, ambiguous?: (report: string) => void) {
    const tokens = parser.Lexer.definition;
    super(tokens, {
      recoveryEnabled: true,
      skipValidations: ambiguous === undefined,
      errorMessageProvider: parser.ParserErrorMessageProvider,
      lookaheadStrategy: new LLStarLookaheadStrategy({ logging: ambiguous ?? (() => undefined) }),
    });
    this.tokenTypes = tokens;
    this.lexer = parser.Lexer;
    this.reflection = shared.AstReflection;
    const rules = Grammar.rules.filter(GrammarAST.isParserRule);
    this.entry = rules.find((rule) => rule.entry)?.name ?? '';
    for (const rule of rules) this.define(rule, stepOf(rule, this, tokens));
    this.performSelfAnalysis();
  }

  parse(text: string): Parsed {
    return this.parseTokens(this.lexer.tokenize(text));
  }

  /** @throws {RangeError} where so much is wrong that the parser would have to call itself too often */
  parseTokens(lexed: LexerResult): Parsed {
    this.stack = [];
    this.restarts = 0;
    this.input = lexed.tokens;
    const { node } = this.madeBy(withoutTraces(() => this.ruleCalled(this.entry).method.call(this)));
    if (!isDocument(node)) throw new Error('The entry rule has made no document.');
    const parserErrors = this.errors;
    this.input = []; // or the tokens would stay in memory until the next text
    return { document: node, lexed, parserErrors };
  }

  tokenize(text: string): LexerResult {
    return this.lexer.tokenize(text);
  }

  read(index: number, type: TokenType, target: Target): void {
    const token = this.consume(index, type);
    const frame = this.stack.at(-1);
    // A token that recovery made up does not stand in the text.
    if (!frame || token.isInsertedInRecovery || !(token.startOffset >= 0)) return;
    frame.first ??= token;
    frame.last = token;
    if (frame.type === undefined) frame.text += token.image;
    else if (target) assign(nodeOf(frame, frame.type), target, token.image);
  }

  ruleCalled(name: string): RuleReference {
    let rule = this.rulesByName.get(name);
    if (!rule) {
      rule = { method: () => undefined };
      this.rulesByName.set(name, rule);
    }
    return rule;
  }

  call(index: number, rule: RuleReference, target: Target): void {
    let result: unknown;
    try {
      result = this.subrule(index, rule.method);
    } finally {
      // Also where the rule has failed: what it made until then is kept.
      if (!this.RECORDING_PHASE) this.take(this.madeBy(result), target);
    }
  }

  include(index: number, rule: RuleReference): void {
    this.subrule(index, rule.method);
  }

  choose(index: number, choices: { readonly ALT: Step }[]): void {
    this.or(index, choices);
  }

  maybe(index: number, step: Step): void {
    this.option(index, step);
  }

  repeat(index: number, step: Step): void {
    this.many(index, step);
  }

  repeatAtLeastOnce(index: number, step: Step): void {
    this.atLeastOne(index, step);
  }

  retype(type: string): void {
    const frame = this.stack.at(-1);
    if (!frame) return;
    frame.type = type;
    if (frame.node) frame.node.$type = type;
  }

  /**
   * Where to go on after an error: the first of the tokens to come that may follow any of the rules at work. In place
   * of the one of the class that this one extends, which holds every token against every type in turn.
   */
  protected findReSyncTokenType(): TokenType {
    const calls = this.buildFullFollowKeyStack().slice(1);
    // Where nothing may follow but the end, there is no need to walk there.
    if (calls.length === 0) {
      this.restarts += 1;
      if (this.restarts > mostRestarts) throw new RangeError('There are too many errors for one parse.');
      return EOF;
    }
    const following = new Set(calls.map((call) => this.followingOf(call)));
    for (let ahead = 1; ; ahead++) {
      const { tokenTypeIdx } = this.LA(ahead);
      if (tokenTypeIdx === EOF.tokenTypeIdx) return EOF;
      for (const types of following) {
        const found = types.get(tokenTypeIdx);
        if (found) return found;
      }
    }
  }

  private followingOf(call: object): ReadonlyMap<number | undefined, TokenType> {
    const types = this.getFollowSetFromFollowKey(call);
    let byIndex = this.following.get(types);
    if (!byIndex) {
      byIndex = new Map(types.map((type) => [type.tokenTypeIdx, type]));
      this.following.set(types, byIndex);
    }
    return byIndex;
  }

  private define(rule: GrammarAST.ParserRule, step: Step): void {
    const type = GrammarUtils.isDataTypeRule(rule) ? undefined : GrammarUtils.getTypeName(rule);
    const run = (): unknown => {
      if (this.RECORDING_PHASE) return step();
      this.stack.push(new Frame(type));
      step();
      return this.finish();
    };
    // No token may be called like a rule, and `role` is one.
    this.ruleCalled(rule.name).method = this.RULE(`${rule.name}\u200b`, rule.fragment ? step : run);
  }

  /** A rule that has failed returns nothing and leaves its frame. */
  private madeBy(result: unknown): Frame {
    return result instanceof Frame ? result : this.finish();
  }

  private finish(): Frame {
    const frame = this.stack.pop();
    if (!frame) throw new Error('A rule has ended that never began.');
    if (frame.type === undefined) return frame;
    const node = nodeOf(frame, frame.type);
    const isNew = node.$extent === undefined;
    node.$extent = frame;
    if (isNew) {
      for (const { feature, list } of this.defaultsOf(node.$type)) node[feature] ??= list ? [] : false;
    }
    return frame;
  }

  /** Puts what a rule has made into what the rule around it makes. */
  private take(made: Frame, target: Target): void {
    const frame = this.stack.at(-1);
    if (!frame || !made.first) return;
    frame.first ??= made.first;
    frame.last = made.last;
    if (frame.type === undefined) frame.text += made.text;
    else if (target) assign(nodeOf(frame, frame.type), target, made.node ?? made.text);
    else if (made.node) frame.node = frame.node ? { ...frame.node, ...made.node } : made.node;
  }

  private defaultsOf(type: string): readonly Default[] {
    let defaults = this.defaults.get(type);
    if (!defaults) {
      const properties = Object.values(this.reflection.getTypeMetaData(type).properties);
      defaults = properties.flatMap(({ name, defaultValue }) =>
        defaultValue === undefined ? [] : [{ feature: name, list: Array.isArray(defaultValue) }],
      );
      this.defaults.set(type, defaults);
    }
    return defaults;
  }
}

/** Each takes the parser some calls deeper: with more, piece by piece is faster, and the stack might not do. */
const mostRestarts = 200;

/** Errors of a text are values: to note with each where the parser was takes longer than to parse. */
function withoutTraces<T>(parse: () => T): T {
  const limit: unknown = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    return parse();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', limit);
  }
}

/** A feature that every node of a type has: a list, or a flag. */
interface Default {
  readonly feature: string;
  readonly list: boolean;
}

function nodeOf(frame: Frame, type: string): Node {
  frame.node ??= { $type: type, $extent: undefined };
  return frame.node;
}

function assign(node: Node, { feature, operator }: NonNullable<Target>, value: unknown): void {
  if (operator === '=') {
    node[feature] = value;
  } else if (operator === '?=') {
    node[feature] = true;
  } else {
    const list = node[feature];
    if (Array.isArray(list)) list.push(value);
    else node[feature] = [value];
  }
}
