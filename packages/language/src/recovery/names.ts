import { properties } from '@mktorg/model';
import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { keywords } from '../keywords.ts';
import { separateNames, severalWords, unquotedPerson } from '../messages.ts';
import { demandsName } from '../soft-keywords.ts';
import {
  insertedBehind,
  isKeyword,
  isOnLineOf,
  merged,
  namesDeclared,
  type Recovered,
  type Slip,
  typeOf,
  writtenFrom,
} from './made-up.ts';

/**
 * `owner marketing operations`: names of several words are written with a dash, two names with a comma between them,
 * and people who are not declared in quotes. Nowhere but in `rules` can a name stand right behind another.
 */
export function withNames(tokens: readonly IToken[], types: TokenTypeDictionary): Recovered {
  const { ID, STRING, [',']: comma } = types;
  const slips: Slip[] = [];
  const result: IToken[] = [];
  const declared = namesDeclared(tokens);
  let rulesDepth = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    if (token.image === '{' && (rulesDepth > 0 || typeOf(tokens[index - 1]) === 'rules')) rulesDepth++;
    if (token.image === '}' && rulesDepth > 0) rulesDepth--;
    const words = rulesDepth > 0 ? [] : wordsFrom(tokens, index);
    const [first, last] = [words[0], words.at(-1)];
    if (words.length < 2 || !first || !last || !ID || !STRING || !comma) {
      result.push(token);
      continue;
    }
    index += words.length - 1;
    const name = writtenFrom(words, '-');
    if (isHeldBy(tokens, index - words.length + 1)) {
      const text = `"${writtenFrom(words)}"`;
      slips.push({ first, last, message: unquotedPerson(text), replacements: [text] });
      result.push(merged(first, last, text, STRING));
    } else if (words.every(({ image }) => declared.has(image)) && !declared.has(name)) {
      const list = words.map(({ image }) => image).join(', ');
      slips.push({
        first,
        last,
        message: separateNames(list),
        replacements: [list],
      });
      for (const word of words) result.push(word, ...(word === last ? [] : [insertedBehind(word, comma)]));
    } else {
      slips.push({ first, last, message: severalWords(name), replacements: [name] });
      result.push(merged(first, last, name, ID));
    }
  }
  return { tokens: result, slips };
}

/** Words on one line, the first of them where a name must stand. */
function wordsFrom(tokens: readonly IToken[], start: number): readonly IToken[] {
  const before = tokens[start - 1];
  const first = tokens[start];
  if (typeOf(first) !== 'ID' || !isOnLineOf(first, before)) return [];
  if (!demandsName(typeOf(before))) return [];
  let end = start + 1;
  while (typeOf(tokens[end]) === 'ID' && isOnLineOf(tokens[end], tokens[end - 1])) end++;
  if (isLastWord(tokens, end)) end++;
  const next = tokens[end];
  const goesOn = isOnLineOf(next, tokens[end - 1]) && ['.', '/', '..>', '+', '-'].includes(next?.image ?? '');
  const words = tokens.slice(start, end);
  const isStatement = words
    .slice(1)
    .some((word) => !isKeyword(word) && allKeywords.has(word.image.toLowerCase()));
  return goesOn || isStatement ? [] : words;
}

const flags: ReadonlySet<string> = new Set(
  properties.filter(({ type }) => type === 'flag' || type === 'interim').map(({ keyword }) => keyword),
);

/** A keyword with nothing behind it, where it would need something, is the last word of a name. */
function isLastWord(tokens: readonly IToken[], index: number): boolean {
  const [before, word, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!word || !isKeyword(word) || !isOnLineOf(word, before) || flags.has(word.image)) return false;
  if (isOnLineOf(next, word)) return next?.image === '{' || next?.image === '}';
  // `source seo by`, and in the next line `hire`.
  const isName = typeOf(next) === 'ID' && tokens[index + 2]?.image !== '..>';
  return !(links.has(word.image) && (isName || typeOf(next) === 'STRING'));
}

/** Keywords behind a name that go on with another name, or with a text. */
const links: ReadonlySet<string> = new Set(
  'to into by via with for because after before replaced'.split(' '),
);

function isHeldBy(tokens: readonly IToken[], index: number): boolean {
  let before = index - 1;
  while (tokens[before]?.image === ',') before -= 2;
  return typeOf(tokens[before]) === 'by' && typeOf(tokens[before - 1]) === 'held';
}

const allKeywords: ReadonlySet<string> = new Set(keywords);
