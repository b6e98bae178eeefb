import { closest } from './closest.ts';
import type { Element, ElementId } from './elements.ts';
import type { ElementKind } from './kinds.ts';
import { isTermKind } from './kinds.ts';
import type { NameTable } from './names.ts';
import { lastOf } from './names.ts';
import { kindOf } from './namesakes.ts';
import { shortestIn } from './shortest-name.ts';

const mostSuggestions = 3;

/**
 * Names of these kinds that somebody may have meant, best first: terms that are also called so, then terms whose name
 * the words begin or end with, then what looks similar. Walks all names.
 */
export function suggestions(
  names: NameTable,
  name: string,
  scope: string,
  kinds: readonly ElementKind[],
  element: (id: ElementId) => Element | undefined,
): readonly string[] {
  const suits = (id: ElementId) => kinds.some((kind) => id.startsWith(kind) && id[kind.length] === ':');
  const word = lastOf(name);
  const near = closest(word, names.lastNames(), mostSuggestions, (last) => names.idsOf(last).some(suits));
  const found = new Set<string>();
  const terms = kinds.some(isTermKind) ? termsMeant(names, word, suits, element) : [];
  for (const id of [...terms, ...near.flatMap((last) => names.idsOf(last))]) {
    if (found.size === mostSuggestions) break;
    const suggestion = suits(id) ? shortestIn(names, id, scope, kinds) : undefined;
    if (suggestion !== undefined) found.add(suggestion);
  }
  return [...found];
}

function termsMeant(
  names: NameTable,
  word: string,
  suits: (id: ElementId) => boolean,
  element: (id: ElementId) => Element | undefined,
): readonly ElementId[] {
  const wanted = dashed(word);
  const called: ElementId[] = [];
  const akin: { readonly id: ElementId; readonly last: string }[] = [];
  for (const last of names.lastNames()) {
    for (const id of names.idsOf(last)) {
      if (!suits(id) || !isTermKind(kindOf(id))) continue;
      const term = element(id);
      const aliases = term && 'aliases' in term ? term.aliases : [];
      if ([term?.title ?? '', ...aliases.map(({ value }) => value)].some((each) => dashed(each) === wanted)) {
        called.push(id);
      } else if (isPart(last, wanted) || isPart(wanted, last)) {
        akin.push({ id, last });
      }
    }
  }
  // The longest common part says most, and the shortest term says least that was not said.
  const gap = (last: string) => Math.abs(last.length - wanted.length);
  akin.sort((a, b) => gap(a.last) - gap(b.last) || (a.last < b.last ? -1 : 1));
  return [...called.sort(), ...akin.map(({ id }) => id)];
}

/** As a name would write it. */
function dashed(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]+/g, '-');
}

/** Whether whole words at the start or the end of a name are the other. */
function isPart(part: string, name: string): boolean {
  return part.length > 1 && (name.startsWith(`${part}-`) || name.endsWith(`-${part}`));
}
