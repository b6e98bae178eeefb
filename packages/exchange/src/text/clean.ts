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

/**
 * What hurried spellings of a name have in common: neither accents nor apostrophes, hyphens and blanks matter, so that
 * `Tom ONeil` is `Tom O'Neil` and `Juergen Muller` is `Jürgen Müller`. Scripts whose marks are vowels keep them.
 */
export function foldLoosely(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036F\u0591-\u05C7\u0640\u064B-\u0652\u0670]/g, '')
    .replace(/[ßæœøđðłıþ]/g, (letter) => plain[letter] ?? letter)
    .replace(/(?<=[aou])e/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

const plain: { readonly [letter: string]: string } = {
  ß: 'ss',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};
