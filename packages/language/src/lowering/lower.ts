import type { Fragment, Problem } from '@mktorg/model';
import type * as ast from '../generated/ast.ts';
import type { Read } from '../recovery/recover.ts';
import { placeOf, report } from './context.ts';
import { lowerElement, lowerTerm } from './elements.ts';
import { lowerLine } from './lines.ts';
import { settingsOf } from './settings.ts';
import { lowerStep } from './steps.ts';
import { syntaxProblems } from './syntax.ts';
import { lowerUnbraced } from './unbraced.ts';
import { numberOf } from './values.ts';
import type { Walk } from './walk.ts';

/** What the text of one document says, as plain data: a pure function of the text. */
export function lowerDocument(parsed: Read, text: string, uri: string): Fragment {
  const walk: Walk = {
    uri,
    text,
    problems: syntaxProblems(parsed, text, uri),
    declarations: [],
    rates: [],
    settings: [],
  };
  const unread = new Set(walk.problems.map(({ at }) => at.line));
  const { items } = parsed.document;
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item) at += lowerUnbraced(walk, items, at, lowerItem(walk, item) ?? -1);
  }
  const { rates, settings } = walk;
  const problems = walk.problems.filter((problem) => !isConsequence(problem, unread));
  const declarations = walk.declarations.slice();
  problems.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return { uri, declarations, rates, settings, problems };
}

/** On a line that could not be read, what is left of it seems to be out of place. */
function isConsequence({ rule, at }: Problem, unread: ReadonlySet<number>): boolean {
  return rule === 'integrity/misplaced-statement' && unread.has(at.line);
}

/** The index of the declaration, of an element. */
function lowerItem(walk: Walk, item: ast.Item): number | undefined {
  switch (item.$type) {
    case 'Element':
      return lowerElement(walk, item, undefined);
    case 'DottedLine':
      lowerLine(walk, item, undefined);
      return undefined;
    case 'Step':
      report(
        walk,
        'integrity/misplaced-statement',
        placeOf(walk, item),
        'A step stands inside a process: `process name { step … }`.',
      );
      return lowerStep(walk, item, undefined);
    case 'RulesBlock':
      walk.settings.push(...settingsOf(walk, item));
      return undefined;
    case 'Rate':
      lowerRate(walk, item);
      return undefined;
    case 'TermStatement':
      lowerTerm(walk, item);
      return undefined;
    default:
      report(
        walk,
        'integrity/misplaced-statement',
        placeOf(walk, item),
        `\`${item.key}\` says something about an element, and stands inside its braces: \`team name { ${item.key} … }\`.`,
      );
      return undefined;
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
