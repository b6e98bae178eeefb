import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtCommand } from '../../packages/cli/src/testing/command.ts';
import { type Forge, fakeForge } from '../forge/fake.ts';
import { gitIn, hotelGroupRepository, type PullRequest, reorganizationOf } from '../forge/reorganization.ts';
import { yamlOf } from '../forge/run-action.ts';

interface Template {
  readonly mktorg: {
    readonly script: readonly string[];
    readonly variables: { readonly [name: string]: string };
    readonly artifacts: { readonly reports: { readonly codequality: string; readonly junit: string } };
  };
}

const { mktorg: job } = yamlOf(
  'templates/gitlab-ci.yml',
  (value): value is Template => typeof value === 'object' && value !== null && 'mktorg' in value,
);
const command = builtCommand();
const mark = '<!-- mktorg:review -->';
const token = 'glpat-good';

beforeAll(() => {
  const program = path.dirname(path.dirname(command.program));
  symlinkSync(path.join(import.meta.dirname, '../../scripts'), path.join(program, 'scripts'));
});

interface Ran {
  readonly status: number | null;
  readonly log: string;
  readonly forge: Forge;
  report(name: string): string | undefined;
}

/** Runs the script of the job, as a runner of GitLab does. */
function run(
  folder: string,
  variables: { readonly [name: string]: string },
  holds: Partial<Forge> = {},
): Ran {
  const fake = fakeForge(command.folder(), holds);
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', job.script.join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      HOME: folder,
      PATH: `${fake.bin}:${path.dirname(process.execPath)}:${process.env['PATH']}`,
      MKTORG_TODAY: '2026-11-01',
      MKTORG_PROGRAM: path.dirname(path.dirname(command.program)),
      CI_PROJECT_DIR: folder,
      CI_API_V4_URL: 'https://gitlab.example/api/v4',
      CI_DEFAULT_BRANCH: 'main',
      ...fake.env,
      ...job.variables,
      ...variables,
    },
  });
  const report = (name: string): string | undefined => {
    const file = path.join(folder, 'mktorg-reports', name);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  return { status, log: stdout + stderr, forge: fake.read(), report };
}

function mergeRequest({ base, head, branch }: PullRequest): { readonly [name: string]: string } {
  return {
    CI_MERGE_REQUEST_IID: '7',
    CI_MERGE_REQUEST_PROJECT_ID: '12',
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    CI_MERGE_REQUEST_TARGET_BRANCH_SHA: base,
    CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: branch,
    CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head,
    CI_COMMIT_BEFORE_SHA: '0'.repeat(40),
  };
}

describe('on a merge request, the job', () => {
  let pull: PullRequest;
  beforeAll(() => {
    pull = reorganizationOf(path.join(command.folder(), 'repository'));
  });

  it('writes reports and a note', () => {
    const { status, log, forge, report } = run(pull.folder, { ...mergeRequest(pull), MKTORG_TOKEN: token });
    expect(status, log).toBe(0);
    expect(log).toContain('warning organization/platforms.mktorg:124 platform/owner “Translation Hub”');
    const issues: unknown = JSON.parse(report('code-quality.json') ?? '');
    expect(issues).toHaveLength(3);
    expect(report('junit.xml')).toContain('<testsuite name="Larkhaven Hotels"');
    expect(forge.calls.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET https://gitlab.example/api/v4/user',
      'GET https://gitlab.example/api/v4/projects/12/merge_requests/7/notes?order_by=created_at&sort=asc&per_page=100&page=1',
      'POST https://gitlab.example/api/v4/projects/12/merge_requests/7/notes',
    ]);
    expect(forge.notes[0]?.body).toBe(report('comment.md'));
    expect(forge.notes[0]?.body).toContain(`main \\(`);
  });

  it('keeps the token out of command lines and of the log', () => {
    const { log, forge } = run(pull.folder, { ...mergeRequest(pull), MKTORG_TOKEN: token });
    expect(forge.calls.every((call) => call.token === token)).toBe(true);
    expect(forge.calls.flatMap(({ args = [] }) => args).join(' ')).not.toContain(token);
    expect(log).not.toContain(token);
  });

  it('updates its own note among many, and nobody else’s', () => {
    const others = Array.from({ length: 130 }, (_, id) => ({
      id,
      author: { id: 9 },
      body: `${mark}\nMine.`,
    }));
    const notes = [...others, { id: 333, author: { id: 42 }, body: `${mark}\nBefore.` }];
    const { forge } = run(pull.folder, { ...mergeRequest(pull), MKTORG_TOKEN: token }, { notes });
    expect(forge.notes.slice(0, -1)).toEqual(others);
    expect(forge.notes.at(-1)?.body).toContain('### Structure');
  });

  it('goes on without a note where there is no token, as in a fork', () => {
    const { status, log, forge, report } = run(pull.folder, mergeRequest(pull));
    expect(status).toBe(0);
    expect(log).toContain('No note is written: the variable MKTORG_TOKEN is not set');
    expect(forge.calls).toEqual([]);
    expect(report('comment.md')).toContain('### Structure');
  });

  it('goes on where the token is refused', () => {
    const { status, log } = run(pull.folder, { ...mergeRequest(pull), MKTORG_TOKEN: 'glpat-bad' });
    expect(status).toBe(0);
    expect(log).toContain('The note could not be written: GitLab answers with 401');
  });

  it('fails as it is told to, and writes the note all the same', () => {
    const variables = { ...mergeRequest(pull), MKTORG_TOKEN: token, MKTORG_REQUIRE_REASON: 'true' };
    const { status, forge } = run(pull.folder, { ...variables, MKTORG_MAX_REMOVED: '0.5%' });
    expect(status).toBe(1);
    expect(forge.notes[0]?.body).toContain('### Refused');
  });

  it('runs nothing of what variables hold', () => {
    const trap = '$(touch pwned)`touch pwned`"; touch pwned; #';
    const { CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: _, ...rest } = mergeRequest(pull);
    run(pull.folder, { ...rest, CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: trap, MKTORG_PATH: trap });
    expect(existsSync(path.join(pull.folder, 'pwned'))).toBe(false);
  });
});

