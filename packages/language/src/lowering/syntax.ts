import { closest, type Place, type Problem, type ProblemData } from '@mktorg/model';
import { keywords } from '../keywords.ts';
import { isUnknownWord, separatedNumber, unknownWordHint } from '../messages.ts';
import type { Parsed } from '../parser/syntax-parser.ts';
import type { Slip } from '../recovery/made-up.ts';
import type { Read } from '../recovery/recover.ts';

/** Signs of other scripts and of word processors, with the sign of the language that was meant. */
const lookalikes: { readonly [sign: string]: string } = {
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\uff02': '"',
  '\u300c': '"',
  '\u300d': '"',
  '\uff0c': ',',
  '\u3001': ',',
  '\u060c': ',',
  '\uff5b': '{',
  '\uff5d': '}',
  '\uff0e': '.',
  '\u3002': '.',
  '\u06d4': '.',
  '\uff0f': '/',
  '\u2026': '..>',
  '\u2013': '-',
  '\u2014': '-',
  '\uff0d': '-',
  '\u2192': '..>',
  '\uff05': '%',
  '\u066a': '%',
  '\u2018': '"',
  '\u2019': '"',
  "'": '"',
  '[': '{',
  ']': '}',
};

/** What signs mean elsewhere, and how that is written here. */
const hints: { readonly [sign: string]: string } = {
  '#': 'A comment starts with `//`.',
  '>': 'A dotted line is `..>`.',
  ':': 'A keyword and what it says are separated by a space.',
  '=': 'A keyword and what it says are separated by a space.',
  ';': 'A statement ends without a sign.',
  '&': 'A text with such signs stands in quotes.',
  '€': 'A currency is a code of three letters behind the number: `50k EUR`.',
  $: 'A currency is a code of three letters behind the number: `50k USD`.',
  '£': 'A currency is a code of three letters behind the number: `50k GBP`.',
  '¥': 'A currency is a code of three letters behind the number: `50k JPY`.',
};

/** What the lexer and the parser could not make sense of, each at one place. */
export function syntaxProblems(parsed: Read, text: string, uri: string): Problem[] {
  const problems: Problem[] = [];
  for (const error of parsed.lexed.errors) {
    const line = (error.line ?? 1) - 1;
    const column = (error.column ?? 1) - 1;
    const at: Place = { uri, line, column, endLine: line, endColumn: column + error.length };
    const found = text.slice(error.offset, error.offset + error.length);
    const meant = lookalikes[found];
    problems.push(
      meant
        ? {
            rule: 'integrity/syntax',
            at,
            message: `\`${found}\` is not \`${meant}\`: the language uses plain signs.`,
            data: { replacements: [meant] },
          }
        : { rule: 'integrity/syntax', at, message: meaningless(found) },
    );
  }
  // The second error of a line mostly follows from the first.
  const lines = new Set(problems.map((problem) => problem.at.line));
  for (const slip of parsed.slips) {
    const problem = slipProblem(slip, text, uri);
    if (lines.has(problem.at.line)) continue;
    lines.add(problem.at.line);
    problems.push(problem);
  }
  for (const error of parsed.parserErrors) {
    const problem = located(error, text, uri);
    if (lines.has(problem.at.line)) continue;
    lines.add(problem.at.line);
    problems.push({ rule: 'integrity/syntax', ...problem });
  }
  return problems;
}

function slipProblem(
  { first, last, message, replacements, missing }: Slip,
  text: string,
  uri: string,
): Problem {
  const { endLine, endColumn } = tokenPlace(last, text, uri);
  return {
    rule: 'integrity/syntax',
    at: { ...tokenPlace(first, text, uri), endLine, endColumn },
    message,
    ...(missing && {
      related: [
        { message: `\`${missing.sign}\` is missing behind this`, at: tokenPlace(missing.behind, text, uri) },
      ],
    }),
    ...((replacements || missing) && {
      data: {
        replacements: replacements ?? [],
        ...(missing && { insertion: insertionOf(missing, first, text, uri) }),
      },
    }),
  };
}

/** A missing brace, on a line of its own where the body has several. */
function insertionOf(
  { sign, behind }: NonNullable<Slip['missing']>,
  opening: Token,
  text: string,
  uri: string,
): NonNullable<ProblemData['insertion']> {
  const { endLine: line, endColumn: column } = tokenPlace(behind, text, uri);
  const at = { uri, line, column, endLine: line, endColumn: column };
  if (opening.startLine === behind.endLine) return { text: ` ${sign}`, at };
  const start = text.lastIndexOf('\n', opening.startOffset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  return { text: `\n${indent}${sign}`, at };
}

type ParserError = Parsed['parserErrors'][number];
type Token = ParserError['token'];

function meaningless(found: string): string {
  const hint = hints[found.charAt(0)];
  return `\`${found}\` has no meaning here.${hint ? ` ${hint}` : ''}`;
}

interface Located {
  readonly at: Place;
  readonly message: string;
  readonly data?: ProblemData;
}

/** The place to change: the unknown word itself; the end of a statement that lacks something, not the next line. */
function located(error: ParserError, text: string, uri: string): Located {
  const { message } = error;
  const previous = 'previousToken' in error ? (error.previousToken as Token | undefined) : undefined;
  const { startOffset } = error.token;
  const here = (): Place => tokenPlace(error.token, text, uri);
  if (/^\d,\d$/.test(text.slice(startOffset - 1, startOffset + 2)))
    return { at: here(), message: separatedNumber };
  if (!previous?.image) return { at: here(), message };
  if (error.token.image === '..>') return { at: here(), message: 'A dotted line starts a line of its own.' };
  if (isUnknownWord(message, previous.image)) return unknownWord(previous, message, text, uri);
  // At the end, and at what recovery has put there, there is nothing to point at.
  const { endLine = 0 } = previous;
  const isThere = startOffset >= 0 && !error.token.isInsertedInRecovery;
  const isBehind = !isThere || endLine < (error.token.startLine ?? 0);
  return { at: isBehind ? tokenPlace(previous, text, uri) : here(), message };
}

function unknownWord(word: Token, message: string, text: string, uri: string): Located {
  const replacements = closest(word.image, keywords);
  const line = text.slice(text.lastIndexOf('\n', word.startOffset) + 1, word.startOffset);
  return {
    at: tokenPlace(word, text, uri),
    message: `${message} ${unknownWordHint(line.trim() === '')}`,
    ...(replacements.length > 0 && { data: { replacements } }),
  };
}

/** At the end of the text there is no token to point at: then the place is right behind the last one. */
function tokenPlace(token: Token, text: string, uri: string): Place {
  if (token.startOffset >= 0 && token.startLine && token.startColumn) {
    const endLine = (token.endLine ?? token.startLine) - 1;
    const endColumn = token.endColumn ?? token.startColumn;
    return { uri, line: token.startLine - 1, column: token.startColumn - 1, endLine, endColumn };
  }
  const before = text.trimEnd();
  const line = before.split('\n').length - 1;
  const column = before.length - (before.lastIndexOf('\n') + 1);
  return { uri, line, column, endLine: line, endColumn: column };
}
