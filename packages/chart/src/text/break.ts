import { advance, measure, type Weight } from './measure.ts';

export interface Broken {
  readonly lines: readonly string[];
  /** The text went on after the last line, which ends in an ellipsis. */
  readonly shortened: boolean;
}

/** Breaks a text into at most `most` lines, none wider than `width` pixels. */
export function breakText(text: string, width: number, size: number, weight: Weight, most: number): Broken {
  if (text === '') return { lines: [], shortened: false };
  if (measure(text, size, weight) <= width) return { lines: [text], shortened: false };
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text)) {
    for (const part of fitting(piece, width, size, weight)) {
      const extent = measure(part.trimEnd(), size, weight);
      if (line !== '' && used + extent > width) {
        lines.push(line.trimEnd());
        line = '';
        used = 0;
        if (lines.length > most) break;
      }
      line += part;
      used += measure(part, size, weight);
    }
    if (lines.length > most) break;
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  if (lines.length <= most) return { lines, shortened: false };
  const last = `${lines[most - 1] ?? ''} ${lines[most] ?? ''}`;
  return { lines: [...lines.slice(0, most - 1), shorten(last, width, size, weight)], shortened: true };
}

/** The text on one line, with an ellipsis where it is too long. */
export function shorten(text: string, width: number, size: number, weight: Weight): string {
  if (measure(text, size, weight) <= width) return text;
  const room = width - measure('…', size, weight);
  let used = 0;
  let kept = '';
  for (const cluster of clusters(text)) {
    used += measure(cluster, size, weight);
    if (used > room) break;
    kept += cluster;
  }
  const space = kept.lastIndexOf(' ');
  return `${(space > kept.length * 0.6 ? kept.slice(0, space) : kept).trimEnd()}…`;
}

const ideographic = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\uac00-\ud7a3\u{20000}-\u{3fffd}]/u;
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const closing =
  /^[\p{Pe}\p{Pf}、。，．：；！？・ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ…‥%％,.:;!?]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;

/** The stretches between which a line may end; spaces, and marks upon them, belong to the stretch before them. */
function* pieces(text: string): Generator<string> {
  for (const [word] of text.matchAll(
    /\u2068[^\u2068\u2069]*\u2069[^ ]*(?: \p{M}*)*|[^ \-–—/_&+|·\u2068]*(?:[ \-–—/_&+|·]\p{M}*)*/gu,
  )) {
    if (word === '') continue;
    if (word.startsWith('\u2068')) yield word;
    else if (unspaced.test(word)) yield* segments(word);
    else if (ideographic.test(word)) yield* ideographs(word);
    else yield word;
  }
}

/** Between any two ideographs a line may end, except before closing and after opening punctuation. */
function* ideographs(word: string): Generator<string> {
  let piece = '';
  for (const cluster of clusters(word)) {
    const joins =
      piece === '' ||
      closing.test(cluster) ||
      /^\s/u.test(cluster) ||
      opening.test(piece) ||
      !(ideographic.test(cluster) || ideographic.test(piece.slice(-2)));
    if (!joins) {
      yield piece;
      piece = '';
    }
    piece += cluster;
  }
  if (piece !== '') yield piece;
}

/** Scripts without spaces need a dictionary, which the platform has. */
function* segments(word: string): Generator<string> {
  for (const { segment } of new Intl.Segmenter('th', { granularity: 'word' }).segment(word)) yield segment;
}

/** A word that is wider than a line ends where it must. */
function fitting(piece: string, width: number, size: number, weight: Weight): readonly string[] {
  if (measure(piece.trimEnd(), size, weight) <= width) return [piece];
  const words = piece.match(/[^ \u00a0]*(?:[ \u00a0]\p{M}*)*/gu)?.filter((word) => word !== '') ?? [];
  if (words.length > 1) return words.flatMap((word) => fitting(word, width, size, weight));
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const cluster of clusters(piece)) {
    const extent = measure(cluster, size, weight);
    if (part !== '' && used + extent > width) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += cluster;
    used += extent;
  }
  parts.push(part);
  return parts;
}

/** A character with the marks, joiners and modifiers that belong to it. */
function* clusters(text: string): Generator<string> {
  let cluster = '';
  let joined = false;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const attached =
      joined || (code >= 0x0300 && (advance(code, 'regular') === 0 || isModifier(code) || mark.test(char)));
    if (cluster !== '' && !attached) {
      yield cluster;
      cluster = '';
    }
    cluster += char;
    joined = code === 0x200d;
  }
  if (cluster !== '') yield cluster;
}

/** Marks that take room (vowel signs of Devanagari, note stems) belong to what stands before them as much as others. */
const mark = /^\p{M}/u;

function isModifier(code: number): boolean {
  return code >= 0x1f3fb && code <= 0x1f3ff;
}