it('only reports on the default branch, where there is no merge request', () => {
  const { folder, git } = hotelGroupRepository(path.join(command.folder(), 'repository'));
  const { status, log, report } = run(folder, {
    CI_COMMIT_REF_NAME: 'main',
    CI_COMMIT_BEFORE_SHA: '0'.repeat(40),
    CI_COMMIT_SHA: git('rev-parse', 'HEAD'),
  });
  expect(status, log).toBe(0);
  expect(log).toContain('There is no merge request to comment on.');
  expect(report('code-quality.json')).toContain('"fingerprint"');
  expect(report('comment.md')).toBeUndefined();
});

describe('where no program is given, the job', () => {
  let mirror: string;
  let versions: readonly string[];
  beforeAll(() => {
    // The project as it would be with what it builds.
    mirror = path.join(command.folder(), 'mktorg');
    const program = path.dirname(path.dirname(command.program));
    cpSync(path.join(program, 'dist'), path.join(mirror, 'dist'), { recursive: true });
    cpSync(path.join(import.meta.dirname, '../../scripts/ci'), path.join(mirror, 'scripts/ci'), {
      recursive: true,
    });
    cpSync(path.join(program, 'package.json'), path.join(mirror, 'package.json'));
    const git = gitIn(mirror);
    git('init', '--quiet', '--initial-branch=main');
    git('add', '.');
    git('-c', 'user.name=T', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'Version');
    git('tag', 'v1');
    const head = git('rev-parse', 'HEAD');
    git(
      '-c',
      'user.name=T',
      '-c',
      'user.email=t@example.com',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'Next',
    );
    versions = ['main', 'v1', head, head.slice(0, 9)];
  });

  it.each([
    ['a branch', 0],
    ['a tag', 1],
    ['a commit', 2],
    ['a commit by the beginning of its id', 3],
  ] as const)('fetches %s, and leaves nothing behind', (_, index) => {
    const { folder } = hotelGroupRepository(path.join(command.folder(), 'repository'));
    const temp = command.folder();
    const { status, log, report } = run(folder, {
      MKTORG_PROGRAM: '',
      MKTORG_REPOSITORY: `file://${mirror}`,
      MKTORG_VERSION: versions[index] ?? '',
      TMPDIR: temp,
    });
    expect(status, log).toBe(0);
    expect(report('junit.xml')).toContain('<testsuite name="Larkhaven Hotels"');
    expect(readdirSync(temp).filter((name) => name.startsWith('tmp'))).toEqual([]);
  });

  it.each(['v9', '0123456', '-x'])('says that there is no %s, and leaves nothing behind', (version) => {
    const [folder, temp] = [command.folder(), command.folder()];
    const { status, log } = run(folder, {
      MKTORG_PROGRAM: '',
      MKTORG_REPOSITORY: `file://${mirror}`,
      MKTORG_VERSION: version,
      TMPDIR: temp,
    });
    expect(status).toBe(1);
    expect(log).toContain(`There is no branch, tag or commit ${version} in file://`);
    expect(readdirSync(temp)).toEqual([]);
  });
});

it('names the reports that it writes', () => {
  expect(job.artifacts.reports).toEqual({
    codequality: 'mktorg-reports/code-quality.json',
    junit: 'mktorg-reports/junit.xml',
  });
});
