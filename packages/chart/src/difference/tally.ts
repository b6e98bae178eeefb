import type { ElementId, ElementKind } from '@mktorg/model';
import { kindNoun, pluralOf } from '@mktorg/model';
import { counted } from '../lens/words.ts';
import { glyphs } from '../mark.ts';
import type { MarkType } from '../scene.ts';
import type { Marks } from './marks.ts';

/** How much of what happens, and what of it the picture does not show, in words. */
export function tallyOf(
  marks: Marks,
  isShown: (id: ElementId, when: 'before' | 'after') => boolean,
): { readonly tally: readonly string[]; readonly notes: readonly string[] } {
  const types = new Map<MarkType, number>();
  const missing = new Map<ElementKind, number>();
  const count = (id: ElementId, type: MarkType, when: 'before' | 'after'): void => {
    if (isShown(id, when)) types.set(type, (types.get(type) ?? 0) + 1);
    else missing.set(kindOf(id), (missing.get(kindOf(id)) ?? 0) + 1);
  };
  for (const [id, { type }] of marks.after) count(id, type, 'after');
  for (const id of marks.gone.keys()) count(id, 'removed', 'before');
  const tally = (['added', 'removed', 'moved', 'changed'] as const).flatMap((type) =>
    types.has(type) ? [`${glyphs[type]} ${types.get(type)} ${type}`] : [],
  );
  const kinds = [...missing].map(([kind, number]) =>
    counted(number, kindNoun(kind), pluralOf(kindNoun(kind))),
  );
  return {
    tally: tally.length > 0 ? tally : ['nothing in this chart'],
    notes: kinds.length > 0 ? [`Changes that this chart does not show: ${kinds.join(', ')}`] : [],
  };
}

function kindOf(id: ElementId): ElementKind {
  return id.slice(0, id.indexOf(':')) as ElementKind;
}
