import type { Link, Num } from '@mktorg/model';
import type { LinkStatement, Quantity } from '../generated/ast.ts';
import { type Lowering, placeOf, report, textOf } from './context.ts';
import { numberOf } from './values.ts';

export function linkOf(ctx: Lowering, statement: LinkStatement, at: Link['at']): Link | undefined {
  const text = textOf(ctx, statement.text);
  const url = textOf(ctx, statement.url);
  return text ? { text: text.value, ...(url && { url: url.value }), at } : undefined;
}

/** A number with nothing behind it; a unit, as in `seats 3 people`, is reported. */
export function plainNumber(ctx: Lowering, node: Quantity | undefined): Num | undefined {
  if (node?.unit) {
    report(
      ctx,
      'integrity/syntax',
      placeOf(ctx, node),
      `A plain number is expected: \`${node.text}\`, without \`${node.unit}\`.`,
      {
        replacements: [node.text],
      },
    );
  }
  return numberOf(ctx, node);
}
