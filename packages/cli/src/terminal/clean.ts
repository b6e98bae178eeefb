/**
 * Text of a model as it may be shown in a terminal: no escape sequence, no control character, nothing that changes
 * the direction of the text around it. Line breaks and tabs become spaces, everything else of the kind a `�`.
 */
export function clean(text: string): string {
  return text.replace(whitespace, ' ').replace(unsafe, '\uFFFD');
}

/** The same, with line breaks kept. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(clean)
    .join('\n');
}

const whitespace = /[\t\n\v\f\r\u0085\u2028\u2029]/g;
// C0, DEL and C1; embeddings, overrides and isolates of direction; marks of annotations.
const unsafe = new RegExp(
  `[${[
    [0x00, 0x1f],
    [0x7f, 0x9f],
    [0x202a, 0x202e],
    [0x2066, 0x2069],
    [0xfff9, 0xfffb],
  ]
    .map(([from = 0, to = 0]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`)
    .join('')}]`,
  'gu',
);
