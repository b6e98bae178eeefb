import { make } from '../dom.ts';
import type { ComparedChanges } from '../protocol.ts';
import { said } from './phrase.ts';

/** A comparison in three sentences, for whoever reads no further. */
export function headlineOf({ headline }: ComparedChanges): HTMLElement | false {
  if (headline.length === 0) return false;
  const sentences = headline.map((each) => make('p', { attributes: { dir: 'auto' } }, ...said(each)));
  return make('div', { class: 'headline' }, ...sentences);
}
