/**
 * Text between quotes in a Mermaid flowchart: it shows as it is, and nothing in it is markup, a formula, an icon, a style,
 * an entity, or the end of the text. Signs that Mermaid gives a meaning to stand as their numbers. Mermaid turns those
 * back before it looks for formulas, icons, line breaks, and the marks by which it tells numbers itself: a mark without
 * width keeps such signs apart.
 */
export function mermaidText(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\$(?=\$)|:(?=fa-)|\\(?=n)|ﬂ(?=°)|¶(?=ß)/gu, '$&\u200b')
    .replace(/[#&<>"`;:\\[\]{}()|*_@%$]/g, (char) => `#${char.charCodeAt(0)};`);
}
