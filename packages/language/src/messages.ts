import { closest } from '@mktorg/model';
import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain';
import { elementKeywords, statementKeywords } from './keywords.ts';
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
        return at.actual.image === ''
          ? 'A `{` is never closed: `}` is missing at the end.'
          : `\`}\` or another statement is expected here, not ${found}.`;
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
  }): string {
    const expected = new Set(
      at.expectedPathsPerAlt.flatMap((paths) => paths.map((path) => expectation(path[0]))),
    );
    const found = describe(at.actual[0]);
    const after = at.previous.image ? ` after \`${at.previous.image}\`` : '';
    return `${list([...expected])} is expected${after}, not ${found}.`;
  }

  buildEarlyExitMessage(at: {
    expectedIterationPaths: TokenType[][];
    actual: IToken[];
    previous: IToken;
  }): string {
    return `${list(at.expectedIterationPaths.map((path) => expectation(path[0])))} is expected after \`${at.previous.image}\`, not ${describe(at.actual[0])}.`;
  }
}

/** A word that opens a line and is no keyword reads like the start of a dotted line. */
function unknownWord(word: IToken): string {
  const [suggestion] = closest(word.image, [...elementKeywords, ...statementKeywords], 1);
  const meant = suggestion ? ` Did you mean \`${suggestion}\`?` : '';
  return `\`${word.image}\` is no keyword.${meant} A dotted line would go on with \`..>\`.`;
}

function strayText(token: IToken): string {
  return token.image === '}'
    ? 'This `}` closes nothing: no `{` is open here.'
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

function list(items: readonly string[]): string {
  const unique = [...new Set(items)];
  const shown = unique.slice(0, 6);
  const text = shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : (shown[0] ?? '');
  return capital(text);
}
