import type { RawChange } from '@mktorg/model';
import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { isElementKeyword } from '../keywords.ts';
import {
  bracesOfChange,
  kindOfChanged,
  linkExpected,
  separateNames,
  targetOfOperation,
  textOfTold,
  titleOfChange,
} from '../messages.ts';
import { insertedBefore, insertedBehind, merged, retyped, typeOf, writtenFrom } from './made-up.ts';

export type Verb = RawChange['type'];

/** The word behind which a change says where to, into what or by what. */
const links = { move: 'to', merge: 'into', source: 'by', retire: 'replaced' } as const;
type Linked = keyof typeof links;

const name = 'ID(?: \\. ID)*';
const names = `${name}(?: , ${name})*`;
const text = '(?:STRING|UNCLOSED)';
const because = `(?: because ${text})?`;

/** How a change reads, in types of words and signs. */
const shapes: { readonly [verb in Verb]: RegExp } = {
  add: /^/,
  move: new RegExp(`^move ${names} to ${name}(?: (?:after|before) ${name})?${because}$`),
  merge: new RegExp(`^merge ${names} into ${name}${because}$`),
  source: new RegExp(`^source ${names} by ${name}${because}$`),
  retire: new RegExp(`^retire ${names}(?: replaced by ${name})?${because}$`),
  remove: new RegExp(`^remove ${name}(?: \\.\\.> ${name})?(?: , ${name}(?: \\.\\.> ${name})?)*${because}$`),
  told: new RegExp(`^told ${names}(?: ${text})?$`),
  change: new RegExp(`^change ${names}(?: ${text})?(?: (?!(?:to|into|with)\\b)[a-z].*| TAKE_BACK .*)?$`),
};

/** Whether a change is whole: its verb, what it is about, and what it leads to. */
export function isWhole(verb: Verb, said: readonly IToken[]): boolean {
  return shapes[verb].test(said.map(typeOf).join(' '));
}

/** What stands behind a verb as it seems to be meant, and what was wrong with it first. */
export interface Rest {
  readonly tokens: readonly IToken[];
  readonly message?: (written: string) => string;
}

/** Mends what stands behind a verb, step by step. What comes out need not be whole. */
export function mendedRest(
  verb: Verb,
  said: readonly IToken[],
  types: TokenTypeDictionary,
  declared: ReadonlySet<string>,
): Rest {
  let rest: Rest = { tokens: said };
  for (const mend of [withoutKinds, withCommas, withTarget, withTitle, withToldText]) {
    const next = mend(verb, rest.tokens, types, declared);
    const message = rest.message ?? next?.message;
    if (next) rest = { tokens: next.tokens, ...(message && { message }) };
  }
  return rest;
}

type Mend = (
  verb: Verb,
  said: readonly IToken[],
  types: TokenTypeDictionary,
  declared: ReadonlySet<string>,
) => Rest | undefined;

/** `move team studio to team brand`. */
const withoutKinds: Mend = (verb, said) => {
  if (verb === 'add') return undefined;
  const tokens = said.filter((token, index) => {
    const [before, next] = [said[index - 1], said[index + 1]];
    const leads = !before || before.image === ',' || linkWords.has(before.image);
    return !(leads && isElementKeyword(token.image) && typeOf(next) === 'ID');
  });
  return tokens.length < said.length ? { tokens, message: kindOfChanged } : undefined;
};

/** `change buyer and designer { … }`. */
const withCommas: Mend = (_, said, { ',': comma }, declared) => {
  if (!comma || declared.has('and')) return undefined;
  const isAnd = (index: number): boolean => {
    const [before, next] = [said[index - 1], said[index + 1]];
    return said[index]?.image === 'and' && typeOf(before) === 'ID' && typeOf(next) === 'ID';
  };
  const tokens = said.map((token, index) =>
    isAnd(index) ? { ...retyped(token, comma), image: ',' } : token,
  );
  if (tokens.every((token, index) => token === said[index])) return undefined;
  return { tokens, message: (written) => separateNames(written.replace(/^[a-z]+ /, '')) };
};

const linkWords: ReadonlySet<string> = new Set('to into by with under replaced replace'.split(' '));
const behindTarget: ReadonlySet<string> = new Set(['because', 'after', 'before']);

/** `move studio brand`, `merge studio with brand`, `retire old-crm by crm`. */
const withTarget: Mend = (verb, said, types) => {
  const { by } = types;
  const type = isLinked(verb) ? types[links[verb]] : undefined;
  if (!isLinked(verb) || !type || !by) return undefined;
  const message = (written: string): string => linkExpected(verb, written);
  const link = (at: IToken): readonly IToken[] =>
    verb === 'retire' ? [insertedBefore(at, type), insertedBefore(at, by)] : [insertedBefore(at, type)];
  const what = namesIn(said);
  const end = what.at(-1)?.end ?? 0;
  const start = said[end]?.image === ',' ? end + 1 : end;
  let target = start;
  while (linkWords.has(said[target]?.image ?? '')) target++;
  const at = said[target];
  const written = said.slice(end, target).map(({ image }) => image);
  if (written.join(' ') === (verb === 'retire' ? 'replaced by' : links[verb])) return undefined;
  if (target > start && at)
    return { tokens: [...said.slice(0, end), ...link(at), ...said.slice(target)], message };
  const last = what.at(-1);
  const put = said[(last?.start ?? 0) - 1];
  const isAlone = start === end && (said[end] === undefined || behindTarget.has(typeOf(said[end])));
  if (verb === 'retire' || !isAlone || !last || last.isListed || !put || what.length < 2) return undefined;
  return {
    tokens: [...said.slice(0, last.start), insertedBehind(put, type), ...said.slice(last.start)],
    message,
  };
};

