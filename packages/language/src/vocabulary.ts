import type { Fragment } from '@mktorg/model';
import { vocabularyTexts } from './generated/vocabulary.ts';
import { parseFragment } from './parse.ts';

let parsed: readonly Fragment[] | undefined;

/** The standard terms of the field, written in the language itself and shipped with it. Parsed once. */
export function standardVocabulary(): readonly Fragment[] {
  parsed ??= Object.entries(vocabularyTexts).map(([uri, text]) => ({
    ...parseFragment(text, uri),
    standard: true,
  }));
  return parsed;
}

/** The text of a document of the standard vocabulary, for editors that open it. */
export function vocabularyText(uri: string): string | undefined {
  return vocabularyTexts[uri];
}
