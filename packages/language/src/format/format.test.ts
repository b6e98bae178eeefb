import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFragment } from '../parse.ts';
import { shippedTexts } from '../testing/examples.ts';
import { formatDocument } from './format.ts';

describe('layout', () => {
  it.each([
    [
      'one space between words',
      'team   a    "A"   is growth {   lead b   }',
      'team a "A" is growth { lead b }\n',
    ],
    ['two spaces between statements of a line', 'role a { seats 3 fte 1 }', 'role a { seats 3  fte 1 }\n'],
    ['a body that was opened stays open', 'role a {\nseats 3 fte 1 }', 'role a {\n  seats 3\n  fte 1\n}\n'],
    ['an empty body', 'team a {\n\n}', 'team a {}\n'],
    [
      'names and lists',
      'x . y ..> z "p"\nplatform p { integrates a ,b , c.d }',
      'x.y ..> z "p"\nplatform p { integrates a, b, c.d }\n',
    ],
    [
      'a list over several lines',
      'platform p {\n integrates a,\n b,\n c\n}',
      'platform p {\n  integrates a,\n      b,\n      c\n}\n',
    ],
    [
      'comments',
      '// top\nteam a { // of a\n// lead\nlead b // her\n/* end */ }',
      '// top\nteam a {  // of a\n  // lead\n  lead b  // her\n  /* end */\n}\n',
    ],
    ['doc comments', '  /**\n   * What.\n   */\nteam a', '/**\n * What.\n */\nteam a\n'],
    ['at most one blank line', 'team a\n\n\n\nteam b', 'team a\n\nteam b\n'],
    [
      'a blank line around elements of several lines',
      'region r\nteam a {\nlead b\n}\n// c\nteam c',
      'region r\n\nteam a {\n  lead b\n}\n\n// c\nteam c\n',
    ],
    [
      'signs of a change',
      'plan p { phase f from 2027-01 to 2027-06 { change c { used by + a ,- b } } }',
      'plan p { phase f from 2027-01 to 2027-06 { change c { used by +a, -b } } }\n',
    ],
    [
      'what a change takes back, and says in its header',
      'plan p { phase f { change c   "C" is  d  { - interim -  reports to\n- level } change x.y  within 2 days\n remove a  ..>  b } }',
      'plan p {\n  phase f {\n    change c "C" is d {\n      -interim\n      -reports to\n      -level\n    }\n    change x.y within 2 days\n    remove a ..> b\n  }\n}\n',
    ],
    [
      'rules',
      'rules { reporting / span-of-control warning { max 8 } }',
      'rules { reporting/span-of-control warning { max 8 } }\n',
    ],
    ['line ends of the file', 'team a {\r\nlead b }\r\n', 'team a {\r\n  lead b\r\n}\r\n'],
    ['an empty file', '\n\n', ''],
  ])('%s', (_, text, expected) => {
    expect(formatDocument(text)).toBe(expected);
  });

  it('opens a body that is too long for its line', () => {
    const text = `role a { note "${'x'.repeat(60)}"  note "${'y'.repeat(60)}" }`;
    expect(formatDocument(text)?.split('\n')).toHaveLength(5);
  });

  it('leaves broken text alone', () => {
    expect(formatDocument('team a {')).toBeUndefined();
  });
});

/** Shakes the white space of a text, where no string or comment would feel it. */
function shaken(text: string, random: (n: number) => number): string {
  return text.replace(/"(?:\\.|[^"\\\n])*"|\/\/[^\n]*\n?|\/\*[\s\S]*?\*\/|\n[ \n]*| +/g, (piece) => {
    if (piece.startsWith('\n')) return ['\n', '\n\n\n', '\n   '][random(3)] ?? piece;
    if (piece.startsWith(' ')) return [' ', '   ', '\t'][random(3)] ?? piece;
    return piece;
  });
}

function said(text: string): string {
  const { declarations, rates, settings } = parseFragment(text, 'file:///t');
  return JSON.stringify([declarations, rates, settings], (key, value) =>
    key === 'at' || key === 'nameAt' ? undefined : value,
  );
}

function comments(text: string): string[] {
  return (text.match(/"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g) ?? [])
    .filter((piece) => piece.startsWith('/'))
    .map((piece) => piece.replace(/\s+/g, ' ').trim());
}

describe('whatever the white space', () => {
  const texts = shippedTexts();
  it('is idempotent, keeps the model and every comment', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.infiniteStream(fc.nat()), ({ text }, stream) => {
        const source = shaken(text, (n) => (stream.next().value ?? 0) % n);
        const once = formatDocument(source);
        expect(once).toBeDefined();
        if (once === undefined) return;
        expect(formatDocument(once)).toBe(once);
        expect(said(once)).toBe(said(source));
        expect(comments(once)).toEqual(comments(source));
      }),
      { numRuns: 60 },
    );
  });

  it.each(texts)('$file ships formatted', ({ text }) => {
    expect(formatDocument(text)).toBe(text);
  });
});
