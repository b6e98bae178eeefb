import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { isChangeKeyword, isElementKeyword } from '../keywords.ts';
import { verbExpected } from '../messages.ts';
import { demandsName } from '../soft-keywords.ts';
import { isWhole, lacksTarget, mendedRest, spelled, type Verb } from './behind-verbs.ts';
import { isOnLineOf, namesDeclared, type Recovered, retyped, type Slip, typeOf } from './made-up.ts';
import { type Mended, withoutMinus, withPlusAtName } from './misplaced-signs.ts';

/** The changes of a phase, each with what people write for it. */
const meant: { readonly [verb in Verb]: string } = {
  add: 'create introduce establish',
  change: 'rename retitle update promote',
  merge: 'combine consolidate fold',
  move: 'transfer relocate shift',
  remove: 'drop delete dissolve disband close cut',
  retire: 'replace sunset decommission',
  source: '',
  told: '',
};

const others: ReadonlyMap<string, Verb> = new Map(
  Object.entries(meant).flatMap(([verb, words]) =>
    isChangeKeyword(verb) ? words.split(' ').map((word): [string, Verb] => [word, verb]) : [],
  ),
);

/**
 * The changes of a phase, as people write them: `drop old-crm`, `move studio brand`, `merge a with b`,
 * `change studio New name`. What is whole stays as it is; all else is read as the change that it seems to be.
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
    // A header may go on in the next line.
    if (
      isNew &&
      (typeOf(token) === 'ID' || isElementKeyword(typeOf(token)) || isChangeKeyword(typeOf(token)))
    ) {
      opener = typeOf(token) === 'add' ? typeOf(tokens[index + 1]) : typeOf(token);
    }
    if (around.length > 0 && (isNew || (inPhase && isChangeKeyword(typeOf(token))))) {
      const said = inPhase ? changeAt(tokens, index) : lineAt(tokens, index);
      const mended = inPhase ? operation(said, types, declared) : withPlusAtName(said, types);
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

/** Whether something begins here, and does not go on from the line before. */
function opens(tokens: readonly IToken[], index: number): boolean {
  const before = tokens[index - 1];
  if (before?.image === '{' || before?.image === '}') return true;
  return !isOnLineOf(tokens[index], before) && !demandsName(typeOf(before));
}

function lineAt(tokens: readonly IToken[], start: number): readonly IToken[] {
  let end = start + 1;
  while (isOnLineOf(tokens[end], tokens[start]) && !isBrace(tokens[end])) end++;
  return tokens.slice(start, end);
}

const goingOn: ReadonlySet<string> = new Set(', to into by replaced because after before ..>'.split(' '));

/** What is said from here on, up to a brace, another change, or a line that begins something else. */
function changeAt(tokens: readonly IToken[], start: number): readonly IToken[] {
  let end = start + 1;
  for (
    let token = tokens[end];
    token && !isBrace(token) && !isChangeKeyword(typeOf(token));
    token = tokens[++end]
  ) {
    const before = tokens[end - 1];
    if (isOnLineOf(token, before) || goingOn.has(typeOf(before)) || goingOn.has(typeOf(token))) continue;
    break;
  }
  return tokens.slice(start, end);
}

function isBrace(token: IToken | undefined): boolean {
  return token?.image === '{' || token?.image === '}';
}

function operation(
  said: readonly IToken[],
  types: TokenTypeDictionary,
  declared: ReadonlySet<string>,
): Mended | undefined {
  const [first, next] = said;
  const last = said.at(-1);
  const line = withoutMinus(said, types);
  if (line) return line;
  const verb = first && isOnLineOf(next, first) ? verbOf(first, said) : undefined;
  const type = verb && types[verb];
  if (!first || !last || !verb || !type) return undefined;
  const isOther = typeOf(first) !== verb;
  if (!isOther && isWhole(verb, said)) return undefined;
  const word = isOther ? retyped(first, type) : first;
  const rest = mendedRest(verb, said.slice(1), types, declared);
  const tokens = [word, ...rest.tokens];
  const lack = lacksTarget(verb, rest.tokens);
  if (!isWhole(verb, tokens) || lack) {
    // What such a change would do is not known, and so it does nothing.
    const message = isOther ? verbExpected(first.image, verb) : lack;
    return message === undefined ? undefined : { tokens: [], slip: { first, last, message } };
  }
  const written = spelled([{ ...word, image: verb }, ...rest.tokens]);
  const message = isOther ? verbExpected(first.image, verb) : rest.message?.(written);
  if (message === undefined) return undefined;
  const slip = rest.message
    ? { first, last, replacements: [written] }
    : { first, last: first, replacements: [verb] };
  return { tokens, slip: { ...slip, message } };
}

function verbOf(first: IToken, said: readonly IToken[]): Verb | undefined {
  const type = typeOf(first);
  const known = isChangeKeyword(type) ? type : undefined;
  if (known || type !== 'ID' || ['.', '..>', '/', '-', ','].includes(said[1]?.image ?? '')) return known;
  const verb = others.get(first.image.toLowerCase());
  // `dissolve studio into brand`
  return verb === 'remove' && said.some((token) => typeOf(token) === 'into') ? 'merge' : verb;
}
