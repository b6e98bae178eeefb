/** What made a workflow run, as far as it says what a commit is to be compared with. */
export type GithubEvent =
  | {
      readonly type: 'pull-request';
      readonly number: number;
      readonly base: Branch;
      readonly head: Branch;
    }
  /** `before` is absent where the branch is new. */
  | {
      readonly type: 'push';
      readonly branch: string;
      readonly before?: string;
      readonly defaultBranch?: string;
    }
  | { readonly type: 'merge-group'; readonly base: Branch }
  /** Nothing to compare with: a schedule, a button. */
  | { readonly type: 'other'; readonly name: string };

export interface Branch {
  /** As whoever opened the pull request calls it: any text. */
  readonly name: string;
  readonly commit: string;
}

/**
 * Reads the payload of an event. What is not as it should be counts as absent.
 * @param name of the event, as in `GITHUB_EVENT_NAME`
 */
export function githubEvent(name: string, payload: unknown): GithubEvent {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target': {
      const [base, head] = [branchAt(payload, 'base'), branchAt(payload, 'head')];
      const number = at(payload, 'pull_request', 'number');
      if (base && head && typeof number === 'number') return { type: 'pull-request', number, base, head };
      break;
    }
    case 'push': {
      const before = commitAt(payload, 'before');
      const branch = textAt(payload, 'ref')?.replace(/^refs\/(?:heads|tags)\//, '');
      const defaultBranch = textAt(payload, 'repository', 'default_branch');
      return {
        type: 'push',
        branch: branch ?? '',
        ...(before !== undefined && !/^0+$/.test(before) && { before }),
        ...(defaultBranch !== undefined && { defaultBranch }),
      };
    }
    case 'merge_group': {
      const commit = commitAt(payload, 'merge_group', 'base_sha');
      const ref = textAt(payload, 'merge_group', 'base_ref') ?? '';
      if (commit !== undefined)
        return { type: 'merge-group', base: { name: ref.replace(/^refs\/heads\//, ''), commit } };
    }
  }
  return { type: 'other', name };
}

function branchAt(payload: unknown, side: 'base' | 'head'): Branch | undefined {
  const name = textAt(payload, 'pull_request', side, 'ref');
  const commit = commitAt(payload, 'pull_request', side, 'sha');
  return name === undefined || commit === undefined ? undefined : { name, commit };
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

function commitAt(value: unknown, ...path: readonly string[]): string | undefined {
  const text = textAt(value, ...path);
  return text !== undefined && /^[0-9a-f]{40,64}$/.test(text) ? text : undefined;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (each, key) =>
      typeof each === 'object' && each !== null && Object.hasOwn(each, key)
        ? Reflect.get(each, key)
        : undefined,
    value,
  );
}
