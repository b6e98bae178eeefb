import { isTermKind } from './kinds.ts';
import type { LayeredMap } from './layered-map.ts';
import type { Resolution } from './names.ts';
import { outerOf } from './names.ts';
import { kindOf, pathOf } from './namesakes.ts';

/**
 * On which names a mention depends. A document keeps these keys, and is resolved anew when an element comes or goes
 * that has one of them (`dependents`).
 *
 * What a name means depends on all elements whose path ends in it, so the key is the name; but where it was found in
 * an element around, nothing outside of that can change it. The keys then are the paths that would be as near or
 * nearer, so that a `lead` in one team does not depend on those of all others.
 */
export function dependencies(name: string, scope: string, resolution: Resolution): readonly string[] {
  if (resolution.type !== 'found') return [name];
  const path = pathOf(resolution.id);
  const container = path.slice(0, Math.max(0, path.length - name.length - 1));
  const isAround = container !== '' && (scope === container || scope.startsWith(`${container}.`));
  // Terms are not sure to be meant before all things of that name are known.
  if (!isAround || isTermKind(kindOf(resolution.id))) return [name];
  const keys: string[] = [];
  for (let around = scope; around.length >= container.length; around = outerOf(around)) {
    keys.push(exactly(`${around}.${name}`));
  }
  return keys;
}

/** The documents, sorted, that depend on whether there is an element with this path: all that mention it, and others. */
export function dependents(table: LayeredMap<readonly string[]>, path: string): readonly string[] {
  const lists: (readonly string[])[] = [];
  const take = (key: string): void => {
    const uris = table.get(key);
    if (uris) lists.push(uris);
  };
  take(exactly(path));
  take(path);
  for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) take(path.slice(dot + 1));
  const [only = none, another] = lists;
  return another ? [...new Set(lists.flat())].sort() : only;
}

const none: readonly string[] = [];

/** Under this key stand the documents with headers that put an element inside the one with this path. */
export function childKey(path: string): string {
  return `<${path}`;
}

function exactly(path: string): string {
  return `=${path}`;
}
