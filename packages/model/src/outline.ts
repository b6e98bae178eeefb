import type { ElementId } from './elements.ts';
import type { Declaration, Fragment } from './fragment.ts';

/** Which elements a document declares: all that can be said before names are resolved, a function of its fragment. */
export interface Outline {
  readonly fragment: Fragment;
  /** By index of the declaration. Empty for dotted lines, what phases add, and where the name is missing. */
  readonly ids: readonly ElementId[];
  /** By index: the path, of a dotted line or of what has no name that of the element around it. */
  readonly paths: readonly string[];
  /** By index: the index of the nearest enclosing declaration that has an id, or -1. */
  readonly parents: readonly number[];
  /** Indexes of what phases add, with everything inside it. */
  readonly added: ReadonlySet<number>;
  /** Claim to the index of the first declaration here that makes it. */
  readonly firsts: ReadonlyMap<string, number>;
}

/** There is one organization to a folder, whatever its name: all claim this. */
export const organizationClaim = 'organization:';

/** What must be unique in an organization: the id, of an organization that there is one. */
export function claimOf(kind: Declaration['kind'], id: ElementId): string {
  return kind === 'organization' ? organizationClaim : id;
}

export function outlineOf(fragment: Fragment): Outline {
  const ids: ElementId[] = [];
  const paths: string[] = [];
  const parents: number[] = [];
  const added = new Set<number>();
  const firsts = new Map<string, number>();
  for (const [index, declaration] of fragment.declarations.entries()) {
    const { kind, name, parent } = declaration;
    if (declaration.added || added.has(parent)) added.add(index);
    // What a phase adds stands in the text of the phase but not inside it: additions find out where it goes.
    const nameless = name === '' || kind === 'dotted-line' || added.has(index);
    const around = declaration.inside?.name ?? paths[parent] ?? '';
    const path = nameless ? around : around === '' ? name : `${around}.${name}`;
    const id = nameless ? '' : `${kind}:${path}`;
    ids.push(id);
    paths.push(path);
    parents.push(parent < 0 || ids[parent] !== '' ? parent : (parents[parent] ?? -1));
    if (id === '') continue;
    const claim = claimOf(kind, id);
    if (!firsts.has(claim)) firsts.set(claim, index);
  }
  return { fragment, ids, paths, parents, added, firsts };
}
