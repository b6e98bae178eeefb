import type { Mark, MarkType } from './scene.ts';

/** A difference is told by a sign, never by color alone. */
export const glyphs: { readonly [type in MarkType]: string } = {
  added: '+',
  removed: '−',
  moved: '→',
  changed: '~',
};

/** `added`, `moved from Email desk`, `changed, lead: A → B`. */
export function markInWords({ type, text }: Mark): string {
  if (text === '') return type;
  return type === 'changed' ? `${type}, ${text}` : `${type} ${text}`;
}
