import type { RawRef } from '@mktorg/model';
import { closest } from '@mktorg/model';
import type * as ast from '../generated/ast.ts';
import { elementKeywords, isElementKeyword } from '../keywords.ts';
import { declare } from './body.ts';
import { placeOf, rawRef, report, textOf, writtenAs } from './context.ts';
import type { Around, Walk } from './walk.ts';

export function lowerLine(
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
