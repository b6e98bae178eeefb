import { closest } from './closest.ts';
import type { ElementKind } from './kinds.ts';
import type { NameTable } from './names.ts';
import { lastOf } from './names.ts';
import { kindOf } from './namesakes.ts';
import { shortestIn } from './shortest-name.ts';

const mostSuggestions = 3;

/** Names of these kinds that somebody may have meant, most similar first. Walks all names. */
export function suggestions(
  names: NameTable,
  name: string,
  scope: string,
  kinds: readonly ElementKind[],
): readonly string[] {
  const suiting = (last: string) =>
    names.idsOf(last).filter((id) => kinds.some((kind) => kind === kindOf(id)));
  const near = closest(lastOf(name), names.lastNames(), mostSuggestions, (last) => suiting(last).length > 0);
  const found = near.flatMap((last) => suiting(last).map((id) => shortestIn(names, id, scope, kinds)));
  return [...new Set(found.filter((suggestion) => suggestion !== undefined))].slice(0, mostSuggestions);
}
