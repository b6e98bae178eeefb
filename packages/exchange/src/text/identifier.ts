const longest = 40;

/**
 * A readable name out of any text: lower case, words joined by dashes, letters of every script kept as they are.
 * `kind` goes before what would not start with a letter, and what has no letter or digit at all is unnamed.
 * Without a kind there is no name for either: the empty text.
 */
export function identifier(text: string, kind: string): string {
  const name = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/['’]/g, '')
    // Joiners matter inside words of Persian and of Indian scripts, and nowhere else.
    .replace(/(?<![\p{L}\p{M}])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{L}\p{M}])/gu, '')
    // The few letters among the symbols of Unicode are no part of names in the language.
    .replace(/[^\p{L}\p{M}\p{Nd}\u200C\u200D]+|[\u2000-\u200B\u200E-\u2BFF\u2E00-\u3004]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = shorten(name);
  if (/^\p{L}/u.test(short)) return short;
  if (kind === '') return '';
  return short === '' ? `unnamed-${kind}` : `${kind}-${short}`;
}

/** At a dash, so that no word is cut in two; at a character where there is no dash to cut at. */
function shorten(name: string): string {
  if (name.length <= longest) return name;
  const dash = name.lastIndexOf('-', longest);
  if (dash > longest / 3)
    return name.slice(0, dash).replace(/(?:-(?:and|of|for|the|to|in|de|la|und|et|y|e|dan))+$/, '');
  return [...name].slice(0, longest / 2).join('');
}

/** Names that are given away one by one, each once. */
export class Names {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();
  readonly #outer: Names | undefined;

  /** What is taken in `outer` is not given again here. */
  constructor(outer?: Names) {
    this.#outer = outer;
  }

  has(name: string): boolean {
    return this.#taken.has(name) || (this.#outer?.has(name) ?? false);
  }

  /** Nobody gets this name. */
  reserve(name: string): void {
    this.#taken.add(name);
  }

  /** The first of the wishes that is free, or the last one with a number. */
  take(...wishes: readonly string[]): string {
    const free = wishes.find((wish) => wish !== '' && !this.has(wish));
    const name = free ?? this.#numbered(wishes.findLast(Boolean) ?? 'unnamed');
    this.#taken.add(name);
    return name;
  }

  #numbered(name: string): string {
    for (let n = this.#next.get(name) ?? 2; ; n++) {
      const numbered = `${name}-${n}`;
      if (this.has(numbered)) continue;
      this.#next.set(name, n + 1);
      return numbered;
    }
  }
}
