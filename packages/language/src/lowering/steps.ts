import type * as ast from '../generated/ast.ts';
import { declare } from './body.ts';
import { offsetOf, placeOf, rawRef, textOf } from './context.ts';
import { descriptionBefore } from './description.ts';
import { elementName } from './names.ts';
import { stepProperty } from './statements.ts';
import { durationOf } from './values.ts';
import type { Around, Walk } from './walk.ts';

export function lowerStep(walk: Walk, node: ast.Step, around: Around | undefined, added?: true): number {
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
