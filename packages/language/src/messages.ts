import { closest, type ElementKind, kindNoun, properties, withArticle } from '@mktorg/model';
import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain';
import { keywords } from './keywords.ts';
import { capital } from './lowering/statements.ts';

/** Says in the words of the language what the parser could not make sense of, and what would do. */
export class SyntaxMessages implements IParserErrorMessageProvider {
  buildMismatchTokenMessage(at: {
    expected: TokenType;
    actual: IToken;
    previous: IToken;
    ruleName: string;
  }): string {
    const found = describe(at.actual);
    switch (at.expected.name) {
      case '..>':
        return unknownWord(at.previous);
      case '}':
        if (at.actual.image === '{') return opensNothing;
        if (['by', 'via', 'within', 'approval'].includes(at.actual.tokenType.name)) return workInBody;
        return `\`}\` or another statement is expected here, not ${found}.`;
      case 'EOF':
        return strayText(at.actual);
      default:
        return `${expectation(at.expected)} is expected after \`${at.previous.image}\`, not ${found}.`;
    }
  }

  buildNotAllInputParsedMessage(at: { firstRedundant: IToken }): string {
    return strayText(at.firstRedundant);
  }

  buildNoViableAltMessage(at: {
    expectedPathsPerAlt: TokenType[][][];
    actual: IToken[];
    previous: IToken;
    ruleName: string;
  }): string {
    const value = valueAfter(at.previous, at.ruleName);
    const expected = value
      ? [value]
      : at.expectedPathsPerAlt.flatMap((paths) => paths.flatMap(([token]) => expectations(token)));
    const found = describe(at.actual[0]);
    const after = at.previous.image ? ` after \`${at.previous.image}\`` : '';
    return `${list(expected)} is expected${after}, not ${found}.`;
  }

  buildEarlyExitMessage(at: {
    expectedIterationPaths: TokenType[][];
    actual: IToken[];
    previous: IToken;
  }): string {
    return `${list(at.expectedIterationPaths.map((path) => expectation(path[0])))} is expected after \`${at.previous.image}\`, not ${describe(at.actual[0])}.`;
  }
}

/** A word that is no keyword reads like the start of a dotted line, which is all that can start with a name. */
function unknownWord(word: IToken): string {
  const [suggestion] = closest(word.image, keywords, 1);
  return `\`${word.image}\` is no keyword.${suggestion ? ` Did you mean \`${suggestion}\`?` : ''}`;
}

export function isUnknownWord(message: string, word: string): boolean {
  return message.startsWith(`\`${word}\` is no keyword.`);
}

/** What else an unknown word may be: at the start of a line, or behind something that was whole without it. */
export function unknownWordHint(opensLine: boolean): string {
  return opensLine
    ? 'A dotted line would go on with `..>`.'
    : 'A name of several words is written with `-`, and a text stands in quotes.';
}

export const separatedNumber = 'A number has no sign between its thousands: `50000` or `50k`.';

export function severalWords(name: string): string {
  return `A name of several words is written with \`-\`: \`${name}\`.`;
}

export function separateNames(list: string): string {
  return `Several names have a \`,\` between them: \`${list}\`.`;
}

export function unquotedPerson(text: string): string {
  return `The name of a person who is not declared stands in quotes: \`${text}\`.`;
}

/** What an element says, behind its header rather than in its body. */
export function statementInHeader(kind: ElementKind, statement: string): string {
  return `What is said of ${withArticle(kindNoun(kind))} stands in its braces: \`{ ${statement} }\`.`;
}

export const noOpeningQuote = 'This text has no opening quote.';

export function kindMissing(name: string, kind: ElementKind): string {
  return `An element starts with its kind, which is missing before \`${name}\`: \`${kind} ${name}\`.`;
}

export const addMissing = 'A phase says what it does with what there is: what it brings stands behind `add`.';
export const changeMissing = 'What a phase says anew of an element stands behind `change`.';
export const targetMissing = 'A dotted line says where it goes: `..> demand-gen "campaign creative"`.';
export const bothEnds = 'A range says both of its ends: `from … to …`.';

