import {
  childrenOf,
  destinationsOf,
  type Element,
  type ElementId,
  type ElementKind,
  findAs,
  isTermKind,
  type OrgModel,
  termOfKind,
} from '@mktorg/model';
import type { Statement } from '../../text/statements.ts';

/** What is different in a phase from today: what it and the phases before it bring, and what those before it took away. */
export interface Planned {
  readonly coming: readonly Element[];
  readonly gone: ReadonlySet<ElementId>;
}

/** Nothing where none of the elements around is a phase of a plan. */
export function plannedAt(model: OrgModel, around: readonly ElementId[]): Planned | undefined {
  const phase = around.map((id) => findAs(model, id, 'phase')).find((each) => each !== undefined);
  if (phase?.parent === undefined) return undefined;
  const coming: Element[] = [];
  const gone = new Set<ElementId>();
  for (const each of childrenOf(model, phase.parent)) {
    if (each.kind !== 'phase') continue;
    for (const { type, what, adds } of each.changes) {
      coming.push(...adds);
      for (const { id } of adds) gone.delete(id);
      const leaves = type === 'remove' || type === 'retire' || type === 'merge';
      if (leaves && each !== phase) for (const { id } of what) gone.add(id);
    }
    if (each === phase) break;
  }
  return { coming, gone };
}

/** The kinds of which something may stand at the end of `move …  to`, `merge … into` and `retire … replaced by`. */
export function kindsAfter(
  model: OrgModel,
  statement: Statement | undefined,
  kinds: readonly ElementKind[],
): readonly ElementKind[] {
  if (!statement || statement.part === '' || !['move', 'merge', 'retire', 'change'].includes(statement.head))
    return kinds;
  if (statement.part === 'after' || statement.part === 'before') return kinds;
  const named = kindsNamed(model, statement);
  if (named.size === 0) return kinds;
  if (statement.head === 'change') {
    if (statement.part !== 'is') return kinds;
    return kinds.filter((kind) => [...named].some((each) => termOfKind[each] === kind));
  }
  const suitable = (kind: ElementKind): readonly ElementKind[] =>
    statement.head === 'move' ? destinationsOf(kind) : [kind];
  return kinds.filter((kind) => [...named].every((each) => suitable(each).includes(kind)));
}

/** Of the words that can go on a statement, those that mean something of what a change is about. */
export function wordsAfter(
  model: OrgModel,
  statement: Statement | undefined,
  words: readonly string[],
): readonly string[] {
  if (statement?.head !== 'change' && statement?.head !== 'move') return words;
  const named = kindsNamed(model, statement);
  if (named.size === 0) return words;
  const suits = (word: string, kind: ElementKind): boolean => {
    if (word === 'is') return termOfKind[kind] !== undefined;
    if (word === 'as') return kind === 'team' || kind === 'committee' || kind === 'initiative';
    return kind === 'step' || !ofSteps.has(word);
  };
  return words.filter((word) => [...named].some((kind) => suits(word, kind)));
}

const ofSteps: ReadonlySet<string> = new Set(['by', 'via', 'within', 'approval', 'after', 'before']);

/** The kinds of what a change is about, as far as its names tell. */
export function kindsNamed(model: OrgModel, statement: Statement): ReadonlySet<ElementKind> {
  const names = new Set(namesOf(statement));
  const kinds = new Set<ElementKind>();
  if (names.size === 0) return kinds;
  for (const elements of [model.elements.values(), model.added.values()]) {
    for (const { name, path, kind } of elements) {
      if (name === '' || !(names.has(name) || [...names].some((each) => isPath(each, path)))) continue;
      kinds.add(kind);
    }
  }
  // Terms are called like what they name: a platform `crm` is a `crm`.
  const own = new Set([...kinds].filter((kind) => !isTermKind(kind)));
  return own.size > 0 ? own : kinds;
}

function isPath(name: string, path: string): boolean {
  return name.includes('.') && (path === name || path.endsWith(`.${name}`));
}

/** The names after the keyword, up to the next one: `a.b`, `c` in `move a.b, c to d`. */
function namesOf(statement: Statement): readonly string[] {
  const names: string[] = [];
  let name = '';
  for (const { type, text } of statement.tokens.slice(statement.headLength)) {
    const joined = name.endsWith('.') || text === '.';
    if (name !== '' && !joined) {
      names.push(name);
      name = '';
      if (text !== ',') break;
      continue;
    }
    if (type === 'comment') continue;
    name += text;
  }
  if (name !== '') names.push(name);
  return names;
}
