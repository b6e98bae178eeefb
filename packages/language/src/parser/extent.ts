import type { IToken } from 'chevrotain';
import type { AstNode } from 'langium';

/** Where a node stands: from its first token to its last. */
export interface Extent {
  readonly first: IToken;
  readonly last: IToken;
}

export interface Node {
  $type: string;
  $extent: Frame | undefined;
  [feature: string]: unknown;
}

/** A rule at work. */
export class Frame {
  /** Of the node that it makes; a data type rule makes a text instead. */
  type: string | undefined;
  /** Made when there is something to say of it, because most rules only pass on what another one has made. */
  node: Node | undefined = undefined;
  text = '';
  first: IToken | undefined = undefined;
  last: IToken | undefined = undefined;

  constructor(type: string | undefined) {
    this.type = type;
  }
}

/** Undefined where nothing of the node stands in the text, as recovery from errors may leave it. */
export function extentOf(node: AstNode | undefined): Extent | undefined {
  if (!node || !('$extent' in node) || !(node.$extent instanceof Frame)) return undefined;
  const { first, last } = node.$extent;
  return first && last && { first, last };
}
