import { describe, expect, it } from 'vitest';
import { parseFragment } from './parse.ts';
import { standardVocabulary, vocabularyText } from './vocabulary.ts';

describe('the standard vocabulary', () => {
  it.each(standardVocabulary().map((fragment) => [fragment.uri, fragment]))(
    '%s is as it parses',
    (uri, fragment) => {
      const text = vocabularyText(uri);
      expect(text).toBeDefined();
      expect(fragment).toEqual({ ...parseFragment(text ?? '', uri), standard: true });
      for (const { facts } of fragment.declarations) {
        for (const { property } of facts) expect(property).toHaveProperty('slots');
      }
    },
  );
});
