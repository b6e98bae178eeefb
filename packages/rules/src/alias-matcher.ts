import type { Term } from '@mktorg/model';

/** An everyday or mistranslated word found in a text, with the term of the field that it stands for. */
export interface AliasMatch {
  readonly term: Term;
  /** As it is written in the text. */
  readonly written: string;
  /** Where it starts in the text, in UTF-16 units. */
  readonly index: number;
}

/** The aliases in a text, from left to right, of overlapping ones the longest. */
export type AliasMatcher = (text: string) => readonly AliasMatch[];

const matchers = new WeakMap<readonly Term[], AliasMatcher>();

/**
 * One matcher for all aliases of a vocabulary, so that a text is read once however many there are. Case does not
 * matter. An alias in a script that writes words apart matches whole words; in one that does not (Chinese, Japanese,
 * Thai) or that writes particles on the word (Arabic, Hebrew), parts of words too. What is also the title of a term is
 * no alias.
 */
export function aliasMatcher(vocabulary: readonly Term[]): AliasMatcher {
  let matcher = matchers.get(vocabulary);
  if (!matcher) {
    matcher = build(vocabulary);
    matchers.set(vocabulary, matcher);
  }
  return matcher;
}

const joinedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Arabic}\p{Script=Hebrew}]/u;
const words = /[\p{L}\p{M}\p{N}]+/gu;

interface Phrase {
  readonly words: readonly string[];
  readonly term: Term;
}

function build(vocabulary: readonly Term[]): AliasMatcher {
  const titles = new Set(
    vocabulary.flatMap(({ title }) => (title === undefined ? [] : [title.toLowerCase()])),
  );
  const phrases = new Map<string, Phrase[]>();
  const parts = new Map<string, Term>();
  for (const term of vocabulary) {
    for (const { value } of term.aliases) {
      const alias = value.toLowerCase();
      if (titles.has(alias)) continue;
      if (joinedScripts.test(alias)) {
        if (!parts.has(alias)) parts.set(alias, term);
        continue;
      }
      const [first, ...rest] = alias.match(words) ?? [];
      if (first === undefined) continue;
      const list = phrases.get(first) ?? [];
      phrases.set(first, list);
      list.push({ words: [first, ...rest], term });
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  const partsPattern = patternOf([...parts.keys()]);
  return (text) => {
    const lower = text.toLowerCase();
    // Lower case may be longer than the text in a few scripts; then there is no way back to the place.
    if (lower.length !== text.length) return [];
    const found = phrasesIn(lower, phrases);
    if (partsPattern && joinedScripts.test(text)) {
      for (const match of lower.matchAll(partsPattern)) {
        const term = parts.get(match[0]);
        if (term) found.push({ term, index: match.index, end: match.index + match[0].length });
      }
      found.sort((a, b) => a.index - b.index);
    }
    return found.map(({ term, index, end }) => ({ term, index, written: text.slice(index, end) }));
  };
}

/** Longest first, so that the longest of those that start alike wins. */
function patternOf(parts: readonly string[]): RegExp | undefined {
  if (parts.length === 0) return undefined;
  const sorted = [...parts].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(sorted.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'gu');
}

interface Found {
  readonly term: Term;
  readonly index: number;
  readonly end: number;
}

function phrasesIn(lower: string, phrases: ReadonlyMap<string, readonly Phrase[]>): Found[] {
  const found: Found[] = [];
  const tokens = wordsOf(lower);
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i];
    const match = first && phrases.get(first.word)?.find((phrase) => stands(phrase, tokens, i));
    if (!first || !match) continue;
    const last = tokens[i + match.words.length - 1] ?? first;
    found.push({ term: match.term, index: first.index, end: last.index + last.word.length });
    i += match.words.length - 1;
  }
  return found;
}

interface Word {
  readonly word: string;
  readonly index: number;
}

const plain = /^[\0-\x7f]*$/;

/** Most titles are plain letters and spaces: those are cut by hand, several times faster than by Unicode classes. */
function wordsOf(lower: string): readonly Word[] {
  if (!plain.test(lower)) return Array.from(lower.matchAll(words), ({ 0: word, index }) => ({ word, index }));
  const found: Word[] = [];
  let start = -1;
  for (let i = 0; i <= lower.length; i++) {
    const code = i < lower.length ? lower.charCodeAt(i) : 0;
    const isInside = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (isInside && start < 0) start = i;
    else if (!isInside && start >= 0) {
      found.push({ word: lower.slice(start, i), index: start });
      start = -1;
    }
  }
  return found;
}

function stands(phrase: Phrase, tokens: readonly Word[], start: number): boolean {
  return phrase.words.every((word, offset) => tokens[start + offset]?.word === word);
}
