import type { Fact, Place, RawChange, RawHeader, RawLine, RawRef, Word } from '@mktorg/model';
import type * as ast from '../generated/ast.ts';
import { bracesOfChange, changesNothing, notAdded, stepToProcess } from '../messages.ts';
import { lowerBody } from './body.ts';
import { placeOf, rawRef, rawRefs, report, textOf, writtenAs } from './context.ts';
import { lowerElement, unaddable } from './elements.ts';
import { lowerLine } from './lines.ts';
import { elementName } from './names.ts';
import { stepProperty } from './statements.ts';
import { lowerStep } from './steps.ts';
import { behindOnLine, reportUnbraced } from './unbraced.ts';
import { durationOf } from './values.ts';
import type { Around, Walk } from './walk.ts';

/** A change that a phase makes. */
export function lowerOperation(
  walk: Walk,
  node: Exclude<ast.Operation, ast.Change>,
  around: Around,
  changes: RawChange[],
): void {
  const at = placeOf(walk, node);
  const type = typeOf(node);
  if (isMisplaced(walk, node, around)) return;
  if (node.$type === 'Add') {
    lowerAdd(walk, node, around, changes);
    return;
  }
  const target = 'target' in node ? rawRef(walk, node.target) : undefined;
  const text = 'text' in node ? textOf(walk, node.text) : undefined;
  const order = node.$type === 'Move' ? orderOf(walk, node) : undefined;
  const what = node.$type === 'Remove' ? removed(walk, node) : { what: rawRefs(walk, node.what) };
  const rest = { ...(target && { target }), ...(order && { order }), ...(text && { text }) };
  changes.push({ type, ...what, at, ...rest });
}

function typeOf<T extends ast.Operation>(node: T): Lowercase<T['$type']> {
  return node.$type.toLowerCase() as Lowercase<T['$type']>;
}

function isMisplaced(walk: Walk, node: ast.Operation, around: Around): boolean {
  if (around.kind === 'phase') return false;
  const message = `\`${typeOf(node)}\` is a change, and stands in a phase of a plan.`;
  report(walk, 'integrity/misplaced-statement', placeOf(walk, node), message);
  return true;
}

/** Where a step goes among the others. */
function orderOf(walk: Walk, { where, anchor }: ast.Move | ast.Step): RawChange['order'] {
  const step = rawRef(walk, anchor);
  return (where === 'after' || where === 'before') && step ? { where, step } : undefined;
}

/** Elements go by their names, and dotted lines by their ends. */
function removed(walk: Walk, node: ast.Remove): Pick<RawChange, 'what' | 'lines'> {
  const what: RawRef[] = [];
  const lines: RawLine[] = [];
  for (const gone of node.gone) {
    const from = rawRef(walk, gone.what);
    const to = rawRef(walk, gone.to);
    if (from && to) lines.push({ from, to, at: placeOf(walk, gone) });
    else if (from) what.push(from);
  }
  return lines.length > 0 ? { what, lines } : { what };
}

/**
 * What is stated anew stands as it would in a declaration: in the header, and between the braces. The number of nodes
 * behind it that are taken to be in its braces, though it has none: `change studio level senior`.
 */
export function lowerChange(
  walk: Walk,
  nodes: readonly ast.Member[],
  at: number,
  around: Around,
  changes: RawChange[],
): number {
  const node = nodes[at];
  if (node?.$type !== 'Change' || isMisplaced(walk, node, around)) return 0;
  const behind = node.body ? [] : statementsBehind(walk, nodes, at);
  const what = rawRefs(walk, node.what);
  const title = textOf(walk, node.title);
  const term = rawRef(walk, node.term);
  const form = rawRef(walk, node.form);
  const within = durationOf(walk, node.within);
  const header: RawHeader = {
    ...(title && { title }),
    ...(term && { term }),
    ...(form && { form }),
    scope: rawRefs(walk, node.scope),
    ...(within && { within }),
    ...(node.approval && { approval: { at: placeOf(walk, node) } }),
  };
  const facts: Fact[] = [];
  const by = rawRef(walk, node.by);
  const via = rawRef(walk, node.via);
  if (by) facts.push({ property: stepProperty('by'), at: by.at, type: 'ref', ref: by });
  if (via) facts.push({ property: stepProperty('via'), at: via.at, type: 'ref', ref: via });
  const taken: Word[] = [];
  lowerBody(walk, node.body?.members ?? behind, around, facts, changes, taken);
  const stated = Object.keys(header).length > 1 || header.scope.length > 0;
  const said = stated || facts.length > 0 || taken.length > 0;
  if (!said && !node.body && behind.length === 0) {
    report(walk, 'integrity/syntax', placeOf(walk, node), changesNothing);
  }
  changes.push({
    type: 'change',
    what,
    at: placeOf(walk, node),
    ...(stated && { header }),
    facts,
    ...(taken.length > 0 && { taken }),
  });
  return behind.length;
}

/** Statements on the line of a change without braces: hardly meant of the phase, though some would do there. */
function statementsBehind(walk: Walk, nodes: readonly ast.Member[], at: number): readonly ast.Member[] {
  const header = nodes[at];
  const said = behindOnLine(nodes, at, isStatement);
  if (header)
    reportUnbraced(walk, said, (written) => bracesOfChange(`${writtenAs(walk, header)} { ${written} }`));
  return said;
}

function isStatement(node: ast.Member): node is ast.Statement | ast.TakenBack {
  return node.$type === 'TakenBack' || 'key' in node;
}

function lowerAdd(walk: Walk, node: ast.Add, around: Around, changes: RawChange[]): void {
  const at = placeOf(walk, node);
  if (node.element && unaddable.has(node.element.kind)) {
    report(walk, 'integrity/misplaced-statement', at, notAdded);
  } else if (node.element) {
    const declaration = lowerElement(walk, node.element, around, true);
    const home =
      elementName(walk, node.element, node.element.kind).inside ?? rawRef(walk, node.element.target);
    changes.push({ type: 'add', what: [], declaration, at, ...(home && { target: home }) });
  } else if (node.line) {
    lowerAddedLine(walk, node.line, at, around, changes);
  } else if (node.step) {
    const target = rawRef(walk, node.step.target);
    const order = orderOf(walk, node.step);
    const declaration = lowerStep(walk, node.step, around, true);
    const rest = { ...(target && { target }), ...(order && { order }) };
    if (!target) report(walk, 'integrity/syntax', at, stepToProcess);
    changes.push({ type: 'add', what: [], declaration, at, ...rest });
  }
}

/** A dotted line that a phase brings. Whether it has two ends. */
export function lowerAddedLine(
  walk: Walk,
  node: ast.DottedLine,
  at: Place,
  around: Around,
  changes: RawChange[],
): boolean {
  const declaration = lowerLine(walk, node, around, true);
  if (declaration === undefined) return false;
  changes.push({ type: 'add', what: [], declaration, at });
  return true;
}