/** What people put before a title, or before what is said of something. */
const needless: ReadonlySet<string> = new Set('title name called to set'.split(' '));
const headerWords: ReadonlySet<string> = new Set('is as in by via within approval'.split(' '));

/** `change studio New name`, `change studio title "New name"`, `change studio to "New name"`. */
const withTitle: Mend = (verb, said, { STRING }, declared) => {
  if (verb !== 'change' || !STRING) return undefined;
  const what = namesIn(said);
  const end = what.at(-1)?.end ?? 0;
  const loose = what.findIndex(({ isListed }, index) => index > 0 && !isListed);
  const start = what[loose]?.start ?? end;
  const [first, next] = [said[start], said[start + 1]];
  if (start > 0 && needless.has(first?.image ?? '') && typeOf(next) !== 'ID' && next?.image !== '.') {
    const [before, behind] = [said.slice(0, start), said.slice(start + 1)];
    const braced = `change ${spelled(before)} { ${spelled(behind)} }`;
    const isTitle = typeOf(next) === 'STRING';
    return {
      tokens: [...before, ...behind],
      message: isTitle ? titleOfChange : () => bracesOfChange(braced),
    };
  }
  const words = said.slice(start, end);
  const [last, behind] = [said[end - 1], said[end]];
  const isLast = behind === undefined || headerWords.has(typeOf(behind));
  if (loose !== 1 || !first || !last || !isLast || words.some(({ image }) => image === ',')) return undefined;
  const isName = words.every(({ image }) => declared.has(image));
  const isKnown = declared.has(said[start - 1]?.image ?? '');
  if (isName || !(isKnown || /^\p{Lu}/u.test(first.image))) return undefined;
  const title = merged(first, last, `"${writtenFrom(words)}"`, STRING);
  return { tokens: [...said.slice(0, start), title, ...said.slice(end)], message: titleOfChange };
};

const prepositions: ReadonlySet<string> = new Set('at by during in on per via with'.split(' '));

/** `told buyer in person`: what somebody is told is a text. */
const withToldText: Mend = (verb, said, { STRING }) => {
  if (verb !== 'told' || !STRING || said.some((token) => typeOf(token) === 'STRING')) return undefined;
  const what = namesIn(said);
  const loose = what.find(
    ({ start, isListed }, index) => index > 0 && (!isListed || prepositions.has(said[start]?.image ?? '')),
  );
  const end = (loose ? what[what.indexOf(loose) - 1] : what.at(-1))?.end ?? 0;
  const start = said[end]?.image === ',' ? end + 1 : end;
  const [first, last] = [said[start], said.at(-1)];
  if (!first || !last || end === 0) return undefined;
  const tokens = [...said.slice(0, end), merged(first, last, `"${writtenFrom(said.slice(start))}"`, STRING)];
  return { tokens, message: textOfTold };
};

/** What a change leads to is still to come, or is one of several names and nobody knows which. */
export function lacksTarget(verb: Verb, said: readonly IToken[]): string | undefined {
  const what = namesIn(said);
  const end = what.at(-1)?.end ?? 0;
  const left = said.slice(end);
  if (!isLinked(verb) || end === 0) return undefined;
  if (verb === 'merge' && left.length === 0 && what.length > 1) {
    const last = said.slice(what.at(-1)?.start);
    return linkExpected(verb, `merge ${spelled(said.slice(0, what.at(-2)?.end))} into ${spelled(last)}`);
  }
  const isLink = left.length > 0 && left.every(({ image }) => linkWords.has(image));
  return isLink ? targetOfOperation(verb) : undefined;
}

/** As one would write it, whatever stands in the text and whatever was put in. */
export function spelled(tokens: readonly IToken[]): string {
  return tokens
    .map(({ image }) => image)
    .join(' ')
    .replace(/ (,|\.(?!\.))/g, '$1')
    .replace(/\. /g, '.');
}

interface Name {
  readonly start: number;
  readonly end: number;
  /** A comma stands before it. */
  readonly isListed: boolean;
}

/** Names one behind the other, with a comma between them or without. */
function namesIn(said: readonly IToken[]): readonly Name[] {
  const found: Name[] = [];
  let at = 0;
  for (;;) {
    const isListed = said[at]?.image === ',';
    const start = isListed ? at + 1 : at;
    // Behind a comma, a keyword is read as a name.
    const isLink =
      /^replaced?$/.test(said[start]?.image ?? '') && /^(by|with)$/.test(said[start + 1]?.image ?? '');
    if (typeOf(said[start]) !== 'ID' || isLink) return found;
    let end = start + 1;
    while (said[end]?.image === '.' && typeOf(said[end + 1]) === 'ID') end += 2;
    found.push({ start, end, isListed });
    at = end;
  }
}

function isLinked(verb: Verb): verb is Linked {
  return Object.hasOwn(links, verb);
}
