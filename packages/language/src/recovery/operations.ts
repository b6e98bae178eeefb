import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { verbExpected } from '../messages.ts';
import { restOf, spelled } from './behind-verbs.ts';
import { isOnLineOf, namesDeclared, type Recovered, retyped, type Slip, typeOf } from './made-up.ts';
import { type Mended, withoutMinus, withPlusAtName } from './misplaced-signs.ts';

const verbs: ReadonlySet<string> = new Set('add change merge move remove retire source told'.split(' '));

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
  const word: IToken = typeOf(first) === verb ? first : retyped(first, type);
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
