import type { Declaration, ElementKind, Rate, RuleSetting } from '@mktorg/model';
import type { Lowering } from './context.ts';

/** One document on its way to a fragment. */
export interface Walk extends Lowering {
  readonly declarations: Declaration[];
  readonly rates: Rate[];
  readonly settings: RuleSetting[];
}

/** The element around what is being lowered. */
export interface Around {
  readonly index: number;
  readonly kind: ElementKind;
}
