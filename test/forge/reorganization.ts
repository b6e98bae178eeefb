/** A repository in which the hotel group is about to be reorganized on a branch: what a pull request would show. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const examples = path.join(import.meta.dirname, '../../examples');
const hotelGroup = path.join(examples, 'hotel-group');
/** Content goes from Brand to Growth: the example of a change to review. */
const change = path.join(examples, 'content-to-growth.patch');

export interface Clone {
  /** Absolute path of the working tree. */
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
}

export interface PullRequest extends Clone {
  readonly base: string;
  readonly head: string;
  /** What GitHub checks out: what the merge would give. */
  readonly merge: string;
  readonly branch: string;
}

/** A new repository with the hotel group on `main`. */
export function hotelGroupRepository(folder: string): Clone {
  mkdirSync(folder, { recursive: true });
  const git = gitIn(folder);
  git('init', '--quiet', '--initial-branch=main');
  cpSync(hotelGroup, path.join(folder, 'organization'), { recursive: true });
  git('add', '.');
  commit(git, 'Describe the organization');
  return { folder, git };
}

/** The same with a branch on it, checked out as GitHub does for a pull request. */
export function reorganizationOf(folder: string, branch = 'content-to-growth'): PullRequest {
  const { git } = hotelGroupRepository(folder);
  git('switch', '--quiet', '--create', branch);
  // Paths in it are those of the examples; two things are forgotten in it, as happens.
  git('apply', '-p3', '--directory=organization', change);
  git('add', '.');
  commit(git, 'Move Content to Growth');
  const head = git('rev-parse', 'HEAD');
  git('switch', '--quiet', 'main');
  writeFileSync(path.join(folder, 'README.md'), '# Larkhaven\n');
  git('add', '.');
  commit(git, 'Say what this is');
  const base = git('rev-parse', 'HEAD');
  git('switch', '--quiet', '--detach');
  git(...author, 'merge', '--quiet', '--no-edit', head);
  return { folder, git, base, head, merge: git('rev-parse', 'HEAD'), branch };
}

const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];

function commit(git: Clone['git'], message: string): void {
  git(...author, 'commit', '--quiet', '--message', message);
}

export function gitIn(folder: string): Clone['git'] {
  return (...args) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
