import { closest, type Place, type Problem, type ProblemData } from '@mktorg/model';
import { elementKeywords, statementKeywords } from '../keywords.ts';
import type { Parsed } from '../parser/syntax-parser.ts';

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
};

/** What the lexer and the parser could not make sense of, each at one place. */
export function syntaxProblems(parsed: Parsed, text: string, uri: string): Problem[] {
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
        : { rule: 'integrity/syntax', at, message: `\`${found}\` has no meaning here.` },
    );
  }
  // The second error of a line mostly follows from the first.
  const lines = new Set(problems.map((problem) => problem.at.line));
  for (const error of parsed.parserErrors) {
    const { at, data } = locate(error, text, uri);
    if (lines.has(at.line)) continue;
    lines.add(at.line);
    problems.push({ rule: 'integrity/syntax', at, message: error.message, ...(data && { data }) });
  }
  return problems;
}

type ParserError = Parsed['parserErrors'][number];
type Token = ParserError['token'];

/** The place to change: the unknown word itself; the end of a statement that lacks something, not the next line. */
function locate(error: ParserError, text: string, uri: string): { at: Place; data?: ProblemData } {
  const previous = 'previousToken' in error ? (error.previousToken as Token | undefined) : undefined;
  const at = tokenPlace(error.token, text, uri);
  if (!previous?.image) return { at };
  if (error.message.startsWith(`\`${previous.image}\` is no keyword`)) {
    const replacements = closest(previous.image, [...elementKeywords, ...statementKeywords]);
    return {
      at: tokenPlace(previous, text, uri),
      ...(replacements.length > 0 && { data: { replacements } }),
    };
  }
  const unclosed = error.token.image === '';
  return previous.endLine && previous.endLine - 1 < at.line && !unclosed
    ? { at: tokenPlace(previous, text, uri) }
    : { at };
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
