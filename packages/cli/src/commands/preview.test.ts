import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { builtCommand } from '../testing/command.ts';

const command = builtCommand();
const cache = mkdtempSync(path.join(tmpdir(), 'mktorg-cache-'));
let child: ChildProcessWithoutNullStreams | undefined;
afterEach(() => {
  child?.kill('SIGKILL');
});
afterAll(() => rmSync(cache, { recursive: true, force: true }));

/** Starts the preview of a folder; the address of the page, and what was printed. */
async function start(
  cwd: string,
  ...more: readonly string[]
): Promise<{ readonly url: URL; printed(): string }> {
  let text = '';
  child = spawn(process.execPath, [command.program, 'preview', '--no-open', ...more], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: cache },
  });
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  await expect.poll(() => text, { timeout: 20_000 }).toMatch(/http:\S+/);
  return { url: new URL(/http:\S+/.exec(text)?.[0] ?? ''), printed: () => text };
}

/** A page: everything that it is sent, as one text. */
async function open(url: URL, choice?: object): Promise<() => string> {
  let text = '';
  const stream = await fetch(new URL('events?page=p', url));
  stream.body
    ?.pipeThrough(new TextDecoderStream())
    .pipeTo(
      new WritableStream({
        write(part) {
          text += part;
        },
      }),
    )
    .catch(() => {});
  const body = JSON.stringify({ type: 'ready', ...(choice && { choice }) });
  await fetch(new URL('message?page=p', url), { method: 'POST', body });
  return () => text;
}

it('shows the chart, follows the files, and ends with Ctrl+C', async () => {
  const cwd = command.folder({
    'a.mktorg': 'organization acme "Acme" {}\nrole first "First seat" { held by "A" }\n',
  });
  const { url, printed } = await start(cwd);
  expect(printed()).toContain('Acme at http://127.0.0.1:');
  expect(await (await fetch(url)).text()).toContain('data-host="page"');
  const received = await open(url);
  await expect.poll(received).toContain('First seat');

  writeFileSync(path.join(cwd, 'b.mktorg'), 'role second "Second seat" { held by "B" }\n');
  await expect.poll(received, { timeout: 10_000 }).toContain('Second seat');
  writeFileSync(path.join(cwd, 'b.mktorg'), 'role second "Second seat" { held by {{{\n');
  await expect.poll(received, { timeout: 10_000 }).toContain('As it was before b.mktorg:1 broke');
  rmSync(path.join(cwd, 'b.mktorg'));
  rmSync(path.join(cwd, 'a.mktorg'));
  await expect
    .poll(received, { timeout: 10_000 })
    .toContain('There is no organization in these files any more.');

  const ended = new Promise((resolve) => child?.on('exit', resolve));
  child?.kill('SIGINT');
  expect(await ended).toBe(0);
});

it('shows the chart of a plan at once, and what is found after its phases when it is known', async () => {
  const cwd = command.folder({
    'a.mktorg': `team a "A" { lead x  role x "X" { held by "Ann" } }
platform mail "Mail" is email { used by a }
plan p "Plan" { phase one "One" from 2027-01 to 2027-06 { change mail { owner a } } }
`,
  });
  const { url } = await start(cwd);
  const received = await open(url, { lens: 'plan', collapsed: [], expanded: [], show: {} });
  const charts = (): readonly string[] =>
    received()
      .split('\n')
      .filter((line) => line.startsWith('data: {"type":"chart"'));
  await expect.poll(() => charts().length, { timeout: 10_000 }).toBe(2);
  const [first, second] = charts();
  expect(first).not.toContain('resolved');
  expect(second).toMatch(/resolved|fewer|platform\/owner/);
});

it('is found at the same address when it is started again', async () => {
  const cwd = command.folder({ 'a.mktorg': 'organization acme "Acme" {}\nrole first "First seat" {}\n' });
  const end = async (): Promise<void> => {
    const ended = new Promise((resolve) => child?.on('exit', resolve));
    child?.kill('SIGTERM');
    await ended;
  };
  const first = await start(cwd);
  await end();
  const again = await start(cwd);
  expect(again.url.href).toBe(first.url.href);
  const before = child;
  const beside = await start(cwd);
  expect(beside.url.port).not.toBe(first.url.port);
  expect(beside.url.pathname).not.toBe(first.url.pathname);
  await end();
  expect((await start(cwd, '--port', '0')).url.pathname).not.toBe(beside.url.pathname);
  before?.kill('SIGKILL');
});

it('says where there is nothing to show', async () => {
  const { status, stderr } = await command.run(['preview'], { cwd: command.folder() });
  expect(status).toBe(2);
  expect(stderr).toContain('mktorg init');
});

it('shows what is different since a revision, and goes on doing so', async () => {
  const cwd = command.folder({
    'a.mktorg': 'organization acme "Acme" {}\nrole first "First seat" { held by "A" }\n',
  });
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', ...args], { cwd });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=First');
  writeFileSync(path.join(cwd, 'b.mktorg'), 'role second "Second seat" { held by "B" }\n');
  const { url } = await start(cwd, '--since', 'main');
  const received = await open(url);
  await expect.poll(received).toContain('"changes":{"from":"main","to":"Now"');
  expect(received()).toContain('"glyph":"+"');
  rmSync(path.join(cwd, 'b.mktorg'));
  await expect.poll(() => received().split('data: ').at(-1), { timeout: 10_000 }).toContain('"tiers":[]');
});
