import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { closest } from '@mktorg/model';
import { Failure } from '../failure.ts';
import { askGit, firstLine, partsOf, runGit } from './run-git.ts';

/** A repository with a working tree. */
export interface Repository {
  /** Absolute path of its working tree. */
  readonly top: string;
  /** The folder that the call is about, inside the working tree, as paths of the tree are written. */
  readonly folder: string;
}

/** A commit that a call names. */
export interface Revision {
  /** As it is written in the call. */
  readonly name: string;
  /** Object id of the commit. */
  readonly commit: string;
}

/**
 * The repository around a folder.
 * @throws {Failure} where there is none, or it has no working tree
 */
export async function openRepository(folder: string): Promise<Repository> {
  const { status, stdout, stderr } = await runGit(folder, ['rev-parse', '--show-toplevel', '--show-cdup']);
  if (status !== 0) throw noRepository(folder, stderr);
  const [real = '', up = ''] = stdout.toString().split('\n');
  // The path as it is written in the call, where links on the way do not lead elsewhere.
  const top = path.resolve(folder, up);
  if (realpathSync(top) === realpathSync(real)) return { top, folder };
  return { top: path.resolve(real), folder: realpathSync(folder) };
}

function noRepository(folder: string, stderr: string): Failure {
  if (/not a git repository/.test(stderr)) {
    return new Failure(
      `${folder} is in no git repository, so it has no revisions to compare.`,
      'Two folders or two files can be compared without git: mktorg diff before after',
    );
  }
  if (/must be run in a work tree/.test(stderr)) {
    return new Failure(`The repository in ${folder} has no working tree.`, 'Compare in a clone of it.');
  }
  return new Failure(
    `git cannot read the repository: ${firstLine(stderr)}`,
    ...stderr.trim().split('\n').slice(1),
  );
}

/** The commit of a revision; nothing where it names none. */
export async function findRevision({ top }: Repository, name: string): Promise<Revision | undefined> {
  const { status, stdout } = await runGit(top, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ]);
  const commit = /^[0-9a-f]{40,64}$/m.exec(stdout.toString())?.[0];
  return status === 0 && commit !== undefined ? { name, commit } : undefined;
}

/**
 * The commit of a revision.
 * @throws {Failure} where it names none, with what was perhaps meant
 */
export async function revisionOf(repository: Repository, name: string): Promise<Revision> {
  const revision = await findRevision(repository, name);
  if (revision) return revision;
  throw new Failure(
    `There is no revision ${name} in this repository.`,
    ...(await hintsFor(repository, name)),
  );
}

/** Whether a revision has something at a path from the top of the repository. */
export async function isInRevision({ top }: Repository, revision: string, file: string): Promise<boolean> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}:${file}`];
  return (await runGit(top, args)).status === 0;
}

/** What to do about a revision that there is not. */
export async function hintsFor(repository: Repository, name: string): Promise<readonly string[]> {
  const hints: string[] = [];
  const { stdout } = await runGit(repository.top, ['for-each-ref', '--format=%(refname:short)%00']);
  const known = partsOf(stdout).map((each) => each.trim());
  const remote = known.filter((each) => each.endsWith(`/${name}`));
  const near = remote.length > 0 ? remote : closest(name, known);
  if (near.length > 0) hints.push(`Did you mean ${near.join(' or ')}?`);
  if (await isEmpty(repository)) hints.push('The repository has no commit yet.');
  else if (await isShallow(repository)) hints.push(deeper);
  return hints;
}

async function isEmpty({ top }: Repository): Promise<boolean> {
  return (await runGit(top, ['rev-parse', '--verify', '--quiet', 'HEAD'])).status !== 0;
}

const deeper =
  'This is a shallow clone: fetch more of its history with git fetch --unshallow, or with fetch-depth: 0 in a workflow.';

/**
 * Where the history of two commits parted.
 * @throws {Failure} where they have none in common, or a shallow clone does not reach back to it
 */
export async function mergeBase(repository: Repository, a: Revision, b: Revision): Promise<Revision> {
  const { stdout } = await runGit(repository.top, ['merge-base', a.commit, b.commit]);
  const commit = /^[0-9a-f]{40,64}$/m.exec(stdout.toString())?.[0];
  if (commit !== undefined) return { name: commit === a.commit ? a.name : commit.slice(0, 8), commit };
  const shallow = await isShallow(repository);
  throw new Failure(
    `${a.name} and ${b.name} have no commit in common${shallow ? ' that is in this clone' : ''}.`,
    shallow ? deeper : `To compare the two as they are: mktorg diff ${a.name} ${b.name}`,
  );
}

async function isShallow({ top }: Repository): Promise<boolean> {
  return (await askGit(top, ['rev-parse', '--is-shallow-repository'])).toString().trim() === 'true';
}

/** A folder to ask git in, for a path that may not be there any more. */
export function nearestFolder(file: string): string {
  let folder = file;
  while (!existsSync(folder) && path.dirname(folder) !== folder) folder = path.dirname(folder);
  return folder;
}
