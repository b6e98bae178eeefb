import path from 'node:path';
import { match, type OrgModel } from '@mktorg/model';
import { sameAsBefore, shiftOf } from '@mktorg/review';
import { askedOf, createLoader } from '../diff/loader.ts';
import { pairsOf } from '../diff/pairs.ts';
import { type Range, rangeIn } from '../diff/ranges.ts';
import { Failure } from '../failure.ts';
import { type Scope, scopeOf } from '../files/scope.ts';
import { scopeOfTree, type Tree, type TreeScope } from '../files/tree.ts';
import {
  mergeBase,
  type Repository,
  type Revision,
  repositoryAround,
  revisionOf,
} from '../git/repository.ts';
import { type Blobs, leftOut, treeOfRevision, withLeftOut } from '../git/trees.ts';
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
  const repository = await repositoryAround(path.resolve(terminal.cwd, paths[0] ?? '.'));
  const range = await rangeIn(repository, name);
  if (range) throw severalRevisions(name, range);
  const wanted = await revisionOf(repository, name);
  const head = await revisionOf(repository, 'HEAD');
  const base: Revision = await mergeBase(repository, wanted, head);
  const blobs: Blobs = new Map();
  const tree = await treeOfRevision(repository, base, blobs);
  const loader = createLoader();
  const folders = (paths.length === 0 ? ['.'] : paths).map((each) => path.resolve(terminal.cwd, each));
  const was = await loader.load(await scopeOfTree(tree, folders, repository.top));
  const now = await loader.load(await scopeNow(scope, folders, await leftOut(repository, blobs), repository));
  const models = askedOf(now);
  const roots = new Set([...models, ...askedOf(was)].map(({ root }) => root));
  return {
    now: { ...now, models },
    before: was.models.filter(({ root }) => roots.has(root)),
    since: base.name,
  };
}

function severalRevisions(name: string, { from, to, dots }: Range): Failure {
  return new Failure(
    `--since takes one revision, and ${name} are two: it compares with what stands in the working tree.`,
    `What is new since the current branch left ${from}: --since ${from}`,
    ...(to === 'HEAD' ? [] : [`What ${to} changes: mktorg diff ${from}${dots}${to}`]),
  );
}

/** The files of a call as they stand, and what a sparse checkout leaves out of their organizations. */
async function scopeNow(
  { asked, files }: Scope,
  folders: readonly string[],
  left: Tree,
  { top }: Repository,
): Promise<TreeScope> {
  const here = withLeftOut(files, left);
  if (left.files.length === 0) return { asked, contents: await here.read(files) };
  const whole = await scopeOfTree(here, folders, top);
  return {
    asked: new Set([...asked, ...whole.asked]),
    contents: await here.read([...new Set([...files, ...whole.contents.keys()])]),
  };
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
    if (!was) return { ...each, since: { name: since, fixed: [], accepted: [], carried: 0 } };
    const past = { model: was, findings: findingsIn(was, checked.today).findings };
    const shift = shiftOf(past, each, match(was, each.model), checked);
    const { fixed, accepted } = shift;
    return {
      ...narrowed(each, new Set(shift.new)),
      since: { name: since, fixed, accepted, carried: sameAsBefore(shift) },
    };
  });
  return { ...checked, organizations };
}
