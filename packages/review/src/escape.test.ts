import fc from 'fast-check';
import { marked } from 'marked';
import { expect, it } from 'vitest';
import { bytesOf, clipped, escapeMarkdown, flat } from './escape.ts';

/** The text of a line of HTML, as its reader and the forge see it. */
function textIn(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');
}

/** Without what has no width. */
function shown(text: string): string {
  return text
    .replace(/\u200B/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const hostile = [
  '@team',
  '@org/everyone',
  'mail ana@example.com',
  '#123',
  'org/repo#12',
  'GH-12',
  'gl!42',
  '%"milestone"',
  '~label',
  '&epic',
  '$12 and $13',
  ':tada: :+1:',
  'https://example.com/a?b=1#c',
  'www.example.com',
  '<img src=x onerror=alert(1)>',
  '<!-- x -->',
  '&lt;b&gt; &amp;',
  '[a](javascript:b)',
  '![a](b)',
  '`code` and ``` fences',
  '**bold** _it_ ~~gone~~',
  'a | b | c',
  '- item',
  '1. item',
  '# head',
  '> quote',
  '[^1]: note',
  'a\nb\r\n\r\nc',
  '\u202Eright\u202C \u2066x\u2069',
  '4730a47a4730a47a4730a47a4730a47a4730a47a',
  '\\',
  'trailing \\',
  '*iteration:"x"',
  'RFC-12 CVE-2024-1',
];

const anyText = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(fc.constantFrom(...'@#!|`*_~[](){}<>&$%^:\\/.-+= a1\n'), { maxLength: 20 })
    .map((list) => list.join('')),
  fc.tuple(fc.constantFrom(...hostile), fc.constantFrom(...hostile)).map((pair) => pair.join('')),
);

it('shows any text as it is, in a cell of a table, as nothing but text', () => {
  fc.assert(
    fc.property(anyText, (given) => {
      const html = marked.parse(`| a |\n| --- |\n| x${escapeMarkdown(given)}x |\n`, {
        async: false,
        gfm: true,
      });
      const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
      expect(new Set(tags)).toEqual(new Set(['table', 'thead', 'tbody', 'tr', 'th', 'td']));
      expect(shown(textIn(/<td>(.*)<\/td>/s.exec(html)?.[1] ?? ''))).toBe(shown(`x${flat(given)}x`));
    }),
    { numRuns: 500 },
  );
});

it('calls nobody and leads nowhere, in what it has been turned into', () => {
  fc.assert(
    fc.property(anyText, (given) => {
      const html = marked.parseInline(escapeMarkdown(given), { async: false, gfm: true });
      const text = textIn(html);
      expect(text).not.toMatch(/[@#!~%^$&*:]\w/);
      expect(text).not.toMatch(/https?:\/\/|www\.\w|\bGH-\d/i);
      expect(text).not.toMatch(/(?<![0-9a-z])(?=[0-9a-f]*\d)[0-9a-f]{7,40}(?![0-9a-z])/i);
      expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    }),
    { numRuns: 500 },
  );
});

it('cuts between characters', () => {
  expect(clipped('👩‍👩‍👧abc', 3)).toBe('👩\u200D…');
  expect(clipped('abc', 3)).toBe('abc');
  expect(bytesOf('aé台👧')).toBe(new TextEncoder().encode('aé台👧').length);
});
