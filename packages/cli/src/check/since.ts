import { readFileSync } from 'node:fs';
import path from 'node:path';
import { match, type OrgModel } from '@mktorg/model';
import { shiftOf } from '@mktorg/review';
import { askedOf, createLoader } from '../diff/loader.ts';
import { pairsOf } from '../diff/pairs.ts';
import { Failure, fileTrouble } from '../failure.ts';
import { relativePath } from '../files/paths.ts';
import { scopeOf } from '../files/scope.ts';
import { scopeOfTree } from '../files/tree.ts';
import { mergeBase, nearestFolder, openRepository, type Revision, revisionOf } from '../git/repository.ts';
import { treeOfRevision } from '../git/trees.ts';
import type { Loaded } from '../organizations.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type Checked, type CheckedOrganization, narrowed } from './checked.ts';
import { findingsIn } from './run-check.ts';

/** Organizations as they stand on disk, and as they were at a revision. */
export interface LoadedSince {
  readonly now: Loaded;
  readonly before: readonly OrgModel[];
  /** What the point before is called. */
  readonly since: string;
}

/**
 * Reads organizations as they stand, and as they were where the current branch left a revision. What is the same in
 * both is parsed once.
 * @throws {Failure} where there is no such revision, or a file cannot be read
 */
export async function loadSince(
  paths: readonly string[],
  name: string,
  terminal: Terminal,
): Promise<LoadedSince> {
  const scope = scopeOf(paths, terminal.cwd);
  const start = nearestFolder(path.resolve(terminal.cwd, paths[0] ?? '.'));
  const repository = await openRepository(start.endsWith('.mktorg') ? path.dirname(start) : start);
  const wanted = await revisionOf(repository, name);
  const head = await revisionOf(repository, 'HEAD');
  const base: Revision = await mergeBase(repository, wanted, head);
  const tree = await treeOfRevision(repository, base, new Map());
  const loader = createLoader();
  const folders = paths.length === 0 ? ['.'] : paths;
  const was = await loader.load(
    await scopeOfTree(
      tree,
      folders.map((each) => path.resolve(terminal.cwd, each)),
      repository.top,
    ),
  );
  const now = await loader.load({ asked: scope.asked, contents: contentsOf(scope.files, terminal) });
  const models = askedOf(now);
  const roots = new Set([...models, ...askedOf(was)].map(({ root }) => root));
  return {
    now: { ...now, models },
    before: was.models.filter(({ root }) => roots.has(root)),
    since: base.name,
  };
}

function contentsOf(files: readonly string[], { cwd }: Terminal): ReadonlyMap<string, Uint8Array> {
  return new Map(
    files.map((file) => {
      try {
        return [file, readFileSync(file)] as const;
      } catch (error) {
        throw new Failure(`${relativePath(cwd, file)} cannot be read: ${fileTrouble(error)}.`);
      }
    }),
  );
}

/** What of a check the change since then brings; what it fixed is counted. */
export function onlySince(checked: Checked, { before, since }: LoadedSince): Checked {
  const pairs = pairsOf(
    before,
    checked.organizations.map(({ model }) => model),
    // Both sides have the uris of the working tree.
    { before: '', after: '' },
  );
  const former = new Map(pairs.flatMap((pair) => (pair.after ? [[pair.after, pair.before] as const] : [])));
  const organizations = checked.organizations.map((each): CheckedOrganization => {
    const was = former.get(each.model);
    if (!was) return { ...each, since: { name: since, fixed: [], carried: 0 } };
    const shift = shiftOf(findingsIn(was, checked.today).findings, each.findings, match(was, each.model));
    return {
      ...narrowed(each, new Set(shift.new)),
      since: { name: since, fixed: shift.fixed, carried: shift.carried.length },
    };
  });
  return { ...checked, organizations };
}