export const changesNothing =
  'A change says what is different: `change brand "Brand studio" { lead brand-head }`.';

export const stepToProcess =
  'A step that a phase adds says of which process it is: `add step check by legal to campaign-path after draft`.';

const verbExamples: { readonly [verb: string]: string } = {
  add: 'add team studio "Studio" to brand',
  change: 'change studio "Brand studio"',
  remove: 'remove studio',
  retire: 'retire old-crm replaced by crm',
  move: 'move studio to brand',
  merge: 'merge studio into brand',
  source: 'source seo by train',
};

/** What a phase does is said with another word. */
export function verbExpected(word: string, verb: string): string {
  return `\`${word}\` is no keyword. A phase says this with \`${verb}\`: \`${verbExamples[verb] ?? verb}\`.`;
}

/** Where to, into what or by what stands behind no such word. */
export function linkExpected(verb: 'move' | 'merge' | 'source' | 'retire', written: string): string {
  const link = { move: 'to', merge: 'into', source: 'by', retire: 'replaced by' }[verb];
  return `\`${verb}\` goes on with \`${link}\`: \`${written}\`.`;
}

export function targetOfOperation(verb: string): string {
  return `What this change leads to is missing, as in \`${verbExamples[verb] ?? verb}\`.`;
}

export function titleOfChange(written: string): string {
  return `A new title stands in quotes, right behind the name: \`${written}\`.`;
}

export function textOfTold(written: string): string {
  return `What they are told stands in quotes: \`${written}\`.`;
}

export function kindOfChanged(written: string): string {
  return `What there is goes by its name alone, without its kind: \`${written}\`.`;
}

export function bracesOfChange(written: string): string {
  return `What a change says of an element stands in braces: \`${written}\`.`;
}

export const lineTakenBack = 'A dotted line goes by both of its ends: `remove designer ..> demand-gen`.';

export const plusBeforeName =
  'A plus stands right before the name that a list gains: `used by +studio`, `responsible for +seo`.';

export const mixedSigns =
  'One statement adds a responsibility, takes it back or states it, and its signs stand before what it is for: `responsible for +seo, +content`. Write the others in statements of their own.';

export const mixedList =
  'Names with a sign come to a list or leave it, and names without one take its place. Write a sign before each, or before none.';

/** What only changes can add or take away, in a declaration. */
export function signInDeclaration(sign: '+' | '-', name: string): string {
  const does = sign === '+' ? 'adds to what a list says' : 'takes away from what a list says';
  return `\`${sign}\` ${does}, in a change that a phase of a plan makes. Here, ${sign === '+' ? `write \`${name}\`` : `leave \`${name}\` out`}.`;
}

export const notAdded =
  'A phase adds what an organization has. Its own plans, phases and views stand outside of phases, and it is there already.';

export const workInBody =
  'Who does a step, with what, in which time and with whose approval stands in its line, before the braces: `step draft by studio via cms within 2 days`.';

/** A statement with a minus, outside of a change. */
export function takenBackHere(phrase: string, inPhase: boolean): string {
  return inPhase
    ? `\`-${phrase}\` takes back what an element says, and stands in the braces of a change: \`change name { -${phrase} }\`.`
    : `\`-${phrase}\` takes back what an element says, in a change that a phase of a plan makes. Today, remove the statement.`;
}

/** A value behind what is taken back. */
export function takenBackWhole(phrase: string): string {
  const isList = properties.some(
    ({ keyword, many, slots }) => keyword === phrase && many === 'list' && slots['value'],
  );
  const one = isList ? ` One of several goes with \`${phrase} -name\`.` : '';
  return `\`-${phrase}\` takes back all that \`${phrase}\` says, so nothing stands behind it.${one}`;
}

