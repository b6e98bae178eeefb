import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../failure.ts';
import { nearTo } from '../files/scope.ts';
import {
  findRevision,
  hintsFor,
  isInRevision,
  mergeBase,
  type Repository,
  type Revision,
  repositoryAround,
  revisionOf,
} from '../git/repository.ts';
import { rangeIn } from './ranges.ts';

/** Two states of files to compare. */
export type Points =
  | { readonly type: 'paths'; readonly before: string; readonly after: string }
  | {
      readonly type: 'git';
      readonly repository: Repository;
      readonly before: Point;
      readonly after: Point;
      /** Absolute paths that the comparison is about. */
      readonly paths: readonly string[];
    };

export type Point =
  | { readonly type: 'revision'; readonly revision: Revision }
  | { readonly type: 'index' }
  | { readonly type: 'working-tree' };

/**
 * What the arguments of a comparison mean: two paths, or revisions of git as `git diff` takes them, and then paths.
 * @throws {Failure} where they mean nothing, or more than one thing
 */
export async function pointsOf(args: readonly string[], staged: boolean, cwd: string): Promise<Points> {
  const given = args.map((arg) => ({ arg, exists: existsSync(path.resolve(cwd, arg)) }));
  const [first, second, ...others] = given;
  if (first?.exists && second?.exists && others.length === 0 && !staged) {
    if (first.arg === second.arg) throw new Failure('The two paths are the same.');
    return { type: 'paths', before: first.arg, after: second.arg };
  }
  const start = given.find(({ exists }) => exists)?.arg ?? '.';
  const repository = await repositoryAround(path.resolve(cwd, start));
  const revisions: string[] = [];
  const paths: string[] = [];
  for (const { arg, exists } of given) {
    const isPath = exists || (await isPathOf(repository, revisions, path.resolve(cwd, arg)));
    if (!(await isRevision(repository, arg, isPath, cwd))) paths.push(inRepository(repository, arg, cwd));
    else if (paths.length > 0) throw new Failure(`${arg} stands behind a path; revisions come first.`);
    else revisions.push(arg);
  }
  if (paths.length === 0) paths.push(inRepository(repository, '.', cwd));
  return { type: 'git', repository, ...(await between(repository, revisions, staged)), paths };
}

/** Whether a path that is there no more is one of the revisions that stand before it. */
async function isPathOf(
  repository: Repository,
  revisions: readonly string[],
  file: string,
): Promise<boolean> {
  const name = path.relative(repository.top, file).split(path.sep).join('/');
  const ends: string[] = [];
  for (const each of revisions) {
    const range = await rangeIn(repository, each);
    ends.push(...(range ? [range.from, range.to] : [each]));
  }
  for (const end of ends) if (await isInRevision(repository, end, name)) return true;
  return false;
}

/** Whether an argument is a revision or a range of them, and not a path. */
async function isRevision(
  repository: Repository,
  arg: string,
  exists: boolean,
  cwd: string,
): Promise<boolean> {
  if (/^(?:\.{1,2}(?:[\\/]|$)|[\\/])/.test(arg)) return false;
  if (!exists && (await rangeIn(repository, arg))) return true;
  const revision = await findRevision(repository, arg);
  if (revision && exists) {
    throw new Failure(
      `${arg} is both a path and a revision.`,
      `For the path, write ./${arg}`,
      `For the branch, write refs/heads/${arg}`,
    );
  }
  if (revision) return true;
  // `HEAD:org/a.mktorg` is how git calls a file of a revision, and here none of both.
  const [, start] = /^([^:]+):./.exec(arg) ?? [];
  const ofRevision = start !== undefined && (await findRevision(repository, start)) !== undefined;
  if (exists || (!ofRevision && /[\\/].*\.mktorg$|^[^\\/]+\.mktorg$/.test(arg))) return false;
  const near = nearTo(path.resolve(cwd, arg), arg);
  throw new Failure(
    `${arg} is neither a revision of this repository nor a path.`,
    ...(near.length > 0 ? near : await hintsFor(repository, arg)),
  );
}

/** A path as it stands in the working tree of the repository, wherever links lead to it. */
function inRepository({ top, folder }: Repository, arg: string, cwd: string): string {
  const file = path.resolve(cwd, arg);
  const way = path.relative(top, file);
  const outside = way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
  if (!outside) return file;
  if (arg === '.') return folder;
  throw new Failure(`${arg} is not in the repository ${top}.`);
}

async function between(
  repository: Repository,
  revisions: readonly string[],
  staged: boolean,
): Promise<{ readonly before: Point; readonly after: Point }> {
  const [first = 'HEAD', second, ...others] = revisions;
  const at = async (name: string): Promise<Point & { readonly type: 'revision' }> => ({
    type: 'revision',
    revision: await revisionOf(repository, name),
  });
  const range = await rangeIn(repository, first);
  if (others.length > 0 || (second !== undefined && (range || (await rangeIn(repository, second)))))
    throw new Failure('Two revisions can be compared, or one range such as main...HEAD.');
  if (staged) {
    if (range || second !== undefined)
      throw new Failure('--staged compares what is staged with one revision, HEAD where none is named.');
    return { before: await at(first), after: { type: 'index' } };
  }
  if (!range) {
    return {
      before: await at(first),
      after: second === undefined ? { type: 'working-tree' } : await at(second),
    };
  }
  const [before, after] = [await at(range.from), await at(range.to)];
  if (range.dots === '..') return { before, after };
  return {
    before: { type: 'revision', revision: await mergeBase(repository, before.revision, after.revision) },
    after,
  };
}

/** What the point is called in a line of text. */
export function pointName(point: Point): string {
  switch (point.type) {
    case 'index':
      return 'what is staged';
    case 'working-tree':
      return 'the working tree';
    case 'revision': {
      const { name, commit } = point.revision;
      return commit.startsWith(name) ? name : `${name} (${commit.slice(0, 8)})`;
    }
  }
}
