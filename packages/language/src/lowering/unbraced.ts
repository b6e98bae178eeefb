import { propertiesOf } from '@mktorg/model';
import type * as ast from '../generated/ast.ts';
import { statementInHeader } from '../messages.ts';
import { extentOf } from '../parser/extent.ts';
import { offsetOf, placeOf, report, writtenAs } from './context.ts';
import { lowerLine } from './lines.ts';
import { factsOf, phraseOf } from './statements.ts';
import type { Around, Walk } from './walk.ts';

type Node = ast.Item | ast.Member;
type Said = ast.Statement | ast.DottedLine;

/**
 * `role head "Head" held by "Ann"`: what stands behind a header on its line, and can be said of that element, is meant
 * of it, though only braces would say so. The number of nodes that are taken to be inside the element before them.
 */
export function lowerUnbraced(walk: Walk, nodes: readonly Node[], at: number, declared: number): number {
  const node = nodes[at];
  if (!node || !isHeader(walk, node)) return 0;
  const kind = node.$type === 'Step' ? 'step' : node.kind;
  const said = behindOnLine(nodes, at, (next): next is Said => isSaidOf(kind, next));
  const last = said.at(-1);
  if (!last) return 0;
  reportUnbraced(walk, said, (written) => statementInHeader(kind, written));
  const declaration = walk.declarations[declared];
  if (!declaration) return 0;
  const { endLine, endColumn } = placeOf(walk, last);
  const around: Around = { index: declared, kind };
  const facts = [...declaration.facts];
  for (const each of said) {
    if (each.$type === 'DottedLine') lowerLine(walk, each, around);
    else facts.push(...factsOf(walk, each, kind));
  }
  walk.declarations[declared] = { ...declaration, facts, at: { ...declaration.at, endLine, endColumn } };
  return said.length;
}

/** Whether a node is an element without a body, on a line of its own. */
function isHeader(walk: Walk, node: Node): node is ast.Element | ast.Step {
  if ((node.$type !== 'Element' && node.$type !== 'Step') || node.body) return false;
  const offset = offsetOf(node);
  return walk.text.slice(walk.text.lastIndexOf('\n', offset) + 1, offset).trim() === '';
}

function isSaidOf(kind: Around['kind'], node: Node): node is Said {
  if (node.$type === 'DottedLine') return !node.source && node.target !== undefined;
  return 'key' in node && node.$type !== 'TakenBack' && propertiesOf(kind).has(phraseOf(node));
}

/** What stands behind a node on its line, as far as it suits. */
export function behindOnLine<N extends Node, T extends N>(
  nodes: readonly N[],
  at: number,
  suits: (node: N) => node is T,
): readonly T[] {
  const header = nodes[at];
  const line = header && extentOf(header)?.last.endLine;
  const said: T[] = [];
  if (line === undefined) return said;
  for (let node = nodes[at + 1]; node; node = nodes[at + 1 + said.length]) {
    if (extentOf(node)?.first.startLine !== line || !suits(node)) break;
    said.push(node);
  }
  return said;
}

/** Tells that what stands behind a header belongs in its braces. */
export function reportUnbraced(
  walk: Walk,
  said: readonly Node[],
  messageOf: (written: string) => string,
): void {
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last) return;
  const { endLine, endColumn } = placeOf(walk, last);
  const written = said.map((each) => writtenAs(walk, each)).join(' ');
  const place = { ...placeOf(walk, first), endLine, endColumn };
  report(walk, 'integrity/syntax', place, messageOf(written), { replacements: [`{ ${written} }`] });
}
