import { closest } from './closest.ts';
import type { ElementId } from './elements.ts';
import type { ElementKind } from './kinds.ts';
import type { NameTable } from './names.ts';
import { lastOf } from './names.ts';
import { shortestIn } from './shortest-name.ts';

const mostSuggestions = 3;

/** Names of these kinds that somebody may have meant, most similar first. Walks all names. */
export function suggestions(
  names: NameTable,
  name: string,
  scope: string,
  kinds: readonly ElementKind[],
): readonly string[] {
  const suits = (id: ElementId) => kinds.some((kind) => id.startsWith(kind) && id[kind.length] === ':');
  const near = closest(lastOf(name), names.lastNames(), mostSuggestions, (last) =>
    names.idsOf(last).some(suits),
  );
  const found = new Set<string>();
  for (const last of near) {
    for (const id of names.idsOf(last)) {
      if (found.size === mostSuggestions) return [...found];
      const suggestion = suits(id) ? shortestIn(names, id, scope, kinds) : undefined;
      if (suggestion !== undefined) found.add(suggestion);
    }
  }
  return [...found];
}
