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
export async function findRevision(repository: Repository, name: string): Promise<Revision | undefined> {
  // To git, all that stands behind `:/` is text to look for: such a name is looked up before it is led to a commit.
  const found = name.startsWith(':/') ? await idOf(repository, name) : name;
  const commit = found === undefined ? undefined : await idOf(repository, `${found}^{commit}`);
  return commit === undefined ? undefined : { name, commit };
}

async function idOf({ top }: Repository, name: string): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', name];
  const { status, stdout } = await runGit(top, args);
  return status === 0 ? /^[0-9a-f]{40,64}$/m.exec(stdout.toString())?.[0] : undefined;
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
export async function isInRevision(repository: Repository, revision: string, file: string): Promise<boolean> {
  const found = await findRevision(repository, revision);
  return found !== undefined && (await idOf(repository, `${found.commit}:${file}`)) !== undefined;
}

/** What to do about a revision that there is not. */
export async function hintsFor(repository: Repository, name: string): Promise<readonly string[]> {
  if (await isEmpty(repository)) return ['The repository has no commit yet.'];
  const hints = await meantBy(repository, name);
  return (await isShallow(repository)) ? [...hints, deeper] : hints;
}

async function meantBy(repository: Repository, name: string): Promise<readonly string[]> {
  const back = /^(?<start>.+?)(?<steps>(?:~\d*|\^\d*)+)$/.exec(name)?.groups;
  const start = back?.['start'] ? await findRevision(repository, back['start']) : undefined;
  if (start) return [`The history of ${start.name} does not go back that far.`];
  const file = /^(?<revision>[^:]+):(?<file>.+)$/.exec(name)?.groups;
  if (file?.['revision'] && (await findRevision(repository, file['revision'])))
    return [`A path stands by itself behind the revision: ${file['revision']} ${file['file'] ?? ''}`];
  const alone = /^(?<commit>.+)\^!$/.exec(name)?.groups?.['commit'];
  if (alone !== undefined && (await findRevision(repository, alone)))
    return [`What one commit has changed: mktorg diff ${alone}^ ${alone}`];
  if (name.startsWith(':/')) return [`No commit says “${name.slice(2)}” in its message.`];
  const { stdout } = await runGit(repository.top, ['for-each-ref', '--format=%(refname:short)%00']);
  const known = partsOf(stdout).flatMap((each) => each.trim() || []);
  const same = known.filter((each) => each.endsWith(`/${name}`) || name.endsWith(`/${each}`));
  const near = same.length > 0 ? same : closest(name, known);
  if (near.length > 0) return [`Did you mean ${near.join(' or ')}?`];
  const rest = known.length > mostNames ? ' …' : '';
  return known.length === 0 ? [] : [`Branches and tags are ${known.slice(0, mostNames).join(', ')}${rest}`];
}

/** Branches and tags that are told where none is near what was written. */
const mostNames = 6;

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

/**
 * The repository around a file or folder, or around the nearest folder that is there.
 * @throws {Failure} where there is none
 */
export function repositoryAround(file: string): Promise<Repository> {
  const start = nearestFolder(file);
  return openRepository(start.endsWith('.mktorg') ? path.dirname(start) : start);
}

/** A folder to ask git in, for a path that may not be there any more. */
function nearestFolder(file: string): string {
  let folder = file;
  while (!existsSync(folder) && path.dirname(folder) !== folder) folder = path.dirname(folder);
  return folder;
}
