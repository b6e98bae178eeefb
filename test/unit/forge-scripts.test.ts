/** The scripts that write comments, with the programs that they call, against a server on this machine. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Forge } from '../forge/fake.ts';

const root = path.join(import.meta.dirname, '../..');
const mark = '<!-- mktorg:review -->';
const isThere = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

let folder: string;
let server: ChildProcess;
let port: string;
const file = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mktorg-forge-'));
  server = spawn(process.execPath, [path.join(root, 'test/forge/server.mjs'), file('forge.json')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  port = await new Promise<string>((resolve) => {
    server.stdout?.once('data', (chunk) => resolve(String(chunk).trim()));
  });
});
afterAll(() => {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  writeFileSync(file('comment.md'), `${mark}\n## “Ünïcode” & 'quotes' \`code\` %25 \\n 台北\n`);
});

function holding(forge: Partial<Forge>): void {
  writeFileSync(
    file('forge.json'),
    JSON.stringify({ calls: [], comments: [], notes: [], pulls: [], ...forge }),
  );
}
const forge = (): Forge => JSON.parse(readFileSync(file('forge.json'), 'utf8'));

function run(
  script: string,
  env: { readonly [name: string]: string },
): { readonly status: number | null; readonly log: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'scripts/ci', script), file('comment.md')],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder, ...env },
    },
  );
  return { status, log: stdout + stderr };
}

describe.skipIf(!isThere('curl'))('gitlab-note.mjs with curl', () => {
  const note = (token = 'glpat-good'): ReturnType<typeof run> =>
    run('gitlab-note.mjs', {
      MKTORG_TOKEN: token,
      CI_API_V4_URL: `http://127.0.0.1:${port}/api/v4`,
      CI_MERGE_REQUEST_PROJECT_ID: '12',
      CI_MERGE_REQUEST_IID: '7',
    });

  it('writes a note, and then keeps it up to date', () => {
    holding({});
    expect(note()).toEqual({ status: 0, log: 'Wrote a note on the merge request.\n' });
    expect(forge().notes.map(({ body }) => body)).toEqual([readFileSync(file('comment.md'), 'utf8')]);
    writeFileSync(file('comment.md'), `${mark}\nAfter.\n`);
    expect(note()).toEqual({ status: 0, log: 'Updated the note.\n' });
    expect(forge().notes.map(({ body }) => body)).toEqual([`${mark}\nAfter.\n`]);
  });

  it('finds its note behind many others', () => {
    const others = Array.from({ length: 230 }, (_, id) => ({
      id,
      author: { id: 9 },
      body: `${mark}\nMine.`,
    }));
    holding({ notes: [...others, { id: 499, author: { id: 42 }, body: `${mark}\nBefore.` }] });
    expect(note().log).toBe('Updated the note.\n');
    expect(forge().notes).toHaveLength(231);
    expect(forge().notes.at(-1)?.body).toContain('Ünïcode');
  });

  it('says what GitLab says where the token is refused, and nothing is there', () => {
    holding({});
    expect(note('glpat-bad')).toEqual({
      status: 0,
      log: 'The note could not be written: GitLab answers with 401: {"message":"401 Unauthorized"}\n',
    });
  });
});

describe.skipIf(!isThere('gh'))('github-comment.mjs with gh', () => {
  function comment(event: string, payload: object, token = 'secret-token'): ReturnType<typeof run> {
    writeFileSync(file('event.json'), JSON.stringify(payload));
    return run('github-comment.mjs', {
      GH_TOKEN: token,
      GITHUB_REPOSITORY: 'larkhaven/organization',
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: file('event.json'),
      // The one host that gh asks without TLS, by way of this server.
      GITHUB_SERVER_URL: 'http://github.localhost',
      HTTP_PROXY: `http://127.0.0.1:${port}`,
    });
  }
  const pull = { pull_request: { number: 7 } };

  it('comments, and then keeps the comment up to date', () => {
    holding({});
    expect(comment('pull_request', pull)).toEqual({ status: 0, log: 'Commented on pull request 7.\n' });
    expect(forge().comments.map(({ body }) => body)).toEqual([readFileSync(file('comment.md'), 'utf8')]);
    writeFileSync(file('comment.md'), `${mark}\nAfter.\n`);
    expect(comment('pull_request', pull)).toEqual({
      status: 0,
      log: 'Updated the comment on pull request 7.\n',
    });
    expect(forge().comments.map(({ body }) => body)).toEqual([`${mark}\nAfter.\n`]);
  });

  it('finds its comment behind many others', () => {
    const others = Array.from({ length: 230 }, (_, id) => ({ id, login: 'ana', body: `${mark}\nMine.` }));
    holding({ comments: [...others, { id: 800, login: 'github-actions[bot]', body: `${mark}\r\nBefore.` }] });
    expect(comment('pull_request', pull).log).toBe('Updated the comment on pull request 7.\n');
    expect(forge().comments).toHaveLength(231);
    expect(forge().comments.at(-1)?.body).toContain('Ünïcode');
  });

  it('finds the pull request of the commit that ran', () => {
    const run = {
      event: 'pull_request',
      head_sha: 'a'.repeat(40),
      head_branch: 'a&b=c #1/ü',
      head_repository: { owner: { login: 'somebody' } },
    };
    const head = 'somebody:a&b=c #1/ü';
    const pulls = [
      { number: 6, head, commit: 'b'.repeat(40) },
      { number: 7, head, commit: run.head_sha },
    ];
    holding({ pulls });
    expect(comment('workflow_run', { workflow_run: run }).log).toBe('Commented on pull request 7.\n');
    // A fork that is gone has no owner.
    holding({ pulls });
    const gone = comment('workflow_run', { workflow_run: { ...run, head_repository: null } });
    expect(gone).toEqual({ status: 0, log: expect.stringContaining('::notice title=mktorg::') });
    expect(forge().comments).toEqual([]);
  });

  it('says what GitHub says where the token is refused', () => {
    holding({});
    const { status, log } = comment('pull_request', pull, 'bad');
    expect([status, log]).toEqual([
      0,
      expect.stringMatching(/^::warning title=mktorg::.*Bad credentials.*\n$/),
    ]);
  });
});
