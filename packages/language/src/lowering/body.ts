import type { Declaration, Fact, RawChange, Word } from '@mktorg/model';
import type * as ast from '../generated/ast.ts';
import {
  addMissing,
  lineTakenBack,
  mixedList,
  mixedSigns,
  signInDeclaration,
  takenBackHere,
} from '../messages.ts';
import { lowerAddedLine, lowerChange, lowerOperation } from './changes.ts';
import { placeOf, rawRef, report, wordOf, writtenAs } from './context.ts';
import { lowerElement, misplacedElement } from './elements.ts';
import { lowerLine } from './lines.ts';
import { factsOf } from './statements.ts';
import { lowerStep } from './steps.ts';
import { lowerUnbraced } from './unbraced.ts';
import type { Around, Walk } from './walk.ts';

/**
 * Puts a declaration in its place before what is inside it, and fills its facts afterwards. Lists are copied when they
 * are complete, because one that grows keeps room for 17.
 */
export function declare(
  walk: Walk,
  make: (facts: Fact[], changes: RawChange[]) => Declaration,
  body: ast.Body | undefined,
): number {
  const facts: Fact[] = [];
  const changes: RawChange[] = [];
  const declaration: Draft = make(facts, changes);
  const index = walk.declarations.push(declaration) - 1;
  lowerBody(walk, body?.members ?? [], { index, kind: declaration.kind }, facts, changes);
  declaration.facts = facts.slice();
  if (declaration.changes) declaration.changes = changes.slice();
  return index;
}

type Draft = { -readonly [field in keyof Declaration]: Declaration[field] };

/**
 * What stands between the braces. In those of a `change`, elements are added to the one that is changed, and any
 * statement is taken: which kind it is about is known only once its name is resolved. There, what was said before can
 * be `taken` back.
 */
export function lowerBody(
  walk: Walk,
  members: readonly ast.Member[],
  around: Around,
  facts: Fact[],
  changes: RawChange[],
  taken?: Word[],
): void {
  const changed = taken && true;
  for (let at = 0; at < members.length; at++) {
    const member = members[at];
    if (!member) break;
    switch (member.$type) {
      case 'Element':
        at += lowerUnbraced(walk, members, at, lowerElement(walk, member, around, changed));
        break;
      case 'DottedLine':
        if (around.kind === 'phase' && !changed) lowerUnaddedLine(walk, member, around, changes);
        else lowerLine(walk, member, around, changed);
        break;
      case 'Step':
        if (around.kind !== 'process' && !changed) misplacedElement(walk, member, 'step', around);
        at += lowerUnbraced(walk, members, at, lowerStep(walk, member, around, changed));
        break;
      case 'Add':
      case 'Move':
      case 'Merge':
      case 'Remove':
      case 'Retire':
      case 'Source':
      case 'Told':
        lowerOperation(walk, member, around, changes);
        break;
      case 'Change':
        at += lowerChange(walk, members, at, around, changes);
        break;
      case 'TakenBack':
        lowerTakenBack(walk, member, around, taken);
        break;
      default:
        if (changed) reportMixedSigns(walk, member);
        else reportSigns(walk, member);
        facts.push(...factsOf(walk, member, changed ? undefined : around.kind));
    }
  }
}

/** A dotted line that a phase brings, without the word that says so: it is none of today. */
function lowerUnaddedLine(walk: Walk, node: ast.DottedLine, around: Around, changes: RawChange[]): void {
  const at = placeOf(walk, node);
  const isVerb = node.source && /^(add|change|move|remove|retire)$/.test(writtenAs(walk, node.source));
  if (isVerb) {
    report(walk, 'integrity/syntax', at, lineTakenBack);
    return;
  }
  if (!lowerAddedLine(walk, node, at, around, changes)) return;
  const start = node.source ?? node;
  const source = node.source && rawRef(walk, node.source);
  report(walk, 'integrity/misplaced-statement', placeOf(walk, start), addMissing, {
    replacements: source ? [`add ${source.name}`] : [],
  });
}

/** What is stated of an element stands as it is: there is no list yet to add to or to take from. */
function reportSigns(walk: Walk, statement: ast.Statement): void {
  for (const node of signed(statement)) {
    const sign: '+' | '-' | undefined = node.sign;
    if (!sign) continue;
    const at = placeOf(walk, node);
    const name = writtenAs(walk, node).slice(1).trim();
    report(walk, 'integrity/misplaced-statement', at, signInDeclaration(sign, name), {
      replacements: sign === '+' ? [name] : [],
    });
  }
}

/**
 * A responsibility is one whole, with all that it is for and with: it comes or goes as such. Of a list, some names come
 * and go, or all others take its place.
 */
function reportMixedSigns(walk: Walk, statement: ast.Statement): void {
  const nodes: readonly Signed[] = signed(statement);
  const isWhole = statement.$type === 'Responsibility';
  const [first] = isWhole ? statement.refs : nodes;
  const odd = isWhole
    ? (statement.refs.find(({ sign }) => sign !== first?.sign) ??
      [...statement.activities, ...statement.with].find(({ sign }) => sign !== undefined))
    : nodes.find(({ sign }) => (sign === undefined) !== (first?.sign === undefined));
  if (odd) {
    const message = isWhole ? mixedSigns : mixedList;
    report(walk, 'integrity/misplaced-statement', placeOf(walk, odd), message);
  }
}

type Signed = ast.Mention | ast.SignedText;

function signed(statement: ast.Statement): readonly Signed[] {
  switch (statement.$type) {
    case 'HeldBy':
      return statement.holders;
    case 'Members':
      return statement.members.map(({ who }) => who);
    case 'Responsibility':
      return [...statement.refs, ...statement.activities, ...statement.with];
    case 'TermStatement':
    case 'RefStatement':
    case 'UsedBy':
    case 'PersonalData':
      return statement.refs;
    default:
      return [];
  }
}

function lowerTakenBack(walk: Walk, node: ast.TakenBack, around: Around, taken: Word[] | undefined): void {
  const word = wordOf(walk, node.key);
  if (!word) return;
  const at = placeOf(walk, node);
  const value = node.rest ? `${word.value} ${node.rest}` : word.value;
  if (taken) taken.push({ value, at });
  else report(walk, 'integrity/misplaced-statement', at, takenBackHere(value, around.kind === 'phase'));
}
