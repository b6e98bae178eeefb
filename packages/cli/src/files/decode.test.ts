import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decode } from './decode.ts';

it('reads what is UTF-8 as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/^[^\0]\0[^\0]\0|^\0[^\0]\0[^\0]/.test(text) && !text.startsWith('\uFEFF'));
      expect(decode(Buffer.from(text))).toEqual({ text });
    }),
  );
});

const cases: readonly (readonly [
  what: string,
  bytes: Uint8Array,
  text: string,
  offset: number | undefined,
])[] = [
  ['nothing', Buffer.from(''), '', undefined],
  ['a byte order mark', Buffer.from('\uFEFFa'), 'a', undefined],
  ['UTF-16, little end first', Buffer.from('\uFEFFaé', 'utf16le'), 'aé', 0],
  ['UTF-16, big end first', Buffer.from([0xfe, 0xff, 0, 0x61]), 'a', 0],
  ['Latin-1', Buffer.from('caf\u00e9 x', 'latin1'), 'café x', 3],
  [
    'UTF-8 with a damaged character',
    Buffer.concat([Buffer.from('é\uFFFD '), Buffer.from([0xc3]), Buffer.from(' x')]),
    'é\uFFFD \uFFFD x',
    3,
  ],
];
it.each(cases)('reads %s', (_, bytes, text, offset) => {
  const decoded = decode(bytes);
  expect(decoded.text).toBe(text);
  expect(decoded.trouble?.offset).toBe(offset);
});
