/** One line of text: line breaks and runs of blanks become one blank, control characters go. */
export function clean(text: string): string {
  return text
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/[\p{Cc}\uFEFF]/gu, '')
    .trim();
}

/** What two spellings of a name have in common: case, blanks and punctuation do not matter. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
