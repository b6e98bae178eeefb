import type { Fragment, TermKind } from '@mktorg/model';
import { fold } from './clean.ts';

/** Finds the standard term that a word of the source means, by name, title or alias. */
export interface Vocabulary {
  /** The name of the term; undefined where none or no single one fits. */
  term(kind: TermKind, word: string): string | undefined;
}

export function vocabularyOf(fragments: readonly Fragment[]): Vocabulary {
  const terms = new Map<string, string | undefined>();
  const add = (kind: string, word: string, name: string): void => {
    const key = `${kind} ${writtenOut(word)}`;
    // A word for two terms means neither.
    terms.set(key, terms.has(key) && terms.get(key) !== name ? undefined : name);
  };
  for (const { declarations } of fragments) {
    for (const { kind, name, title, facts } of declarations) {
      add(kind, name, name);
      if (title) add(kind, title, name);
      for (const fact of facts)
        if (fact.property.field === 'aliases' && fact.type === 'text') add(kind, fact.value.value, name);
    }
  }
  return { term: (kind, word) => terms.get(`${kind} ${writtenOut(word)}`) };
}

const written: { readonly [word: string]: string } = {
  ops: 'operations',
  mktg: 'marketing',
  comms: 'communications',
  dev: 'development',
  pr: 'public relations',
  devrel: 'developer relations',
  abm: 'account based marketing',
  pmm: 'product marketing',
  gen: 'generation',
  vp: 'vice president',
  sr: 'senior',
  mgr: 'manager',
  exec: 'executive',
  cdp: 'customer data platform',
  dam: 'digital asset management',
  cms: 'content management',
  seo: 'search optimization',
  bi: 'business intelligence',
  ai: 'artificial intelligence',
  sms: 'sms messaging',
  esp: 'email',
  and: '',
};

/** Without what differs between ways of writing one term: case, abbreviations, hyphens, `and`. */
export function writtenOut(word: string): string {
  return fold(word)
    .split(' ')
    .map((part) => written[part] ?? part)
    .filter(Boolean)
    .join(' ');
}
