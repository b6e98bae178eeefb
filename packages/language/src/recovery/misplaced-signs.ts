import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { statementKeywords, statementPhrases } from '../keywords.ts';
import { lineTakenBack, plusBeforeName } from '../messages.ts';
import { spelled } from './behind-verbs.ts';
import { insertedBefore, retyped, type Slip, typeOf, writtenFrom } from './made-up.ts';

/** A change or a statement as it seems to be meant. */
export interface Mended {
  readonly tokens: readonly IToken[];
  readonly slip: Slip;
}

/** `a -..> b`: the line goes, and its place is behind `remove`. */
export function withoutMinus(said: readonly IToken[], types: TokenTypeDictionary): Mended | undefined {
  const minus = said.findIndex(({ image }, index) => image === '-' && isArrow(said[index + 1]));
  const [first, last] = [said[0], said.at(-1)];
  const { remove, '..>': arrow } = types;
  if (minus < 0 || !first || !last || !remove || !arrow) return undefined;
  const isRemoved = typeOf(first) === 'remove';
  const from = said.slice(isRemoved ? 1 : 0, minus);
  if (from.length === 0) return { tokens: [], slip: { first, last, message: lineTakenBack } };
  const to = said.slice(minus + 1).filter((token) => !['STRING', 'UNCLOSED'].includes(typeOf(token)));
  const written = `remove ${spelled([...from, ...to])}`;
  const arrows = to.map((token) => (isArrow(token) ? retyped(token, arrow) : token));
  const verb = isRemoved ? first : insertedBefore(first, remove);
  const slip = { first, last, message: lineTakenBack, replacements: [written] };
  return { tokens: [verb, ...from, ...arrows], slip };
}

function isArrow(token: IToken | undefined): boolean {
  return token?.image === '..>';
}

const statementWords: ReadonlySet<string> = new Set(statementKeywords);

const phrases: ReadonlySet<string> = new Set(statementPhrases);
const phraseWords: ReadonlySet<string> = new Set(statementPhrases.flatMap((phrase) => phrase.split(' ')));

function isOfPhrase(token: IToken): boolean {
  return phraseWords.has(token.image);
}

/** `-..> b` and `+responsible for seo` in a body. */
export function withPlusAtName(said: readonly IToken[], types: TokenTypeDictionary): Mended | undefined {
  const [first, word] = said;
  const last = said.at(-1);
  if (!first || !last || !word) return undefined;
  if (first.image === '-' && isArrow(word))
    return { tokens: [], slip: { first, last, message: lineTakenBack } };
  if (first.image !== '+' || !statementWords.has(word.image)) return undefined;
  const tokens = said.slice(1).map((token, index, all) => {
    const type = all.slice(0, index + 1).every(isOfPhrase) ? types[token.image] : undefined;
    return type ? retyped(token, type) : token;
  });
  const name = tokens.findIndex((token) => typeOf(token) === 'ID');
  const phrase = writtenFrom(tokens.slice(0, Math.max(name, 0)));
  const written = phrases.has(phrase) ? `${phrase} +${writtenFrom(tokens.slice(name))}` : undefined;
  const slip = { first, last, message: plusBeforeName, ...(written && { replacements: [written] }) };
  return { tokens, slip };
}
