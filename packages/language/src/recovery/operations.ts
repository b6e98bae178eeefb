import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { isElementKeyword, statementKeywords } from '../keywords.ts';
import {
  changesNothing,
  kindOfChanged,
  lineTakenBack,
  linkExpected,
  plusBeforeName,
  targetOfOperation,
  textOfTold,
  titleOfChange,
  verbExpected,
} from '../messages.ts';
import {
  insertedBefore,
  insertedBehind,
  isOnLineOf,
  merged,
  namesDeclared,
  type Recovered,
  type Slip,
  typeOf,
  writtenFrom,
} from './made-up.ts';

/** The word behind which a change says where to, into what or by what. */
const links = { move: 'to', merge: 'into', source: 'by', retire: 'replaced' } as const;
type Linked = keyof typeof links;

const verbs: ReadonlySet<string> = new Set([...Object.keys(links), 'add', 'change', 'remove', 'told']);

/** What people write for the changes of a phase. */
const meant = new Map(
  Object.entries({
    change: 'rename retitle update promote',
    remove: 'drop delete dissolve disband close cut',
    retire: 'replace sunset decommission',
    move: 'transfer relocate shift',
    merge: 'combine consolidate fold',
    add: 'create introduce establish',
  }).flatMap(([verb, words]) => words.split(' ').map((word) => [word, verb] as const)),
);

const otherLinks: ReadonlySet<string> = new Set(['to', 'into', 'by', 'with', 'under', 'in', 'as']);
const behindTarget: ReadonlySet<string> = new Set(['because', 'after', 'before']);

interface Mended {
  readonly tokens: readonly IToken[];
  readonly slip: Slip;
}

/**
 * The changes of a phase, as people write them: `drop old-crm`, `move studio brand`, `merge a with b`,
 * `change studio New name`. Each is read as the change that it seems to be.
 */
export function withOperations(tokens: readonly IToken[], types: TokenTypeDictionary): Recovered {
  const slips: Slip[] = [];
  const result: IToken[] = [];
  const around: string[] = [];
  const declared = namesDeclared(tokens);
  let opener = '';
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    const inPhase = around.at(-1) === 'phase';
    const isNew = opens(tokens, index);
    if (isNew) opener = typeOf(token) === 'add' ? typeOf(tokens[index + 1]) : typeOf(token);
    if (around.length > 0 && (isNew || (inPhase && verbs.has(typeOf(token))))) {
      const said = segmentAt(tokens, index);
      const mended = inPhase ? operation(said, types, declared) : statement(said, types);
      if (mended) {
        result.push(...mended.tokens);
        slips.push(mended.slip);
        opener = typeOf(mended.tokens[0]);
        index += said.length - 1;
        continue;
      }
    }
    if (token.image === '{') around.push(opener);
    if (token.image === '}') around.pop();
    result.push(token);
  }
  return { tokens: result, slips };
}

function opens(tokens: readonly IToken[], index: number): boolean {
  const before = tokens[index - 1];
  return !isOnLineOf(tokens[index], before) || before?.image === '{' || before?.image === '}';
}

/** What stands on the line, up to a brace or the next change. */
function segmentAt(tokens: readonly IToken[], start: number): readonly IToken[] {
  let end = start + 1;
  while (isOnLineOf(tokens[end], tokens[start]) && !['{', '}'].includes(tokens[end]?.image ?? '')) {
    if (verbs.has(typeOf(tokens[end]))) break;
    end++;
  }
  return tokens.slice(start, end);
}

function operation(
  said: readonly IToken[],
  types: TokenTypeDictionary,
  declared: ReadonlySet<string>,
): Mended | undefined {
  const [first, next] = said;
  const line = withoutMinus(said, types);
  if (line) return line;
  if (!first || !isOnLineOf(next, first)) return undefined;
  const verb = verbOf(first, next);
  const type = verb && types[verb];
  if (!verb || !type) return undefined;
  const word: IToken =
    typeOf(first) === verb ? first : { ...first, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0 };
  const rest = restOf(verb, said.slice(1), types, declared);
  if (word === first && !rest) return undefined;
  const tokens = rest?.isIncomplete ? [] : [word, ...(rest?.tokens ?? said.slice(1))];
  const written = spelled([{ ...word, image: verb }, ...tokens.slice(1)]);
  const last = rest ? (said.at(-1) ?? first) : first;
  const message = word === first && rest ? rest.message(written) : verbExpected(first.image, verb);
  const replacements = rest?.isIncomplete ? [] : [rest ? written : verb];
  return { tokens, slip: { first, last, message, ...(replacements.length > 0 && { replacements }) } };
}

function verbOf(first: IToken, next: IToken | undefined): string | undefined {
  const type = typeOf(first);
  if (verbs.has(type)) return type;
  const goesOn = ['.', '..>', '/', '-', ','].includes(next?.image ?? '');
  return type === 'ID' && !goesOn ? meant.get(first.image.toLowerCase()) : undefined;
}

function isLinked(verb: string): verb is Linked {
  return verb in links;
}

/** What stands behind the verb, where something is wrong with it. */
function restOf(
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

interface Rest {
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
function spelled(tokens: readonly IToken[]): string {
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

/** `a -..> b`: the line goes, and its place is behind `remove`. */
function withoutMinus(said: readonly IToken[], types: TokenTypeDictionary): Mended | undefined {
  const minus = said.findIndex(({ image }, index) => image === '-' && isArrow(said[index + 1]));
  const [first, last] = [said[0], said.at(-1)];
  const { remove, '..>': arrow } = types;
  if (minus < 0 || !first || !last || !remove || !arrow) return undefined;
  const isRemoved = typeOf(first) === 'remove';
  const from = said.slice(isRemoved ? 1 : 0, minus);
  if (from.length === 0) return { tokens: [], slip: { first, last, message: lineTakenBack } };
  const to = said.slice(minus + 1).filter((token) => !['STRING', 'UNCLOSED'].includes(typeOf(token)));
  const written = `remove ${spelled([...from, ...to])}`;
  const arrows = to.map((token) =>
    isArrow(token) ? { ...token, tokenType: arrow, tokenTypeIdx: arrow.tokenTypeIdx ?? 0 } : token,
  );
  const verb = isRemoved ? first : insertedBefore(first, remove);
  const slip = { first, last, message: lineTakenBack, replacements: [written] };
  return { tokens: [verb, ...from, ...arrows], slip };
}

function isArrow(token: IToken | undefined): boolean {
  return token?.image === '..>';
}

const statementWords: ReadonlySet<string> = new Set(statementKeywords);

/** `-..> b` and `+responsible for seo` in a body. */
function statement(said: readonly IToken[], types: TokenTypeDictionary): Mended | undefined {
  const [first, word] = said;
  const last = said.at(-1);
  if (!first || !last || !word) return undefined;
  if (first.image === '-' && isArrow(word))
    return { tokens: [], slip: { first, last, message: lineTakenBack } };
  if (first.image !== '+' || !statementWords.has(word.image)) return undefined;
  const tokens = said.slice(1).map((token, index, all) => {
    const type = all.slice(0, index).some((each) => !types[each.image]) ? undefined : types[token.image];
    return type ? { ...token, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0 } : token;
  });
  const name = tokens.findIndex((token) => typeOf(token) === 'ID');
  const written =
    name > 0 ? `${writtenFrom(tokens.slice(0, name))} +${writtenFrom(tokens.slice(name))}` : undefined;
  const slip = { first, last, message: plusBeforeName, ...(written && { replacements: [written] }) };
  return { tokens, slip };
}
