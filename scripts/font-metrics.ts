/**
 * Writes packages/chart/src/text/advances.ts: how far every character of the common alphabets moves the pen, in a
 * font at least as wide as those that viewers have. Boxes sized by it hold their text in any of them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const require = createRequire(import.meta.url);
const target = new URL('../packages/chart/src/text/advances.ts', import.meta.url);

/** Alphabets whose characters differ in width. What stands outside is measured by class, see measure.ts. */
const ranges: readonly (readonly [number, number])[] = [
  [0x0020, 0x007e], // Basic Latin
  [0x00a0, 0x02af], // Latin with diacritics, phonetic letters
  [0x0370, 0x058f], // Greek, Cyrillic, Armenian
  [0x05d0, 0x05f4], // Hebrew
  [0x060c, 0x06ff], // Arabic
  [0x10a0, 0x10ff], // Georgian
  [0x1e00, 0x1fff], // Latin for Vietnamese and others, Greek with diacritics
  [0x2010, 0x2044], // Punctuation
  [0x20a0, 0x20bf], // Currencies
  [0x2100, 0x2190], // Letterlike, numbers
  [0x25a0, 0x25ff], // Geometric shapes
];
/** Widths are rounded up to this part of an em and written as one printable character. */
const steps = 64;
const first = 0x23;

function open(name: string): Font {
  const font = create(readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)));
  if (!('layout' in font)) throw new Error(`${name} is a collection`);
  return font;
}

const arabic = { from: 0x0600, to: 0x06ff };
type Contexts = (char: string) => readonly string[];
/** An Arabic letter has a form of its own before another letter, mostly a much narrower one. */
const before: Contexts = (char) => [`${char}ب`, `ب${char}ب`];
const alone: Contexts = (char) => {
  const code = char.codePointAt(0) ?? 0;
  return code >= arabic.from && code <= arabic.to ? [char, `ب${char}`] : [char];
};

/** The widest form that a character takes in any of the contexts. */
function advance(font: Font, code: number, contextsOf: Contexts): number | undefined {
  if (!font.hasGlyphForCodePoint(code)) return undefined;
  const contexts = contextsOf(String.fromCodePoint(code));
  const widths = contexts.flatMap((text) =>
    font
      .layout(text)
      .glyphs.filter((glyph) => glyph.codePoints.includes(code))
      .map((glyph) => glyph.advanceWidth),
  );
  return Math.max(0, ...widths) / font.unitsPerEm;
}

/** A space stands for a character that the font lacks. */
function encode(font: Font, from: number, to: number, contexts: Contexts): string {
  let text = '';
  for (let code = from; code <= to; code += 1) {
    const width = advance(font, code, contexts);
    text += width === undefined ? ' ' : String.fromCharCode(first + Math.min(Math.ceil(width * steps), 90));
  }
  return text;
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

const fonts = { regular: open('DejaVuSans'), bold: open('DejaVuSans-Bold') };
const lines = [
  '// Written by scripts/font-metrics.ts from DejaVu Sans. Do not edit.',
  '',
  '/** Widths are in this part of an em. */',
  `export const steps = ${steps};`,
  '/** The character code that stands for the width zero; a space stands for an unknown width. */',
  `export const first = ${first};`,
  '',
  'export interface Range {',
  '  readonly from: number;',
  '  readonly regular: string;',
  '  readonly bold: string;',
  '}',
  '',
  '/** Stretches of characters in ascending order; one character of the text is the width of one character. */',
  'export const ranges: readonly Range[] = [',
  ...ranges.flatMap(([from, to]) => [
    '  {',
    `    from: ${from},`,
    `    regular: ${quote(encode(fonts.regular, from, to, alone))},`,
    `    bold: ${quote(encode(fonts.bold, from, to, alone))},`,
    '  },',
  ]),
  '];',
  '',
  '/** The same for Arabic letters that another letter follows. */',
  'export const joined: Range = {',
  `  from: ${arabic.from},`,
  `  regular: ${quote(encode(fonts.regular, arabic.from, arabic.to, before))},`,
  `  bold: ${quote(encode(fonts.bold, arabic.from, arabic.to, before))},`,
  '};',
  '',
];
writeFileSync(target, lines.join('\n'));
