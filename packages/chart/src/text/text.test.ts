import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakText, shorten } from './break.ts';
import { cells, cut, padded } from './cells.ts';
import { clean } from './clean.ts';
import { directionOf, isolate, listed } from './direction.ts';
import { measure } from './measure.ts';

const segmenter = new Intl.Segmenter();

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        'word',
        'مدير',
        '行銷',
        'ผู้จัดการ',
        '-',
        ' ',
        '👩🏽‍💻',
        'é',
        'x'.repeat(50),
        'हिन्दी',
        '\u0301',
        '\u{1d157}\u{1d165}',
      ),
      {
        maxLength: 20,
      },
    )
    .map((parts) => parts.join('')),
);

describe('measuring', () => {
  it.each([
    ['', 0],
    ['i', 0.28],
    ['W', 0.99],
    ['行', 1.05],
    ['e\u0301', 0.62],
    ['\u200b', 0],
  ])('%j is %d em wide', (text, em) => expect(measure(text, 1)).toBeCloseTo(em, 1));

  it('takes joined Arabic letters for narrower than lone ones', () => {
    expect(measure('سسس', 1)).toBeLessThan(3 * measure('س', 1));
  });

  it('takes bold for wider', () =>
    expect(measure('Marketing', 12, 'bold')).toBeGreaterThan(measure('Marketing', 12)));

  it('adds up', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
        expect(measure(`${a} ${b}`, 10)).toBeCloseTo(measure(a, 10) + measure(' ', 10) + measure(b, 10), 5);
      }),
    );
  });
});

describe('breaking', () => {
  it.each([
    [
      'Vice President, Marketing Technology & Operations',
      ['Vice President,', 'Marketing Technology &', 'Operations'],
    ],
    ['自由行產品行銷暨異業合作資深專案企劃', ['自由行產品行銷暨異業合作資深', '專案企劃']],
    ['（一）自由行產品行銷暨異業合作，資深', ['（一）自由行產品行銷暨異業合', '作，資深']],
    ['Marketing-Operations-Verantwortlicher', ['Marketing-Operations-', 'Verantwortlicher']],
    ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfschifffahrtsg', 'esellschaft']],
    ['𝅗𝅥'.repeat(14), ['𝅗𝅥'.repeat(6), '𝅗𝅥'.repeat(6), '𝅗𝅥𝅗𝅥']],
    ['one', ['one']],
    ['', []],
  ])('breaks %j', (text, lines) => {
    expect(breakText(text, 170, 11.5, 'bold', 3)).toEqual({ lines, shortened: false });
  });

  it('ends in an ellipsis after the last line', () => {
    const { lines, shortened } = breakText('word '.repeat(60).trim(), 100, 12, 'regular', 2);
    expect([lines.length, lines[1]?.endsWith('…'), shortened]).toEqual([2, true, true]);
  });

  it('keeps names together', () => {
    const names = listed(['Ana Ruiz', 'Christopher Longname', '山本 葵', 'نور الخطيب']);
    const { lines } = breakText(names, 150, 10.5, 'regular', 9);
    expect(lines.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
      'Ana Ruiz,',
      'Christopher Longname,',
      '\u2068山本 葵\u2069, \u2068نور الخطيب\u2069',
    ]);
  });

  it('never leaves the width, never loses a character, never splits a cluster', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 60, max: 200 }), (raw, width) => {
        const text = clean(raw);
        const { lines, shortened } = breakText(text, width, 11, 'regular', 1000);
        expect(shortened).toBe(false);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        for (const line of lines) {
          expect(line.isWellFormed()).toBe(true);
          expect(/^\p{M}/u.test(line) && lines[0] !== line).toBe(false);
          if (measure(line, 11) > width + 1e-6) expect([...segmenter.segment(line)]).toHaveLength(1);
        }
      }),
    );
  });

  it('shortens to the width', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 30, max: 200 }), (raw, width) => {
        expect(measure(shorten(clean(raw), width, 11, 'bold'), 11, 'bold')).toBeLessThanOrEqual(width + 1e-6);
      }),
    );
  });
});

describe('cleaning', () => {
  it.each([
    ['a\n b\tc', 'a b c'],
    ['a\u0000\u0007b', 'ab'],
    ['\u202eevil\u202c', 'evil'],
    ['\u2068name\u2069', '\u2068name\u2069'],
    ['\u2069name\u2068', 'name'],
    ['\ud800x', '\ufffdx'],
    ['a\u00a0b', 'a\u00a0b'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['  x ', 'x'],
  ])('%j becomes %j', (text, expected) => expect(clean(text)).toBe(expected));

  it('once is enough', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
    );
  });
});

describe('direction', () => {
  it.each([
    ['Marketing', 'ltr'],
    ['التسويق', 'rtl'],
    ['שיווק', 'rtl'],
    ['123 التسويق', 'rtl'],
    ['Team التسويق', 'ltr'],
    ['台北', 'ltr'],
    ['', 'ltr'],
  ])('of %j is %s', (text, direction) => expect(directionOf(text)).toBe(direction));
});

describe('columns of a terminal', () => {
  it.each([
    ['abc', 3],
    ['台北', 4],
    ['e\u0301', 1],
    [isolate('نور'), 3],
    ['🚀', 2],
  ])('%j takes %d', (text, columns) => expect(cells(text)).toBe(columns));

  it('cuts and fills to the column', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (raw, columns) => {
        const text = clean(raw);
        expect(cells(cut(text, columns))).toBeLessThanOrEqual(columns);
        expect(cells(padded(cut(text, columns), columns))).toBe(columns);
      }),
    );
  });
});
