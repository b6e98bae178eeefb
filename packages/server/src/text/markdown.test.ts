import { expect, test } from 'vitest';
import { code, escapeMarkdown } from './markdown.ts';

test.each([
  ['plain words, and punctuation.', 'plain words, and punctuation.'],
  ['Brand & Creative', 'Brand & Creative'],
  ['*a* _b_ `c` [d](e) ~f~ <g> &lt; |', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~ \\<g\\> \\&lt; \\|'],
  ['# a', '\\# a'],
  ['- a', '\\- a'],
  ['1. a', '1\\. a'],
  ['    code', 'code'],
  ['https://a.b www.c.d e@f.g', 'https\\://a.b www\\.c.d e\\@f.g'],
  ['two\nlines', 'two  \nlines'],
])('%j', (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});

test.each([
  ['a', '`a`'],
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
])('code %j', (text, markdown) => {
  expect(code(text)).toBe(markdown);
});
