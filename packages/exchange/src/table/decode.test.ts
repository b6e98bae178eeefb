import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const text = 'Name,Title\nZoë,Réd. en chef\n';
const utf8 = new TextEncoder().encode(text);
const utf16 = (bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with a mark', Buffer.from([0xef, 0xbb, 0xbf, ...utf8]), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from([0xff, 0xfe, ...utf16(false)]), 'utf-16le'],
    ['UTF-16 BE with a mark', Buffer.from([0xfe, 0xff, ...utf16(true)]), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(true), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, problems: [] });
  });

  it('falls back to windows-1252, and says so', () => {
    const decoded = decodeText(Buffer.from(text, 'latin1'));
    expect(decoded.text).toBe(text);
    expect(decoded.encoding).toBe('windows-1252');
    expect(decoded.problems).toMatchObject(
      [{ code: 'guessed-encoding', severity: 'warning', wayOut: /--encoding/ }].map((p) => ({
        ...p,
        wayOut: expect.stringMatching(p.wayOut),
      })),
    );
  });

  it('asks for a guess where the bytes are no Unicode', () => {
    const bytes = Uint8Array.of(0xc3, 0xfb, 0xd7, 0xd6); // 名字 in GBK
    expect(decodeText(bytes, { guess: () => 'gb18030' }).text).toBe('名字');
    expect(decodeText(bytes, { guess: () => 'no-such-thing' }).encoding).toBe('windows-1252');
  });

  it('reads what the user says it is', () => {
    expect(decodeText(Uint8Array.of(0xe3, 0xcf, 0xed, 0xd1), { encoding: 'windows-1256' }).text).toBe('مدير');
  });

  it.each([
    ['an .xlsx', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00), 'not-text', /workbook/],
    ['an .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'not-text', /\.xls/],
    ['NUL bytes', Uint8Array.of(0x61, 0x00, 0x00, 0x00, 0x62, 0x00, 0x00, 0x63), 'not-text', /NUL/],
  ])('refuses %s with a way out', (_, bytes, code, what) => {
    const { text: read, problems } = decodeText(bytes);
    expect(read).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, severity: 'error' });
    expect(problems[0]?.what).toMatch(what);
    expect(problems[0]?.wayOut).toMatch(/CSV/);
  });

  it('names encodings where the user names an unknown one', () => {
    expect(decodeText(utf8, { encoding: 'klingon' })).toMatchObject({
      problems: [{ code: 'unknown-encoding', severity: 'error' }],
    });
  });
});
