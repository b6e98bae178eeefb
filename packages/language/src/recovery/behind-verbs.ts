import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { isElementKeyword } from '../keywords.ts';
import {
  changesNothing,
  kindOfChanged,
  linkExpected,
  targetOfOperation,
  textOfTold,
  titleOfChange,
} from '../messages.ts';
import { insertedBefore, insertedBehind, merged, typeOf, writtenFrom } from './made-up.ts';

/** The word behind which a change says where to, into what or by what. */
const links = { move: 'to', merge: 'into', source: 'by', retire: 'replaced' } as const;
type Linked = keyof typeof links;

const otherLinks: ReadonlySet<string> = new Set(['to', 'into', 'by', 'with', 'under', 'in', 'as']);
const behindTarget: ReadonlySet<string> = new Set(['because', 'after', 'before']);

/** What stands behind the verb, where something is wrong with it. */
export function restOf(
  verb: string,
  said: readonly IToken[],
  types: TokenTypeDictionary,
  declared: ReadonlySet<string>,
): Rest | undefined {
  if (verb === 'add') return undefined;
  const [kind, name] = said;
  if (typeOf(kind) === 'ID' && typeOf(name) === 'ID' && kind && isElementKeyword(kind.image)) {
    const named = said.slice(1);
    const more = restOf(verb, named, types, declared);
    return more?.isIncomplete ? more : { tokens: more?.tokens ?? named, message: kindOfChanged };
  }
  if (isLinked(verb)) return linked(verb, said, types);
  if (verb === 'change') return changed(said, types, declared);
  return verb === 'told' ? toldWithout(said, types) : undefined;
}

export interface Rest {
  readonly tokens: readonly IToken[];
  readonly message: (written: string) => string;
  readonly isIncomplete?: true;
}

/** What stands behind the verb of a change that has a target. */
function linked(verb: Linked, said: readonly IToken[], types: TokenTypeDictionary): Rest | undefined {
  const names = namesIn(said);
  const end = names.at(-1)?.end ?? 0;
  const link = links[verb];
  const [type, by] = [types[link], types['by']];
  const [behind, next] = [said[end], said[end + 1]];
  if (end === 0 || !type || !by) return undefined;
  const message = (written: string): string => linkExpected(verb, written);
  if (behind && otherLinks.has(behind.image) && !(verb === 'retire' && typeOf(next) === 'by')) {
    // As the last word on its line it says nothing yet.
    if (!next) return { tokens: [], isIncomplete: true, message: () => targetOfOperation(verb) };
    if (behind.image === link) return undefined;
    const put = [insertedBefore(behind, type), ...(verb === 'retire' ? [insertedBefore(behind, by)] : [])];
    return { tokens: [...said.slice(0, end), ...put, ...said.slice(end + 1)], message };
  }
  if (behind?.image === 'replaced' && (!next || (typeOf(next) === 'by' && !said[end + 2]))) {
    return { tokens: [], isIncomplete: true, message: () => targetOfOperation(verb) };
  }
  const last = names.at(-1);
  const isAlone = behind === undefined || behindTarget.has(typeOf(behind));
  if (verb === 'retire' || !isAlone || !last || last.isListed || names.length < 2) return undefined;
  const put = said[last.start - 1];
  return put
    ? {
        tokens: [...said.slice(0, last.start), insertedBehind(put, type), ...said.slice(last.start)],
        message,
      }
    : undefined;
}

/** `change studio New name`, and `change studio to "New name"`. */
function changed(
  said: readonly IToken[],
  types: TokenTypeDictionary,
  declared: ReadonlySet<string>,
): Rest | undefined {
  const { STRING } = types;
  const names = namesIn(said);
  const [name, title] = names;
  const end = names.at(-1)?.end ?? 0;
  const to = said[end];
  if (to?.image === 'to' && typeOf(said[end + 1]) === 'STRING') {
    return { tokens: [...said.slice(0, end), ...said.slice(end + 1)], message: titleOfChange };
  }
  // `change buyer to director` says of nothing that it is a director now.
  if (to?.image === 'to') return { tokens: [], isIncomplete: true, message: () => changesNothing };
  if (!name || !title || title.isListed || !STRING) return undefined;
  const [first, last] = [said[title.start], said[end - 1]];
  const words = said.slice(title.start, end);
  if (!first || !last || words.some(({ image }) => image === ',')) return undefined;
  const isName = words.every(({ image }) => declared.has(image));
  const isKnown = declared.has(said[name.end - 1]?.image ?? '');
  if (isName || !(isKnown || /^\p{Lu}/u.test(first.image))) return undefined;
  const text = merged(first, last, `"${writtenFrom(words)}"`, STRING);
  return { tokens: [...said.slice(0, title.start), text, ...said.slice(end)], message: titleOfChange };
}

/** As one would write it, whatever stands in the text and whatever was put in. */
export function spelled(tokens: readonly IToken[]): string {
  return tokens
    .map(({ image }) => image)
    .join(' ')
    .replace(/ (,|\.(?!\.))/g, '$1')
    .replace(/\. /g, '.');
}

/** `told buyer in person`: what somebody is told is a text. */
function toldWithout(said: readonly IToken[], types: TokenTypeDictionary): Rest | undefined {
  const { STRING } = types;
  const names = namesIn(said);
  const loose = names.find(({ isListed }, index) => index > 0 && !isListed);
  const start = loose?.start ?? names.at(-1)?.end ?? 0;
  const [first, last] = [said[start], said.at(-1)];
  if (!first || !last || !STRING || said.some((token) => typeOf(token) === 'STRING')) return undefined;
  const text = merged(first, last, `"${writtenFrom(said.slice(start))}"`, STRING);
  return { tokens: [...said.slice(0, start), text], message: textOfTold };
}

interface Name {
  readonly start: number;
  readonly end: number;
  /** A comma stands before it. */
  readonly isListed: boolean;
}

/** Names one behind the other, with a comma between them or without. */
function namesIn(said: readonly IToken[]): readonly Name[] {
  const names: Name[] = [];
  let at = 0;
  for (;;) {
    const isListed = said[at]?.image === ',';
    const start = isListed ? at + 1 : at;
    if (typeOf(said[start]) !== 'ID') return names;
    let end = start + 1;
    while (said[end]?.image === '.' && typeOf(said[end + 1]) === 'ID') end += 2;
    names.push({ start, end, isListed });
    at = end;
  }
}

function isLinked(verb: string): verb is Linked {
  return verb in links;
}
