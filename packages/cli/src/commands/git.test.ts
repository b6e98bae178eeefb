import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCommand } from '../testing/command.ts';

const command = builtCommand();

const start = `// Brand and what it does
team brand "Brand" {
  lead head
  serves emea
  role head "Head"
}
region emea
region apac
region americas
`;

/** A repository with one commit, the drivers installed. */
async function repository() {
  const folder = command.folder({ 'org/brand.mktorg': start });
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...identity, ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const write = (from: string, to: string): void => {
    const file = path.join(folder, 'org/brand.mktorg');
    const before = readFileSync(file, 'utf8');
    expect(before).toContain(from);
    writeFileSync(file, before.replace(from, to));
  };
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'Start');
  const installed = await command.run(['git', 'install'], { cwd: path.join(folder, 'org') });
  return { folder, git, write, installed, file: path.join(folder, 'org/brand.mktorg') };
}
const identity = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', '-c', 'commit.gpgsign=false'];

describe('mktorg git', () => {
  it('says what it changes, once, and takes it back', async () => {
    const { folder, git, installed } = await repository();
    expect(installed.status).toBe(0);
    expect(installed.stdout).toContain('wrote ../.git/info/attributes *.mktorg diff=mktorg merge=mktorg');
    expect(installed.stdout).toContain('wrote merge.mktorg.driver');
    const again = await command.run(['git', 'install'], { cwd: folder });
    expect(again.stdout).toContain('Everything is in place already.');
    expect(again.stdout).not.toContain('wrote');
    const back = await command.run(['git', 'uninstall'], { cwd: folder });
    expect(back.stdout.match(/^removed /gm)).toHaveLength(5);
    expect(git('config', '--local', '--list')).not.toContain('mktorg');
    for (const file of ['info/attributes', 'mktorg.sh'])
      expect(existsSync(path.join(folder, '.git', file))).toBe(false);
    expect((await command.run(['git', 'uninstall'], { cwd: folder })).stdout).toBe(
      'There is nothing to take back.\n',
    );
  });

  it('keeps what the attributes said before', async () => {
    const { folder } = await repository();
    const file = path.join(folder, '.git/info/attributes');
    const own = '*.png binary\n';
    writeFileSync(file, own + readFileSync(file, 'utf8'));
    await command.run(['git', 'install'], { cwd: folder });
    await command.run(['git', 'uninstall'], { cwd: folder });
    expect(readFileSync(file, 'utf8')).toBe(own);
  });

  it('needs a repository', async () => {
    const { status, stderr } = await command.run(['git', 'install'], {
      cwd: command.folder(),
      env: { GIT_CEILING_DIRECTORIES: path.dirname(command.folder()) },
    });
    expect([status, stderr]).toEqual([
      2,
      'error This folder is in no git repository.\n  To make it one: git init\n',
    ]);
  });

  it('makes git diff speak of facts', async () => {
    const { git, write } = await repository();
    write('  lead head\n  serves emea\n', '  serves emea,\n    apac\n  lead head\n');
    const lines = git('diff', '--no-color')
      .split('\n')
      .filter((line) => /^[+-][^+-]/.test(line));
    expect(lines).toEqual(['+team brand serves apac']);
    git('commit', '-qam', 'Serve two regions');
    expect(git('log', '-p', '-1', '--no-color')).toContain('+team brand serves apac');
  });

  it('gives an editor the text', async () => {
    const { folder, git } = await repository();
    expect(git('show', '--textconv', 'HEAD:org/brand.mktorg')).toContain('team brand lead head');
    const shown = execFileSync('git', ['show', '--textconv', 'HEAD:org/brand.mktorg'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, VSCODE_GIT_COMMAND: 'show' },
    });
    expect(shown).toBe(start);
  });

  it('shows text that cannot be read', async () => {
    const { git, write } = await repository();
    write('  lead head\n', '  lead head ???\n');
    expect(git('diff', '--no-color')).toMatch(/^\+cannot be read: lead head \?\?\?/m);
  });

  it('merges what both sides say', async () => {
    const { git, write, file } = await repository();
    git('switch', '-qc', 'apac');
    write('serves emea', 'serves emea, apac');
    git('commit', '-qam', 'APAC');
    git('switch', '-q', 'main');
    write('serves emea', 'serves emea, americas');
    git('commit', '-qam', 'Americas');
    git('merge', '-q', 'apac', '-m', 'Both');
    expect(readFileSync(file, 'utf8')).toContain('serves emea, americas, apac\n');
  });

  it('leaves a contradiction to a person', async () => {
    const { git, write, file } = await repository();
    git('switch', '-qc', 'ana');
    write('lead head', 'lead ana');
    git('commit', '-qam', 'Ana');
    git('switch', '-q', 'main');
    write('lead head', 'lead bo');
    git('commit', '-qam', 'Bo');
    expect(() => git('merge', '-q', 'ana', '-m', 'Both')).toThrow();
    expect(readFileSync(file, 'utf8')).toMatch(/<<<<<<< .*\n {2}lead bo\n=======\n {2}lead ana\n>>>>>>> /);
    expect(existsSync(file)).toBe(true);
  });
});
