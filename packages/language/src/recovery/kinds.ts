import type { ElementKind } from '@mktorg/model';
import { childKinds, containersOf, organizationKinds, termKinds, topKinds } from '@mktorg/model';
import type { IToken, TokenTypeDictionary } from 'chevrotain';
import { isChangeKeyword, isElementKeyword, keywords } from '../keywords.ts';
import { mayBeUnnamed } from '../lowering/names.ts';
import { addMissing, changeMissing, kindMissing, nothingSaid, targetMissing } from '../messages.ts';
import {
  canSay,
  insertedBefore,
  isKeyword,
  isOnLineOf,
  type Recovered,
  type Slip,
  typeOf,
} from './made-up.ts';

/**
 * `northlight "Northlight" is agency {`: a header without its kind. Where it stands and what is said in its body show
 * which kinds it may be; that of the element beside it is taken, or the first. A keyword that opens several statements
 * and says nothing yet is left out, because the parser knows none of them from it.
 */
export function withKinds(tokens: readonly IToken[], types: TokenTypeDictionary): Recovered {
  const slips: Slip[] = [];
  const result: IToken[] = [];
  const around: (ElementKind | undefined)[] = [];
  let header: ElementKind | undefined;
  /** By depth, the kind of the element before. */
  const latest: (ElementKind | undefined)[] = [];
  let skipped = 0;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const isNewLine = !isOnLineOf(token, before) && before?.image !== ',';
    const opens = isNewLine || ['{', '}', 'add'].includes(before?.image ?? '');
    if (opens) {
      header = kindOf(token);
      const kind = header ? undefined : missingKind(tokens, index, around, latest[around.length]);
      const type = kind && types[kind];
      const { change } = types;
      if (!header && change && around.at(-1) === 'phase' && isChanged(tokens, index)) {
        result.push(insertedBefore(token, change));
        const replacements = [`change ${token.image}`];
        slips.push({ first: token, last: token, message: changeMissing, replacements });
      } else if (type) {
        header = kind;
        result.push(insertedBefore(token, type));
        slips.push({
          first: token,
          last: token,
          message: kindMissing(token.image, kind),
          replacements: [`${kind} ${token.image}`],
        });
      }
    }
    const adding =
      opens && header && around.at(-1) === 'phase' && typeOf(before) !== 'add' ? types['add'] : undefined;
    if (adding) {
      result.push(insertedBefore(token, adding));
      slips.push({ first: token, last: token, message: addMissing, replacements: [`add ${token.image}`] });
    }
    if (pointsNowhere(tokens, index)) {
      let first = token;
      for (
        let last = result.at(-1);
        last && isOnLineOf(token, last) && isOfName(last);
        last = result.at(-1)
      ) {
        first = result.pop() ?? token;
      }
      slips.push({ first, last: token, message: targetMissing });
      continue;
    }
    if (saysNothing(token, tokens[index + 1])) {
      const rest = restOfStatement(tokens, index);
      slips.push({
        first: token,
        last: tokens[index + rest - 1] ?? token,
        message: nothingSaid(token.image),
      });
      skipped = index + rest;
    }
    if (index < skipped) continue;
    if (opens && header) latest[around.length] = header;
    if (token.image === '{') {
      around.push(header);
      latest[around.length] = undefined;
    }
    if (token.image === '}') around.pop();
    result.push(token);
  }
  return { tokens: result, slips };
}

/** Words that open several statements, and what may stand behind them. */
const behind: { readonly [word: string]: ReadonlySet<string> } = {
  informed: new Set(['of', 'STRING', 'UNCLOSED']),
  budget: new Set(['owner', 'NUMBER', 'PERCENT', 'MONTH', 'DAY', 'MALFORMED']),
};

/** A dotted line that is being typed must not go on in the next line. */
function pointsNowhere(tokens: readonly IToken[], index: number): boolean {
  const [token, next, second] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (token?.image !== '..>' || isOnLineOf(next, token)) return next?.image === '}' && token?.image === '..>';
  return next === undefined || next.image === '}' || isKeyword(next) || second?.image === '..>';
}

function isOfName(token: IToken): boolean {
  return typeOf(token) === 'ID' || typeOf(token) === '.';
}

function saysNothing(token: IToken, next: IToken | undefined): boolean {
  return isKeyword(token) && behind[typeOf(token)]?.has(typeOf(next)) === false;
}

/** How many words and signs there are up to a brace or the end of the line. */
function restOfStatement(tokens: readonly IToken[], start: number): number {
  let end = start + 1;
  while (isOnLineOf(tokens[end], tokens[start]) && !['{', '}'].includes(tokens[end]?.image ?? '')) end++;
  return end - start;
}