/** A keyword that opens statements, with nothing behind it. */
export function nothingSaid(word: string): string {
  const examples = properties
    .filter(({ keyword }) => keyword === word || keyword.startsWith(`${word} `))
    .map(({ example }) => `\`${example}\``);
  return `What \`${word}\` says is missing. Write ${[...new Set(examples)].slice(0, 3).join(' or ')}.`;
}

/** @param meant days that it may mean */
export function noDate(written: string, meant: readonly string[] = []): string {
  const way =
    meant.length > 0
      ? `A day is written year first: ${meant.map((day) => `\`${day}\``).join(' or ')}.`
      : 'Write a day `2027-03-31`, a month `2027-03`, a quarter `2027-Q1` or a year `2027`.';
  return `\`${written}\` is no date. ${way}`;
}

export const headerOrder =
  'A header says in this order: its kind, a name, a title, `is …`, `as …`, `in …`, `from … to … by …`.';

export function cannotStandInHeader(sign: string): string {
  return `\`${sign}\` cannot stand in this header. A title is one text in quotes, and what else there is to say stands in the braces.`;
}

export function passedOver(lines: number): string {
  const more = lines === 1 ? 'One more line was' : `${lines} more lines, from this one on, were`;
  return `Too much of this text cannot be read. ${more} passed over, because they begin with no kind of element.`;
}

export const unreadable =
  'This cannot be read: too much in it is wrong, or it stands inside too many others.';

export const opensNothing =
  'This `{` opens nothing here. In a phase, what is said anew of an element stands in the braces of a `change`.';

export const closesNothing = 'This `}` closes nothing: no `{` is open here.';

/** Indentation says where a body seems to end. */
export function neverClosed(line: number | undefined): string {
  return `This \`{\` is never closed: its \`}\` is missing${line === undefined ? '' : `, by the indentation behind line ${line}`}.`;
}

export function neverOpened(header: string): string {
  return `What is said of an element stands in braces, and here their \`{\` is missing: \`${header}\`.`;
}

const values: { readonly [keyword: string]: string } = {
  cost: 'an amount such as `50k EUR per year`',
  budget: 'an amount such as `50k EUR per year`',
  revenue: 'an amount such as `50M EUR per year`',
  within: 'a time such as `2 days`',
  until: 'a date such as `2027-03-31`',
  renews: 'a date such as `2027-03-31`',
};

/** The grammar takes any value in many places; what is meant there follows from the keyword. */
function valueAfter({ image }: IToken, ruleName: string): string | undefined {
  if (!/^(Quantity|Value)\b/.test(ruleName)) return undefined;
  return values[image] ?? (ruleName.startsWith('Quantity') ? 'a number' : undefined);
}

function strayText(token: IToken): string {
  return token.image === '}'
    ? closesNothing
    : `${describe(token).replace(/^the /, 'The ')} cannot stand here. An element starts with its kind, as in \`team brand "Brand" { … }\`.`;
}

function describe(token: IToken | undefined): string {
  if (!token || token.image === '') return 'the end of the file';
  return token.tokenType.name === token.image && /^[a-z]/.test(token.image)
    ? `the keyword \`${token.image}\``
    : `\`${token.image}\``;
}

const kinds: { readonly [token: string]: string } = {
  ID: 'a name',
  MALFORMED: 'a name',
  STRING: 'a text in quotes',
  UNCLOSED: 'a text in quotes',
  NUMBER: 'a number',
  PERCENT: 'a number',
  DAY: 'a date such as `2027-03-31`',
  MONTH: 'a date such as `2027-03-31`',
  QUARTER: 'a date such as `2027-03-31`',
};

function expectation(token: TokenType | undefined): string {
  return token ? (kinds[token.name] ?? `\`${token.name}\``) : 'something else';
}

/** What is read to be refused, with a message of its own, is nothing to ask for. */
function expectations(token: TokenType | undefined): readonly string[] {
  return token?.name === 'MALFORMED' ? [] : [expectation(token)];
}

function list(items: readonly string[]): string {
  const unique = [...new Set(items)];
  const shown = unique.slice(0, 6);
  const text = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : (shown[0] ?? '');
  return capital(text);
}
