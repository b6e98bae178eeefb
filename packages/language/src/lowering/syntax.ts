import type { Place, Problem } from '@mktorg/model';
import type { ParseResult } from 'langium';

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
export function syntaxProblems(parsed: ParseResult, text: string, uri: string): Problem[] {
  const problems: Problem[] = [];
  for (const error of parsed.lexerErrors) {
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
  for (const error of parsed.parserErrors) {
    problems.push({ rule: 'integrity/syntax', at: tokenPlace(error, text, uri), message: error.message });
  }
  return problems;
}

type ParserError = ParseResult['parserErrors'][number];

/** At the end of the text there is no token to point at: then the place is right behind the last one. */
function tokenPlace(error: ParserError, text: string, uri: string): Place {
  const { token } = error;
  if (Number.isFinite(token.startOffset) && token.startLine && token.startColumn) {
    const endLine = (token.endLine ?? token.startLine) - 1;
    const endColumn = token.endColumn ?? token.startColumn;
    return { uri, line: token.startLine - 1, column: token.startColumn - 1, endLine, endColumn };
  }
  const before = text.trimEnd();
  const line = before.split('\n').length - 1;
  const column = before.length - (before.lastIndexOf('\n') + 1);
  return { uri, line, column, endLine: line, endColumn: column };
}
