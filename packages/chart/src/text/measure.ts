import { first, joined, type Range, ranges, steps } from './advances.ts';

export type Weight = 'regular' | 'bold';

interface Widths {
  readonly regular: Float32Array;
  readonly bold: Float32Array;
}

/** Characters up to here are looked up; almost all text of the alphabets lies below. */
const tableEnd = 0x2600;
const unknown = -1;

function table(weight: Weight, from: readonly Range[]): Float32Array {
  const widths = new Float32Array(tableEnd).fill(unknown);
  for (const range of from) {
    const text = range[weight];
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code >= first) widths[range.from + i] = (code - first) / steps;
    }
  }
  return widths;
}

const widths: Widths = { regular: table('regular', ranges), bold: table('bold', ranges) };
const joinedWidths: Widths = { regular: table('regular', [joined]), bold: table('bold', [joined]) };

function isArabic(unit: number): boolean {
  return unit >= 0x0620 && unit <= 0x06ff;
}
function isArabicMark(unit: number): boolean {
  return (unit >= 0x064b && unit <= 0x065f) || unit === 0x0670 || (unit >= 0x06d6 && unit <= 0x06ed);
}
/** Whether the letter is followed by another one, so that it takes its narrower form. */
function joins(text: string, index: number): boolean {
  let next = index + 1;
  while (isArabicMark(text.charCodeAt(next))) next += 1;
  const unit = text.charCodeAt(next);
  return isArabic(unit) && /\p{L}/u.test(text.charAt(next));
}

const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u{1160}-\u{11ff}]$/u;
/** An em, and what a renderer adds that rounds to whole pixels. */
const ideograph = 1.05;
const wide =
  /^[\u{1100}-\u{115f}\u{2e80}-\u{a4cf}\u{a960}-\u{a97f}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{17000}-\u{18fff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]$/u;
const emoji = /^[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}]$/u;
/** Scripts whose letters are much narrower than an em, with a width that none of their letters passes by much. */
const classes: readonly (readonly [RegExp, number])[] = [
  [/^[\p{Script=Thai}\p{Script=Lao}]$/u, 0.75],
  [/^\p{Script=Hebrew}$/u, 0.75],
  [/^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]$/u, 1],
  [/^[\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Bengali}]$/u, 0.9],
  [
    /^[\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Kannada}\p{Script=Telugu}\p{Script=Oriya}]$/u,
    1.3,
  ],
  [/^[\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Javanese}\p{Script=Balinese}]$/u, 1.2],
  [/^[\uff61-\uff9f]$/u, 0.6],
];

function widthByClass(code: number): number {
  const char = String.fromCodePoint(code);
  if (zeroWidth.test(char)) return 0;
  if (wide.test(char)) return ideograph;
  if (emoji.test(char)) return 1.4;
  for (const [pattern, width] of classes) if (pattern.test(char)) return width;
  return 1.1;
}

const cache = new Map<number, number>();

/** Width of one character in em. */
export function advance(code: number, weight: Weight): number {
  if (code < tableEnd) {
    const width = widths[weight][code] ?? unknown;
    if (width !== unknown) return width;
  }
  let width = cache.get(code);
  if (width === undefined) {
    width = widthByClass(code);
    cache.set(code, width);
  }
  return width;
}

/**
 * Width of a text in pixels at a font size. It is an upper bound for the fonts of the chart's font stack, because the
 * table comes from the widest of them: text that fits by this measure fits in every viewer.
 */
export function measure(text: string, size: number, weight: Weight = 'regular'): number {
  const known = widths[weight];
  let em = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const form = isArabic(unit) && joins(text, i) ? joinedWidths[weight] : known;
    const width = unit < tableEnd ? (form[unit] ?? unknown) : unknown;
    if (width !== unknown) {
      em += width;
      continue;
    }
    const code = text.codePointAt(i) ?? unit;
    if (code > 0xffff) i += 1;
    em += advance(code, weight);
  }
  return em * size;
}
