import type { IToken } from 'chevrotain';
import type { AstNode } from 'langium';

/** Where a node stands: from its first token to its last. */
export interface Extent {
  readonly first: IToken;
  readonly last: IToken;
}

export interface Node {
  $type: string;
  [feature: string]: unknown;
}

/** A rule at work. It makes a node, or a text where it is a data type rule. */
export class Frame {
  node: Node | undefined;
  text = '';
  /** Whether the rule has given its node a feature. */
  assigned = false;
  first: IToken | undefined = undefined;
  last: IToken | undefined = undefined;

  constructor(node: Node | undefined) {
    this.node = node;
  }
}

/** Undefined where nothing of the node stands in the text, as recovery from errors may leave it. */
export function extentOf(node: AstNode | undefined): Extent | undefined {
  if (!node || !('$extent' in node) || !(node.$extent instanceof Frame)) return undefined;
  const { first, last } = node.$extent;
  return first && last && { first, last };
}
