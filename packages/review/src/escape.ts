/**
 * Text of a model in Markdown and in the markup of forges: it shows as it is, is no markup, leads nowhere and calls
 * nobody. Forges look for references in what Markdown has been turned into, so that an entity does not keep them from
 * it: a mark without width does. Line breaks become spaces, and what steers a terminal or the direction of text a `�`.
 */
export function escapeMarkdown(text: string): string {
  return flat(text)
    .replace(/(GH)-(?=\d)/gi, `$1-${gap}`)
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{7,40}\b/gi, (hex) => hex.replace(/.{6}(?=.)/g, `$&${gap}`))
    .replace(/(www)\./gi, `$1.${gap}`)
    .replace(/[^\p{L}\p{M}\p{N}\s,;'"/?–—…“”‘’·→−×\u200B-\u200D]/gu, (char, at: number, whole: string) => {
      const mark = marks[char];
      if (mark === undefined) return escaped(char);
      // A sign before nothing is only a sign.
      return /\S/.test(whole[at + 1] ?? '') ? mark + gap : mark;
    });
}

/** Between two letters, without a width. */
const gap = '\u200B';

/** Marks that Markdown or a forge gives a meaning to, which a backslash or an entity takes from them. */
const marks: { readonly [char: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  $: '&#36;',
  '@': '@',
  '#': '\\#',
  '!': '\\!',
  '%': '%',
  '~': '\\~',
  '^': '\\^',
  '*': '\\*',
  '[': '\\[',
  ':': ':',
};

/** Other punctuation of ASCII may be escaped; what lies beyond has no meaning to anybody. */
function escaped(char: string): string {
  return /[!-/:-@[-`{-~]/.test(char) ? `\\${char}` : char;
}

/** One line of text, without what steers where it is shown. */
export function flat(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').replace(unsafe, '\uFFFD');
}

// C0, DEL and C1; embeddings, overrides and isolates of direction; marks of annotations; halves of characters.
const unsafe = new RegExp(
  `[${[
    [0x00, 0x1f],
    [0x7f, 0x9f],
    [0x061c, 0x061c],
    [0x200e, 0x200f],
    [0x202a, 0x202e],
    [0x2066, 0x2069],
    [0xfff9, 0xfffb],
    [0xd800, 0xdfff],
  ]
    .map(([from = 0, to = 0]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`)
    .join('')}]`,
  'gu',
);

/** The beginning of a long text, whole characters only. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
