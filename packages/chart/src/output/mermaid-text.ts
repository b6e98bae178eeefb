/**
 * Text between quotes in a Mermaid flowchart: it shows as it is, and nothing in it is markup, a formula, an icon, a style,
 * an entity, or the end of the text. Signs that Mermaid gives a meaning to stand as their numbers.
 */
export function mermaidText(text: string): string {
  return keptApart(text.replace(/\p{Cc}/gu, ' ')).replace(
    /[#&<>"`;:\\[\]{}()|*_@%$]/g,
    (char) => `#${char.charCodeAt(0)};`,
  );
}

/**
 * Text to the end of a line of a diagram. What Mermaid finds in a line even between quotes, and even where signs stand as
 * their numbers, a mark without width keeps apart: formulas, icons, line breaks, directions, and the marks by which it
 * tells numbers itself.
 */
export function keptApart(text: string): string {
  return text.replace(/\$(?=\$)|:(?=fa-)|\\(?=n)|ﬂ(?=°)|¶(?=ß)|direction(?=\s+[TBLR]{2})/giu, '$&\u200b');
}
