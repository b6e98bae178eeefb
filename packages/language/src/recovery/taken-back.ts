import type { IToken } from 'chevrotain';
import { takenBackWhole } from '../messages.ts';
import { isOnLineOf, type Recovered, type Slip, typeOf } from './made-up.ts';

const ends: ReadonlySet<string> = new Set(['{', '}', 'TAKE_BACK', 'ARROW_HERE']);

/** `-level senior`: what is taken back goes as a whole, so that there is no value to give. */
export function withoutValues(tokens: readonly IToken[]): Recovered {
  const slips: Slip[] = [];
  const result: IToken[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    result.push(token);
    if (typeOf(token) !== 'TAKE_BACK') continue;
    const words = tokens.slice(index + 1, index + (typeOf(tokens[index + 2]) === 'LATER_WORD' ? 3 : 2));
    result.push(...words);
    index += words.length;
    const rest = valuesBehind(tokens, index);
    const [first, last] = [rest[0], rest.at(-1)];
    if (!first || !last) continue;
    slips.push({ first, last, message: takenBackWhole(words.map(({ image }) => image).join(' ')) });
    index += rest.length;
  }
  return { tokens: result, slips };
}

/** Names, texts and numbers, up to what begins something else or the end of the line. */
function valuesBehind(tokens: readonly IToken[], index: number): readonly IToken[] {
  let end = index + 1;
  while (isOnLineOf(tokens[end], tokens[end - 1]) && !begins(tokens[end])) end++;
  return tokens.slice(index + 1, end);
}

function begins(token: IToken | undefined): boolean {
  const type = typeOf(token);
  return ends.has(type) || (/^[a-z]/.test(type) && type !== 'per');
}
