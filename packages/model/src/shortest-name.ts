import type { ElementId } from './elements.ts';
import type { ElementKind } from './kinds.ts';
import { isTermKind, organizationKinds } from './kinds.ts';
import { lookupOf } from './lookup.ts';
import type { OrgModel } from './model.ts';
import type { NameTable } from './names.ts';
import { resolveName } from './names.ts';
import { kindOf, pathOf } from './namesakes.ts';

/**
 * The shortest name that means the element for somebody who stands inside `from` (at the top of a file where absent).
 * `kinds` are those that can stand there; by default any kind of organisation element, so that the name is safe
 * everywhere, and for a term its own kind. Where even the whole path is ambiguous, the whole path.
 */
export function shortestName(
  model: OrgModel,
  id: ElementId,
  from?: ElementId,
  kinds: readonly ElementKind[] = competitors(id),
): string {
  return shortestIn(lookupOf(model).names, id, from === undefined ? '' : pathOf(from), kinds) ?? pathOf(id);
}

const termCompetitors = new Map<string, readonly ElementKind[]>();

function competitors(id: ElementId): readonly ElementKind[] {
  const kind = kindOf(id);
  if (!isTermKind(kind)) return organizationKinds;
  let kinds = termCompetitors.get(kind);
  if (!kinds) {
    kinds = [kind];
    termCompetitors.set(kind, kinds);
  }
  return kinds;
}

/** The same from a table of names; `undefined` where no name means the element. */
export function shortestIn(
  names: NameTable,
  id: ElementId,
  scope: string,
  kinds: readonly ElementKind[],
): string | undefined {
  const path = pathOf(id);
  for (let dot = path.lastIndexOf('.'); ; dot = path.lastIndexOf('.', dot - 1)) {
    const name = path.slice(dot + 1);
    const resolution = resolveName(names, name, scope, kinds);
    if (resolution.type === 'found' && resolution.id === id) return name;
    if (dot <= 0) return undefined;
  }
}
