import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matcherOf } from './fuzzy.ts';

test.each<[typed: string, best: string, worse: string]>([
  ['des', 'designer', 'brand-designer'],
  ['des', 'brand-designer', 'dealers'],
  ['bd', 'brand-designer', 'abandoned'],
  ['Brand D', 'Brand Director', 'Brand Audience'],
])('“%s” fits “%s” better than “%s”', (typed, best, worse) => {
  const { fit } = matcherOf(typed);
  expect(fit(best)).toBeGreaterThan(fit(worse) ?? -1);
});

test.each([
  ['xyz', 'designer'],
  ['sed', 'designer-x'],
])('“%s” does not fit “%s”', (typed, text) => {
  expect(matcherOf(typed).fit(text)).toBeUndefined();
});

test('whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (typed, text) => {
      const { fit } = matcherOf(typed);
      fit(text);
      expect(fit(typed)).toBeDefined();
    }),
  );
});
