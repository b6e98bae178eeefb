import { Lexer, type TokenPattern } from 'chevrotain';
import {
  DefaultLexer,
  DefaultTokenBuilder,
  type GrammarAST,
  type LangiumCoreServices,
  type LexerResult,
} from 'langium';
import { statementPhrases } from './keywords.ts';

type Token = LexerResult['tokens'][number];
type TokenType = Token['tokenType'];

/** Words and signs after which a name must stand. */
const namers = new Set(
  (
    'organization region business-line external team role person platform ai dataset process step program partner ' +
    'committee initiative goal objective challenge driver plan barrier stakeholder phase view function capability ' +
    'activity category form engagement regulation skill discipline archetype sourcing program-kind barrier-kind ' +
    'driver-kind concept level reason layer is as in lead owner roadmap sponsor chair span serves embeds decides ' +
    'coordinates skills needs members integrates delivers governs affects under of at home above to on with by for via into ' +
    'model motion stage currency status meets lens stance strength maturity previously tags rate ' +
    'merge move change remove retire source told allow from per after before , . ..> ARROW_HERE / + - TAKE_BACK'
  ).split(' '),
);

const phrases: ReadonlySet<string> = new Set(statementPhrases.filter((phrase) => phrase.includes(' ')));
const firstWords: ReadonlySet<string> = new Set(statementPhrases.map((phrase) => phrase.split(' ')[0] ?? ''));

/** Whether a name must stand behind a token of this type. */
export function demandsName(type: string): boolean {
  return namers.has(type);
}

/** Words have no pattern of their own: they are read as names, and the lexer looks up which of them are keywords. */
export class SoftKeywordTokenBuilder extends DefaultTokenBuilder {
  protected override buildKeywordPattern(
    keyword: GrammarAST.Keyword,
    caseInsensitive: boolean,
  ): TokenPattern {
    return isWord(keyword.value) ? Lexer.NA : super.buildKeywordPattern(keyword, caseInsensitive);
  }

  protected override findLongerAlt(keyword: GrammarAST.Keyword, terminals: TokenType[]): TokenType[] {
    return isWord(keyword.value) ? [] : super.findLongerAlt(keyword, terminals);
  }
}

function isWord(keyword: string): boolean {
  return /^[a-z]/.test(keyword);
}

/**
 * Keywords are soft: a word that opens a line is a keyword unless `.`, `/` or `..>` follows it; elsewhere a word is a
 * name where the token before it demands one. Decided on tokens and not in the grammar, because a rule "ID or keyword"
 * goes wrong on half-typed text: `lead` + newline + `role cmo {` would make `role` the lead.
 */
export class SoftKeywordLexer extends DefaultLexer {
  private readonly keywords: ReadonlyMap<string, TokenType>;

  constructor(services: LangiumCoreServices) {
    super(services);
    this.keywords = new Map(Object.entries(this.tokenTypes).filter(([name]) => isWord(name)));
  }

  override tokenize(...args: Parameters<DefaultLexer['tokenize']>): LexerResult {
    const result = super.tokenize(...args);
    const { tokens } = result;
    const id = this.type('ID');
    const unit = this.type('UNIT');
    const arrowHere = this.type('ARROW_HERE');
    const takeBack = this.type('TAKE_BACK');
    const laterWord = this.type('LATER_WORD');
    let rulesDepth = -1; // in `rules { … }` every word but `because` is a name
    let rulesColumn = 1;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token) continue;
      const previous = tokens[i - 1];
      const first = previous === undefined || previous.endLine !== token.startLine;
      if (token.image === '{') {
        if (rulesDepth >= 0) rulesDepth++;
        else if (previous?.tokenType.name === 'rules') {
          rulesDepth = 1;
          rulesColumn = previous.startColumn ?? 1;
        }
      } else if (token.image === '}' && rulesDepth > 0) {
        rulesDepth--;
        if (rulesDepth === 0) rulesDepth = -1;
      } else if (token.tokenType === id) {
        const keyword = this.keywords.get(token.image);
        // Where its `}` is missing, what follows is no setting.
        if (rulesDepth > 0 && first && keyword && leavesRules(token, tokens[i + 1], rulesColumn)) {
          rulesDepth = -1;
        }
        if (!keyword) {
          if (!first && rulesDepth < 0 && previous && isNumber(previous)) retype(token, unit);
        } else if (
          tokens[i - 2]?.tokenType === takeBack &&
          phrases.has(`${previous?.image} ${token.image}`)
        ) {
          retype(token, laterWord);
        } else if (
          rulesDepth > 0 ? token.image === 'because' : !isName(token, previous, tokens[i + 1], first)
        ) {
          retype(token, keyword);
        }
      } else if (token.image === '..>' && opens(previous, first)) {
        retype(token, arrowHere);
      } else if (token.image === '-' && rulesDepth < 0 && takesBack(previous, tokens[i + 1])) {
        retype(token, takeBack);
      }
    }
    return result;
  }

  private type(name: string): TokenType | undefined {
    return this.tokenTypes[name];
  }
}

function leavesRules(word: Token, next: Token | undefined, column: number): boolean {
  return (word.startColumn ?? 1) <= column && next?.image !== '/' && next?.image !== '}';
}

function isName(token: Token, previous: Token | undefined, next: Token | undefined, first: boolean): boolean {
  if (next && next.startLine === token.startLine) {
    if (next.image === '..>' || next.image === '/') return true;
    if (next.image === '.' && next.startOffset - 1 === token.endOffset) return true;
  }
  if (!previous) return false;
  if (!first) return namers.has(previous.tokenType.name);
  // A list that goes on in the next line: `integrates crm,` + newline + `core`, with nothing else beside the word.
  return previous.image === ',' && (!next || next.startLine !== token.startLine || next.image === ',');
}

/** Where an arrow has no source of its own: it starts a line or a body, or follows a whole statement. */
function opens(previous: Token | undefined, first: boolean): boolean {
  return first || previous?.image === '{' || previous?.tokenType.name === 'STRING';
}

/** A minus where no name must stand, before the word of a statement: it takes that back, and not a name from a list. */
function takesBack(previous: Token | undefined, next: Token | undefined): boolean {
  return next !== undefined && firstWords.has(next.image) && !namers.has(previous?.tokenType.name ?? '');
}

function isNumber(token: Token): boolean {
  const type = token.tokenType.name;
  return type === 'NUMBER' || type === 'PERCENT' || (type === 'MALFORMED' && /^[\d.]+$/.test(token.image));
}

function retype(token: Token, type: TokenType | undefined): void {
  if (!type?.tokenTypeIdx) return;
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx;
}
