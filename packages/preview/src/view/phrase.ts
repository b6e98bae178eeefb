import { make } from '../dom.ts';
import type { ComparedPhrase } from '../protocol.ts';

const tags = { name: 'strong', old: 'del', new: 'ins', quiet: 'span' } as const;

/** Words of a comparison, with what sets them apart. */
export function said(phrase: ComparedPhrase): readonly (Node | string)[] {
  return phrase.map((word) =>
    typeof word === 'string' ? word : make(tags[word.as], { class: `said-${word.as}` }, word.text),
  );
}

/** A word that a sign says to those who see it. */
export function unseen(word: string): HTMLElement {
  return make('span', { class: 'unseen' }, `${word}: `);
}
