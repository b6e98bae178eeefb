import { Assembly } from './assembly.ts';
import type { Fragment } from './fragment.ts';
import type { OrgModel } from './model.ts';
import { standardOf } from './standard.ts';
import { folderOf } from './uris.ts';

/** All organizations of a workspace, kept up to date edit by edit. */
export interface Workspace {
  /** Takes in documents that are new, changed, or gone (`undefined`). */
  update(changed: ReadonlyMap<string, Fragment | undefined>): WorkspaceUpdate;
  /** By root. */
  models(): readonly OrgModel[];
  /** The organization that a document belongs to. */
  modelOf(uri: string): OrgModel | undefined;
}

export interface WorkspaceUpdate {
  /** Models that are new, or whose documents changed, by root. */
  readonly models: readonly OrgModel[];
  /** Roots of organizations that are no more. */
  readonly gone: readonly string[];
}

/**
 * A folder with a document that declares an `organization` is one organization: every document in it and below belongs
 * to it, the nearest above counts. A document outside of all is an organization of its own.
 */
export function createWorkspace(standardFragments: readonly Fragment[]): Workspace {
  const standard = standardOf(standardFragments);
  const fragments = new Map<string, Fragment>();
  const rootOfDocument = new Map<string, string>();
  /** Folders, with the documents that declare their organization. */
  const organizations = new Map<string, Set<string>>();
  const assemblies = new Map<string, Assembly>();
  const models = new Map<string, OrgModel>();

  function rootFor(uri: string): string {
    for (let folder = folderOf(uri); folder !== ''; folder = folderOf(folder)) {
      if (organizations.has(folder)) return folder;
    }
    return uri;
  }

  /** Notes which folders are organizations, and says for which that changed. */
  function noteOrganizations(changed: ReadonlyMap<string, Fragment | undefined>): readonly string[] {
    const before = new Set<string>();
    const folders = new Set<string>();
    for (const [uri, fragment] of changed) {
      const folder = folderOf(uri);
      if (folder === '') continue;
      if (!folders.has(folder) && organizations.has(folder)) before.add(folder);
      folders.add(folder);
      const declares = organizations.get(folder) ?? new Set<string>();
      if (fragment && declaresOrganization(fragment)) declares.add(uri);
      else declares.delete(uri);
      if (declares.size > 0) organizations.set(folder, declares);
      else organizations.delete(folder);
    }
    return [...folders].filter((folder) => organizations.has(folder) !== before.has(folder));
  }

  function update(changed: ReadonlyMap<string, Fragment | undefined>): WorkspaceUpdate {
    for (const [uri, fragment] of changed) {
      if (fragment) fragments.set(uri, fragment);
      else fragments.delete(uri);
    }
    const moved = noteOrganizations(changed);
    const affected = new Set(changed.keys());
    // O(documents), when a folder becomes an organization or ceases to be one.
    if (moved.length > 0) {
      for (const uri of fragments.keys())
        if (moved.some((folder) => uri.startsWith(`${folder}/`))) affected.add(uri);
    }

    const edits = new Map<string, Map<string, Fragment | undefined>>();
    const edit = (root: string, uri: string, fragment: Fragment | undefined): void => {
      const changes = edits.get(root) ?? new Map<string, Fragment | undefined>();
      changes.set(uri, fragment);
      edits.set(root, changes);
    };
    for (const uri of affected) {
      const fragment = fragments.get(uri);
      const before = rootOfDocument.get(uri);
      const after = fragment && rootFor(uri);
      if (before !== undefined && before !== after) edit(before, uri, undefined);
      if (after === undefined) rootOfDocument.delete(uri);
      else rootOfDocument.set(uri, after);
      if (after !== undefined && (before !== after || changed.has(uri))) edit(after, uri, fragment);
    }
    return apply(edits);
  }

  function apply(edits: ReadonlyMap<string, ReadonlyMap<string, Fragment | undefined>>): WorkspaceUpdate {
    const fresh: OrgModel[] = [];
    const gone: string[] = [];
    for (const [root, changes] of [...edits].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const assembly = assemblies.get(root) ?? new Assembly(root, standard);
      const model = assembly.update(changes);
      if (assembly.isEmpty) {
        if (assemblies.has(root)) gone.push(root);
        assemblies.delete(root);
        models.delete(root);
        continue;
      }
      assemblies.set(root, assembly);
      models.set(root, model);
      fresh.push(model);
    }
    return { models: fresh, gone };
  }

  return {
    update,
    models: () => [...models.values()].sort((a, b) => (a.root < b.root ? -1 : 1)),
    modelOf: (uri) => models.get(rootOfDocument.get(uri) ?? ''),
  };
}

function declaresOrganization(fragment: Fragment): boolean {
  return fragment.declarations.some(({ kind, added }) => kind === 'organization' && !added);
}
