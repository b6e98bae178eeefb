import type { Fragment } from '@mktorg/model';
import type * as ast from '../generated/ast.ts';
import type { Parsed } from '../parser/syntax-parser.ts';
import { placeOf, report } from './context.ts';
import { lowerElement, lowerTerm } from './elements.ts';
import { lowerLine } from './lines.ts';
import { settingsOf } from './settings.ts';
import { lowerStep } from './steps.ts';
import { syntaxProblems } from './syntax.ts';
import { numberOf } from './values.ts';
import type { Walk } from './walk.ts';

/** What the text of one document says, as plain data: a pure function of the text. */
export function lowerDocument(parsed: Parsed, text: string, uri: string): Fragment {
  const walk: Walk = {
    uri,
    text,
    problems: syntaxProblems(parsed, text, uri),
    declarations: [],
    rates: [],
    settings: [],
  };
  for (const item of parsed.document.items) lowerItem(walk, item);
  const { rates, settings, problems } = walk;
  const declarations = walk.declarations.slice();
  problems.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return { uri, declarations, rates, settings, problems };
}

function lowerItem(walk: Walk, item: ast.Item): void {
  switch (item.$type) {
    case 'Element':
      lowerElement(walk, item, undefined);
      return;
    case 'DottedLine':
      lowerLine(walk, item, undefined);
      return;
    case 'Step':
      report(
        walk,
        'integrity/misplaced-statement',
        placeOf(walk, item),
        'A step stands inside a process: `process name { step … }`.',
      );
      lowerStep(walk, item, undefined);
      return;
    case 'RulesBlock':
      walk.settings.push(...settingsOf(walk, item));
      return;
    case 'Rate':
      lowerRate(walk, item);
      return;
    case 'TermStatement':
      lowerTerm(walk, item);
      return;
    default:
      report(
        walk,
        'integrity/misplaced-statement',
        placeOf(walk, item),
        `\`${item.key}\` says something about an element, and stands inside its braces: \`team name { ${item.key} … }\`.`,
      );
  }
}

function lowerRate(walk: Walk, node: ast.Rate): void {
  const number = numberOf(walk, node.value);
  const from: string | undefined = node.from?.text;
  const to = node.value?.unit;
  if (!number || !from) return;
  if (!to) {
    report(
      walk,
      'integrity/syntax',
      placeOf(walk, node),
      'A rate says what one unit is worth in another currency: `rate USD 0.92 EUR`.',
    );
    return;
  }
  walk.rates.push({
    from: from.toUpperCase(),
    to: to.toUpperCase(),
    value: number.value,
    at: placeOf(walk, node),
  });
}