function kindOf(token: IToken): ElementKind | undefined {
  const word = typeOf(token);
  return isElementKeyword(word) ? word : undefined;
}

const allKinds: readonly ElementKind[] = [...organizationKinds, ...termKinds];
const known: ReadonlySet<string> = new Set(keywords);

/** The kind that a header lacks; undefined where it is none, or where nothing can be said. */
function missingKind(
  tokens: readonly IToken[],
  index: number,
  around: readonly (ElementKind | undefined)[],
  before: ElementKind | undefined,
): ElementKind | undefined {
  const outer = around.at(-1);
  if (around.length > 0 && !outer) return undefined;
  const possible = possibleKinds(tokens, index, outer);
  if (possible.length === 0) return undefined;
  const said = statementsIn(tokens, index);
  const isPossible = (kind: ElementKind | undefined): kind is ElementKind =>
    kind !== undefined &&
    possible.includes(kind) &&
    (said ?? []).every((word) => canSay(kind, word) || canHold(kind, word));
  // Elements of a kind often stand together.
  const beside = [before, said ? undefined : kindOfNextLine(tokens, index)];
  return beside.find(isPossible) ?? (said && allKinds.find(isPossible));
}

/** The kinds that what begins here may be, by where it stands and whether it has a name. */
function possibleKinds(
  tokens: readonly IToken[],
  index: number,
  outer: ElementKind | undefined,
): readonly ElementKind[] {
  const first = tokens[index];
  const inside = outer ? (childKinds[outer] ?? []) : topKinds;
  if (typeOf(first) === 'STRING' || first?.image === '{') {
    const follows = ['STRING', '{'].includes(typeOf(tokens[index - 1])) && !first?.isInsertedInRecovery;
    return follows && first?.image === '{' ? [] : inside.filter((kind) => mayBeUnnamed.has(kind));
  }
  let last = index;
  while (typeOf(tokens[last + 1]) === '.') last += 2;
  const next = tokens[last + 1];
  if (typeOf(first) !== 'ID' || !isOnLineOf(next, first) || known.has(first?.image.toLowerCase() ?? ''))
    return [];
  if (!['STRING', 'UNCLOSED', 'is', '{'].includes(typeOf(next))) return [];
  if (last > index) return outer ? [] : organizationKinds.filter((kind) => containersOf(kind).length > 0);
  if (typeOf(tokens[index - 1]) === 'add') return organizationKinds.filter((kind) => kind !== 'organization');
  return hasOrganization(tokens) ? inside.filter((kind) => kind !== 'organization') : inside;
}

/** A name with a body, and at most a title: `campaign-path "One way out" {`. */
function isChanged(tokens: readonly IToken[], index: number): boolean {
  if (typeOf(tokens[index]) !== 'ID') return false;
  let last = index;
  while (typeOf(tokens[last + 1]) === '.') last += 2;
  if (typeOf(tokens[last + 1]) === 'STRING') last++;
  return tokens[last + 1]?.image === '{' && isOnLineOf(tokens[last + 1], tokens[index]);
}

const organizations = new WeakMap<readonly IToken[], boolean>();

/** There is one at most. Looked up once for a text. */
function hasOrganization(tokens: readonly IToken[]): boolean {
  let has = organizations.get(tokens);
  if (has === undefined) {
    has = tokens.some((token) => typeOf(token) === 'organization');
    organizations.set(tokens, has);
  }
  return has;
}

function kindOfNextLine(tokens: readonly IToken[], index: number): ElementKind | undefined {
  let next = index + 1;
  while (isOnLineOf(tokens[next], tokens[next - 1])) next++;
  const token = tokens[next];
  return token && kindOf(token);
}

/** The first words of what stands in the body of a header; undefined where there is no body on its line. */
function statementsIn(tokens: readonly IToken[], start: number): readonly string[] | undefined {
  let index = start;
  while (tokens[index]?.image !== '{') {
    if (!isOnLineOf(tokens[index + 1], tokens[start])) return undefined;
    index++;
  }
  const said: string[] = [];
  let depth = 0;
  for (; index < tokens.length; index++) {
    const [token, before] = [tokens[index], tokens[index - 1]];
    if (token?.image === '}' && --depth === 0) break;
    const opens = !isOnLineOf(token, before) || before?.image === '{';
    if (depth === 1 && opens && isKeyword(token)) said.push(typeOf(token));
    if (token?.image === '{') depth++;
  }
  return said;
}

function canHold(kind: ElementKind, word: string): boolean {
  if (isChangeKeyword(word)) return kind === 'phase';
  return isElementKeyword(word) && (childKinds[kind] ?? []).includes(word);
}
