import type { ElementKind, Place, RawRef } from '@mktorg/model';
import { kindNoun, withArticle } from '@mktorg/model';
import type { AstNode } from 'langium';
import type { Ident, Path, Str } from '../generated/ast.ts';
import { type Lowering, placeOf, report, textOf } from './context.ts';

const exact = /^[\p{L}_](?:[\p{L}\p{M}\p{Nd}_-]|\u200C|\u200D)*$/u;

export function isName(text: string): boolean {
  return exact.test(text);
}

/** A readable name out of any text: letters and digits of every script are kept, everything else becomes a dash. */
export function nameFrom(text: string): string {
  const name = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return isName(name) ? name : name ? `n-${name}` : 'unnamed';
}

/** Their name follows from their title. */
export const mayBeUnnamed: ReadonlySet<ElementKind> = new Set(['goal', 'objective', 'challenge', 'charter']);

/** The name of a declaration and where it stands: the keyword, where the name follows from the title. */
export function elementName(
  ctx: Lowering,
  node: AstNode & { readonly name?: Ident | Path; readonly title?: Str },
  kind: ElementKind,
): { name: string; nameAt: Place; inside?: RawRef } {
  const path: string | undefined = node.name?.text;
  if (node.name && path) {
    const dot = path.lastIndexOf('.');
    const written = path.slice(dot + 1);
    const whole = placeOf(ctx, node.name);
    const nameAt = { ...whole, line: whole.endLine, column: Math.max(0, whole.endColumn - written.length) };
    if (!isName(written)) {
      const suggestion = nameFrom(written);
      report(
        ctx,
        'integrity/syntax',
        nameAt,
        `\`${written}\` is no name. A name starts with a letter and goes on with letters, digits, \`-\` and \`_\`: \`${suggestion}\`.`,
        {
          replacements: [suggestion],
        },
      );
    }
    const name = written.normalize('NFC');
    if (dot < 0) return { name, nameAt };
    const at = { ...whole, endLine: whole.line, endColumn: whole.column + dot };
    return { name, nameAt, inside: { name: path.slice(0, dot).normalize('NFC'), at } };
  }
  const whole = placeOf(ctx, node);
  const nameAt = { ...whole, endLine: whole.line, endColumn: whole.column + kind.length };
  const title = textOf(ctx, node.title)?.value;
  if (mayBeUnnamed.has(kind)) return { name: title ? nameFrom(title) : kind, nameAt };
  const suggestion = nameFrom(title ?? 'name');
  report(
    ctx,
    'integrity/syntax',
    nameAt,
    `${withArticle(kindNoun(kind)).replace(/^a/, 'A')} needs a name: \`${kind} ${suggestion}${title ? ` "${title}"` : ''}\`.`,
    ...(title ? [{ replacements: [`${kind} ${suggestion}`] }] : []),
  );
  // Many names are their titles, so that those who mention it often mean this.
  return { name: title ? suggestion : '', nameAt };
}
