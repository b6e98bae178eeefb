import type {
  Declaration,
  ElementKind,
  Fact,
  Fragment,
  Rate,
  RawChange,
  RawRef,
  RuleSetting,
} from '@mktorg/model';
import {
  childKinds,
  closest,
  containersOf,
  isTermKind,
  kindNoun,
  topKinds,
  withArticle,
} from '@mktorg/model';
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { elementKeywords, isElementKeyword } from '../keywords.ts';
import type { Parsed } from '../parser/syntax-parser.ts';
import { type Lowering, offsetOf, placeOf, rawRef, rawRefs, report, textOf, writtenAs } from './context.ts';
import { descriptionBefore } from './description.ts';
import { elementName } from './names.ts';
import { settingsOf } from './settings.ts';
import { capital, factsOf, stepProperty } from './statements.ts';
import { syntaxProblems } from './syntax.ts';
import { durationOf, measureOf, momentOf, numberOf } from './values.ts';

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

interface Walk extends Lowering {
  readonly declarations: Declaration[];
  readonly rates: Rate[];
  readonly settings: RuleSetting[];
}

/** The element around what is being lowered. */
interface Around {
  readonly index: number;
  readonly kind: ElementKind;
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

/**
 * Puts a declaration in its place before what is inside it, and fills its facts afterwards. Lists are copied when they
 * are complete, because one that grows keeps room for 17.
 */
function declare(
  walk: Walk,
  make: (facts: Fact[], changes: RawChange[]) => Declaration,
  body: ast.Body | undefined,
): number {
  const facts: Fact[] = [];
  const changes: RawChange[] = [];
  const declaration: Draft = make(facts, changes);
  const index = walk.declarations.push(declaration) - 1;
  lowerBody(walk, body, { index, kind: declaration.kind }, facts, changes);
  declaration.facts = facts.slice();
  if (declaration.changes) declaration.changes = changes.slice();
  return index;
}

type Draft = { -readonly [field in keyof Declaration]: Declaration[field] };

function lowerBody(
  walk: Walk,
  body: ast.Body | undefined,
  around: Around,
  facts: Fact[],
  changes: RawChange[],
): void {
  for (const member of body?.members ?? []) {
    switch (member.$type) {
      case 'Element':
        lowerElement(walk, member, around);
        break;
      case 'DottedLine':
        lowerLine(walk, member, around);
        break;
      case 'Step':
        if (around.kind !== 'process') misplacedElement(walk, member, 'step', around);
        lowerStep(walk, member, around);
        break;
      case 'Add':
      case 'Move':
      case 'Merge':
      case 'Remove':
      case 'Change':
      case 'Retire':
      case 'Source':
      case 'Told':
        lowerOperation(walk, member, around, changes);
        break;
      default:
        facts.push(...factsOf(walk, member, around.kind));
    }
  }
}

function lowerElement(walk: Walk, node: ast.Element, around: Around | undefined, added?: true): number {
  const kind: ElementKind = node.kind;
  const at = placeOf(walk, node);
  const { name, nameAt, inside } = elementName(walk, node, kind);
  const title = textOf(walk, node.title)?.value;
  const term = rawRef(walk, node.term);
  const form = rawRef(walk, node.form);
  const stands = inside && !added && standsInside(walk, inside, kind, around) ? inside : undefined;
  if (!added && !stands && !(around ? (childKinds[around.kind] ?? []) : topKinds).includes(kind))
    misplacedElement(walk, node, kind, around);
  const description = descriptionBefore(walk.text, offsetOf(node));
  return declare(
    walk,
    (facts, changes) => ({
      kind,
      name,
      parent: around?.index ?? -1,
      at,
      nameAt,
      ...(stands && { inside: stands }),
      ...(title !== undefined && { title }),
      ...(description && { description }),
      ...(term && { term }),
      ...(form && { form }),
      scope: rawRefs(walk, node.scope),
      facts,
      ...headerRange(walk, node, kind, title ?? name),
      ...(kind === 'phase' && { changes }),
      ...(added && { added }),
    }),
    node.body,
  );
}

/** Whether a header like `team marketing.brand` stands where it can: at the top, of a kind that stands in others. */
function standsInside(walk: Walk, inside: RawRef, kind: ElementKind, around: Around | undefined): boolean {
  if (!around && containersOf(kind).length > 0) return true;
  const message = around
    ? 'A name with a dot says inside which element this stands, and belongs at the top of a file. Here the text says so already.'
    : `${capital(withArticle(kindNoun(kind)))} stands inside no other element, so its name has no dot.`;
  report(walk, 'integrity/misplaced-statement', inside.at, message);
  return false;
}

/** `from … to …` in a header: the period of a phase, or what an objective wants to move. */
function headerRange(
  walk: Walk,
  node: ast.Element,
  kind: ElementKind,
  what: string,
): Pick<Declaration, 'period' | 'measure'> {
  if (!node.from && !node.to) return {};
  if (kind === 'phase') {
    const from = momentOf(walk, node.from);
    const to = momentOf(walk, node.to);
    return { period: { ...(from && { from }), ...(to && { to }) } };
  }
  if (kind === 'objective' && node.title) {
    const measure = measureOf(walk, node.title, node, placeOf(walk, node.title));
    return measure ? { measure: { ...measure, what } } : {};
  }
  const at = node.from ?? node.to;
  if (at)
    report(
      walk,
      'integrity/misplaced-statement',
      placeOf(walk, at),
      `\`from … to …\` belongs to a phase or an objective, not to ${withArticle(kindNoun(kind))}.`,
    );
  return {};
}

function misplacedElement(walk: Walk, node: AstNode, kind: ElementKind, around: Around | undefined): void {
  const noun = withArticle(kindNoun(kind));
  const homes = Object.entries(childKinds).flatMap(([home, kinds]) =>
    kinds.includes(kind) ? [withArticle(home.replaceAll('-', ' '))] : [],
  );
  const atTop = topKinds.includes(kind);
  const home = [
    ...(atTop ? ['at the top of a file'] : []),
    ...(homes.length ? [`inside ${homes.join(', ')}`] : []),
  ].join(' or ');
  const here = around ? `inside ${withArticle(kindNoun(around.kind))}` : 'at the top of a file';
  const place = placeOf(walk, node);
  const line = {
    ...place,
    endLine: place.line,
    endColumn: place.line === place.endLine ? place.endColumn : place.column + kind.length,
  };
  report(
    walk,
    'integrity/misplaced-statement',
    line,
    `${capital(noun)} does not stand ${here}, but ${home}.`,
  );
}

function lowerTerm(walk: Walk, node: ast.TermStatement): void {
  const [first] = node.refs;
  const ref = rawRef(walk, first);
  if (!ref || !isTermKind(node.key)) {
    report(
      walk,
      'integrity/syntax',
      placeOf(walk, node),
      `A ${node.key} needs a name: \`${node.key} name "Title" { … }\`.`,
    );
    return;
  }
  const kind = node.key;
  const title = textOf(walk, node.title)?.value;
  const description = descriptionBefore(walk.text, offsetOf(node));
  declare(
    walk,
    (facts) => ({
      kind,
      name: ref.name,
      parent: -1,
      at: placeOf(walk, node),
      nameAt: ref.at,
      ...(title !== undefined && { title }),
      ...(description && { description }),
      scope: [],
      facts,
    }),
    node.body,
  );
}

function lowerStep(walk: Walk, node: ast.Step, around: Around | undefined, added?: true): number {
  const { name, nameAt } = elementName(walk, node, 'step');
  const title = textOf(walk, node.title)?.value;
  const within = durationOf(walk, node.within);
  const description = descriptionBefore(walk.text, offsetOf(node));
  const at = placeOf(walk, node);
  return declare(
    walk,
    (facts) => {
      const by = rawRef(walk, node.by);
      const via = rawRef(walk, node.via);
      if (by) facts.push({ property: stepProperty('by'), at: by.at, type: 'ref', ref: by });
      if (via) facts.push({ property: stepProperty('via'), at: via.at, type: 'ref', ref: via });
      return {
        kind: 'step',
        name,
        parent: around?.index ?? -1,
        at,
        nameAt,
        ...(title !== undefined && { title }),
        ...(description && { description }),
        scope: [],
        facts,
        step: { ...(within && { within }), ...(node.approval && { approval: { at } }) },
        ...(added && { added }),
      };
    },
    node.body,
  );
}

function lowerLine(
  walk: Walk,
  node: ast.DottedLine,
  around: Around | undefined,
  added?: true,
): number | undefined {
  const to = rawRef(walk, node.target);
  const from = rawRef(walk, node.source);
  if (!to) return undefined;
  const at = placeOf(walk, node);
  if (from && !writtenAs(walk, node).includes('..>')) {
    lowerUnknownWord(walk, node, from, to, around);
    return undefined;
  }
  if (!from && !around) {
    report(
      walk,
      'integrity/syntax',
      at,
      'A dotted line outside of any body says where it starts: `designer ..> demand-gen "campaign creative"`.',
    );
    return undefined;
  }
  const purpose = textOf(walk, node.purpose);
  return declare(
    walk,
    (facts) => ({
      kind: 'dotted-line',
      name: '',
      parent: around?.index ?? -1,
      at,
      nameAt: to.at,
      scope: [],
      facts,
      line: { ...(from && { from }), to, ...(purpose && { purpose }) },
      ...(added && { added }),
    }),
    node.body,
  );
}

/**
 * `tema brand "Brand" { … }`: what starts with a word that is no keyword reads like a dotted line without its arrow.
 * The parser has said so; where a kind was clearly meant, the element is kept, so that what is inside it stays known.
 */
function lowerUnknownWord(
  walk: Walk,
  node: ast.DottedLine,
  word: RawRef,
  name: RawRef,
  around: Around | undefined,
): void {
  const [kind] = closest(word.name, elementKeywords, 1);
  if (!node.body || !kind || !isElementKeyword(kind)) return;
  const title = textOf(walk, node.purpose)?.value;
  declare(
    walk,
    (facts) => ({
      kind,
      name: name.name,
      parent: around?.index ?? -1,
      at: placeOf(walk, node),
      nameAt: name.at,
      ...(title !== undefined && { title }),
      scope: [],
      facts,
    }),
    node.body,
  );
}

function lowerOperation(walk: Walk, node: ast.Operation, around: Around, changes: RawChange[]): void {
  const at = placeOf(walk, node);
  const type = node.$type.toLowerCase() as Lowercase<ast.Operation['$type']>;
  if (around.kind !== 'phase') {
    report(
      walk,
      'integrity/misplaced-statement',
      at,
      `\`${type}\` is a change, and stands in a phase of a plan.`,
    );
    return;
  }
  if (node.$type === 'Add') {
    lowerAdd(walk, node, around, changes);
    return;
  }
  const what = rawRefs(walk, node.what);
  const target = 'target' in node ? rawRef(walk, node.target) : undefined;
  const text = 'text' in node ? textOf(walk, node.text) : undefined;
  const facts = node.$type === 'Change' ? changeFacts(walk, node.body, around, changes) : undefined;
  changes.push({ type, what, at, ...(target && { target }), ...(text && { text }), ...(facts && { facts }) });
}

/** What a change states anew. Its kind is known only once its name is resolved, so any statement is taken. */
function changeFacts(walk: Walk, body: ast.Body | undefined, around: Around, changes: RawChange[]): Fact[] {
  const facts: Fact[] = [];
  for (const member of body?.members ?? []) {
    switch (member.$type) {
      case 'Element':
        lowerElement(walk, member, around, true);
        break;
      case 'Step':
        lowerStep(walk, member, around, true);
        break;
      case 'DottedLine':
        lowerLine(walk, member, around, true);
        break;
      case 'Add':
      case 'Move':
      case 'Merge':
      case 'Remove':
      case 'Change':
      case 'Retire':
      case 'Source':
      case 'Told':
        lowerOperation(walk, member, around, changes);
        break;
      default:
        facts.push(...factsOf(walk, member, undefined));
    }
  }
  return facts;
}

function lowerAdd(walk: Walk, node: ast.Add, around: Around, changes: RawChange[]): void {
  const at = placeOf(walk, node);
  if (node.element) {
    const declaration = lowerElement(walk, node.element, around, true);
    const home =
      elementName(walk, node.element, node.element.kind).inside ?? rawRef(walk, node.element.target);
    changes.push({ type: 'add', what: [], declaration, at, ...(home && { target: home }) });
  } else if (node.line) {
    const declaration = lowerLine(walk, node.line, around, true);
    if (declaration !== undefined) changes.push({ type: 'add', what: [], declaration, at });
  } else if (node.step) {
    changes.push({ type: 'add', what: [], declaration: lowerStep(walk, node.step, around, true), at });
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
