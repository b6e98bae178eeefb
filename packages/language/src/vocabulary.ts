import type { Fragment } from '@mktorg/model';
import { vocabulary } from './generated/vocabulary.ts';
import { restoreFragment } from './stored-fragments.ts';

let fragments: readonly Fragment[] | undefined;

/**
 * The standard terms of the field, written in the language itself and shipped with it. They come parsed and lowered
 * from the build, so that a program that needs no parser makes none. Restored once.
 */
export function standardVocabulary(): readonly Fragment[] {
  fragments ??= Object.entries(vocabulary).map(([uri, { text, stored }]) => ({
    ...restoreFragment(stored, uri, text),
    standard: true,
  }));
  return fragments;
}

/** The text of a document of the standard vocabulary, for editors that open it. */
export function vocabularyText(uri: string): string | undefined {
  return vocabulary[uri]?.text;
}
