import { Failure } from '../failure.ts';
import { findRevision, mergeBase, type Repository, type Revision, revisionOf } from '../git/repository.ts';
import { askGit, runGit } from '../git/run-git.ts';
import type { GithubEvent } from './github-event.ts';

/** The commit that a build is about, and the one that it is compared with. */
export interface CommitsToCompare {
  readonly after: Revision;
  /** What readers know of it, where that is another commit: of a merge that was only tried, the branch. */
  readonly shown?: Revision;
  /** Absent where there is nothing to compare with; `note` says why, where that is worth saying. */
  readonly before?: Revision;
  readonly note?: string;
}

/**
 * What a workflow of GitHub compares: what a pull request would bring to its base, or what a push brings.
 * @throws {Failure} where the commit to compare a pull request with is not in the clone
 */
export async function commitsOfGithub(repository: Repository, event: GithubEvent): Promise<CommitsToCompare> {
  const head = await revisionOf(repository, 'HEAD');
  switch (event.type) {
    case 'pull-request': {
      const parents = await parentsOf(repository, head);
      const [first, second] = parents;
      if (!parents.includes(event.head.commit) && !(await reaches(repository, head, event.head.commit)))
        throw notCheckedOut(event.number);
      // GitHub checks out what the merge would give. Its first parent is the base as it is now; the payload may be older.
      const base =
        second === event.head.commit && first !== undefined
          ? await presentCommit(repository, first, event.base.name)
          : await branchedFrom(repository, event.base, head);
      return { after: head, shown: { name: event.head.name, commit: event.head.commit }, before: base };
    }
    case 'merge-group':
      return { after: head, before: await branchedFrom(repository, event.base, head) };
    case 'push':
      return {
        after: { ...head, name: event.branch || 'HEAD' },
        ...(await beforePush(repository, event, head)),
      };
    case 'other':
      return { after: head };
  }
}

/**
 * What a pipeline of GitLab compares.
 * @param env its variables
 */
export async function commitsOfGitlab(
  repository: Repository,
  env: { readonly [name: string]: string | undefined },
): Promise<CommitsToCompare> {
  const head = await revisionOf(repository, 'HEAD');
  const target = env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'];
  // The first is there where the pipeline runs on the merged result: then it holds all of the target branch.
  const commit = env['CI_MERGE_REQUEST_TARGET_BRANCH_SHA'] || env['CI_MERGE_REQUEST_DIFF_BASE_SHA'];
  if (target && commit) {
    const name = env['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME'] || 'HEAD';
    const base = await presentCommit(repository, commit, target);
    const shown = { name, commit: env['CI_MERGE_REQUEST_SOURCE_BRANCH_SHA'] || head.commit };
    return { after: head, shown, before: await mergeBase(repository, base, head).then(called(target)) };
  }
  const event: GithubEvent = {
    type: 'push',
    branch: env['CI_COMMIT_REF_NAME'] ?? '',
    ...(isCommit(env['CI_COMMIT_BEFORE_SHA']) && { before: env['CI_COMMIT_BEFORE_SHA'] }),
    ...(env['CI_DEFAULT_BRANCH'] && { defaultBranch: env['CI_DEFAULT_BRANCH'] }),
  };
  return commitsOfGithub(repository, event);
}

function isCommit(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{40,64}$/.test(text) && !/^0+$/.test(text);
}

const called =
  (name: string) =>
  ({ commit }: Revision): Revision => ({ name, commit });

/** Where the head left the base: the branch as it is in the clone, or else as the payload says it was. */
async function branchedFrom(
  repository: Repository,
  base: { readonly name: string; readonly commit: string },
  head: Revision,
): Promise<Revision> {
  const branch = await findRevision(repository, `refs/remotes/origin/${base.name}`);
  const known = branch ?? (await presentCommit(repository, base.commit, base.name));
  return mergeBase(repository, { ...known, name: base.name }, head).then(called(base.name));
}

async function beforePush(
  repository: Repository,
  { branch, before, defaultBranch }: Extract<GithubEvent, { readonly type: 'push' }>,
  head: Revision,
): Promise<Pick<CommitsToCompare, 'before' | 'note'>> {
  if (before !== undefined) {
    const known = await findRevision(repository, before);
    if (known) return { before: { ...known, name: `${branch} before` } };
    return {
      note: `The commit before this push (${before.slice(0, 8)}) is not in the clone, so nothing is compared.`,
    };
  }
  if (defaultBranch === undefined || defaultBranch === branch) return {};
  const main = await findRevision(repository, `refs/remotes/origin/${defaultBranch}`);
  if (!main) return {};
  return {
    before: await mergeBase(repository, { ...main, name: defaultBranch }, head).then(called(defaultBranch)),
  };
}

/** Whether a commit is that commit, or comes after it. */
async function reaches({ top }: Repository, { commit }: Revision, earlier: string): Promise<boolean> {
  return (await runGit(top, ['merge-base', '--is-ancestor', earlier, commit])).status === 0;
}

function notCheckedOut(number: number): Failure {
  return new Failure(
    `What is checked out is not pull request ${number}, so there is nothing to say about it.`,
    'Run it on pull_request, where GitHub checks out the pull request. For forks, use two workflows: see docs/ci.md of mktorg.',
  );
}

async function presentCommit(repository: Repository, commit: string, name: string): Promise<Revision> {
  const found = await findRevision(repository, commit);
  if (found) return { name, commit };
  throw new Failure(
    `The clone does not reach back to ${name} (${commit.slice(0, 8)}), which this change is compared with.`,
    'On GitHub, give actions/checkout "fetch-depth: 0"; on GitLab, set the variable GIT_DEPTH to 0.',
  );
}

/** As the commit itself says: also those that a shallow clone does not hold. */
async function parentsOf({ top }: Repository, { commit }: Revision): Promise<readonly string[]> {
  const text = (await askGit(top, ['cat-file', 'commit', commit])).toString();
  const [header = ''] = text.split('\n\n');
  return [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, parent = '']) => parent);
}
