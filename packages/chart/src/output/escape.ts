const special: { readonly [char: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** What XML forbids even when escaped, and what would not come through as it is. */
const forbidden = /[\p{Cc}\ufffe\uffff]/gu;

const harmless = /^[ !#-%(-;=?-\ud7ff]*$/;

/** Text for the content of an XML element or for an attribute between quotes. */
export function escapeXml(text: string): string {
  if (harmless.test(text)) return text;
  return text
    .toWellFormed()
    .replace(forbidden, ' ')
    .replace(/[&<>"']/g, (char) => special[char] ?? '');
}
