import type { Fact, RawChange } from '@mktorg/model';
import type * as ast from '../generated/ast.ts';
import { lowerBody } from './body.ts';
import { placeOf, rawRef, rawRefs, report, textOf } from './context.ts';
import { lowerElement } from './elements.ts';
import { lowerLine } from './lines.ts';
import { elementName } from './names.ts';
import { lowerStep } from './steps.ts';
import type { Around, Walk } from './walk.ts';

/** A change that a phase makes. */
export function lowerOperation(walk: Walk, node: ast.Operation, around: Around, changes: RawChange[]): void {
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
  const facts: Fact[] = [];
  if (node.$type === 'Change') lowerBody(walk, node.body, around, facts, changes, true);
  const stated = node.$type === 'Change' && { facts };
  changes.push({ type, what, at, ...(target && { target }), ...(text && { text }), ...stated });
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
