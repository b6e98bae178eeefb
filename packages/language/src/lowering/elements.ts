import type { Declaration, ElementKind, RawRef } from '@mktorg/model';
import { childKinds, containersOf, isTermKind, kindNoun, topKinds, withArticle } from '@mktorg/model';
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { addMissing } from '../messages.ts';
import { declare } from './body.ts';
import { offsetOf, placeOf, rawRef, rawRefs, report, textOf } from './context.ts';
import { momentOf } from './dates.ts';
import { descriptionBefore } from './description.ts';
import { elementName } from './names.ts';
import { capital } from './statements.ts';
import { measureOf } from './values.ts';
import type { Around, Walk } from './walk.ts';

/** An element with all that is inside it; `added` by a phase, it is no part of today. The index of its declaration. */
export function lowerElement(
  walk: Walk,
  node: ast.Element,
  around: Around | undefined,
  added?: true,
): number {
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

/** What is no part of the organization that a phase changes, or there is one of. */
export const unaddable: ReadonlySet<ElementKind> = new Set(['organization', 'plan', 'phase', 'view']);

export function misplacedElement(
  walk: Walk,
  node: AstNode,
  kind: ElementKind,
  around: Around | undefined,
): void {
  const place = placeOf(walk, node);
  if (around?.kind === 'phase' && !unaddable.has(kind)) {
    const keyword = { ...place, endLine: place.line, endColumn: place.column + kind.length };
    report(walk, 'integrity/misplaced-statement', keyword, addMissing, { replacements: [`add ${kind}`] });
    return;
  }
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

/** `level`, `reason` and `layer`, which name a term in a body and declare one at the top of a file. */
export function lowerTerm(walk: Walk, node: ast.TermStatement): void {
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
