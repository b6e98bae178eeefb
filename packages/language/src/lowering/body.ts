import type { Declaration, Fact, RawChange } from '@mktorg/model';
import type * as ast from '../generated/ast.ts';
import { lowerOperation } from './changes.ts';
import { lowerElement, misplacedElement } from './elements.ts';
import { lowerLine } from './lines.ts';
import { factsOf } from './statements.ts';
import { lowerStep } from './steps.ts';
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
  lowerBody(walk, body, { index, kind: declaration.kind }, facts, changes);
  declaration.facts = facts.slice();
  if (declaration.changes) declaration.changes = changes.slice();
  return index;
}

type Draft = { -readonly [field in keyof Declaration]: Declaration[field] };

export function lowerBody(
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
