import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCommand, type Ran } from '../testing/command.ts';
import { repositoryIn, type TestRepository } from '../testing/repository.ts';

const command = builtCommand();

const first = `organization o "Orchard"
team brand "Brand" { lead head  role head "Head of Brand" { held by "Ana" }
  team social "Social" { role lead "Social Lead" { held by "Bo" } role writer "Writer" { held by "Fi" } }
}
team growth "Growth" { lead vp  role vp "VP Growth" { held by "Cy" } }
`;
const second = `organization o "Orchard"
team brand "Brand" { lead head  role head "Head of Brand" { held by "Ana" } }
team growth "Growth" { lead vp  role vp "VP Growth" { held by "Eve" }
  team social "Social" { role lead "Social Lead" { held by "Bo" } role writer "Writer" }
}
`;

/** A repository with the first text on `main`, and the second on the branch `reorg`, which is checked out. */
function repository(): TestRepository {
  const made = repositoryIn(command.folder());
  made.commit('first', { 'org/a.mktorg': first, 'README.md': 'x' });
  made.git('switch', '--quiet', '--create', 'reorg');
  made.commit('second', { 'org/a.mktorg': second });
  return made;
}

function headOf({ stdout }: Ran): string {
  return stdout.split('\n', 1)[0] ?? '';
}

const moved = '→ team Social from Brand to Growth';
const nothing = 'No differences.';

describe('diff compares', () => {
  let made: TestRepository | undefined;
  const shared = (): TestRepository => {
    made ??= repository();
    return made;
  };
  const folder = (): string => shared().folder;
  const git = (...args: readonly string[]): string => shared().git(...args);
  const write: TestRepository['write'] = (files) => shared().write(files);
  const commit: TestRepository['commit'] = (message, files) => shared().commit(message, files);
  const diff = (...args: readonly string[]) => command.run(['diff', ...args], { cwd: folder() });

  const cases: readonly (readonly [args: readonly string[], from: string, to: string, said: string])[] = [
    [['main', 'HEAD'], 'main (', 'HEAD (', moved],
    [['main..HEAD'], 'main (', 'HEAD (', moved],
    [['main..'], 'main (', 'HEAD (', moved],
    [['main...reorg'], 'main (', 'reorg (', moved],
    [['main'], 'main (', 'the working tree', moved],
    [[], 'HEAD (', 'the working tree', nothing],
    [['--staged'], 'HEAD (', 'what is staged', nothing],
    [['main', 'HEAD', 'org'], 'main (', 'HEAD (', moved],
    [['main', 'org/a.mktorg'], 'main (', 'the working tree', moved],
    [[':/first'], ':/first (', 'the working tree', moved],
    [['HEAD^{/first}..HEAD'], 'HEAD^{/first} (', 'HEAD (', moved],
    [[':/first...:/second'], ':/first (', ':/second (', moved],
    [['--cached'], 'HEAD (', 'what is staged', nothing],
    [['HEAD', 'main'], 'HEAD (', 'main (', '→ team Social from Growth to Brand'],
  ];
  it.each(cases)('%j', async (args, from, to, said) => {
    const ran = await diff(...args);
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
    expect(headOf(ran)).toMatch(/^Orchard {2}/);
    expect(headOf(ran)).toContain(from);
    expect(headOf(ran)).toContain(`→ ${to}`);
    expect(ran.stdout).toContain(said);
  });

  it('what is staged, what is not, and what git does not know yet', async () => {
    write({
      'org/b.mktorg': 'team new "New"\n',
      'org/ignored.mktorg': 'team no "No"\n',
      '.gitignore': 'ignored.mktorg\n',
    });
    expect((await diff()).stdout).toContain('+ team New');
    expect((await diff()).stdout).not.toContain('team No');
    expect((await diff('--staged')).stdout).toContain(nothing);
    git('add', 'org/b.mktorg');
    expect((await diff('--staged')).stdout).toContain('+ team New');
    rmSync(path.join(folder(), 'org/a.mktorg'));
    expect((await diff()).stdout).toContain('− team Brand');
    git('checkout', '--quiet', '--', 'org/a.mktorg');
    git('rm', '--quiet', '--cached', 'org/b.mktorg');
    for (const file of ['org/b.mktorg', 'org/ignored.mktorg', '.gitignore'])
      rmSync(path.join(folder(), file));
  });

  it('nothing where files are renamed, split or written in another order', async () => {
    git('switch', '--quiet', '--create', 'files', 'main');
    git('mv', 'org/a.mktorg', 'org/renamed "file" ä.mktorg');
    const [head = '', ...rest] = first.split('\n');
    write({ 'org/renamed "file" ä.mktorg': `${head}\n`, 'org/teams/all.mktorg': rest.join('\n') });
    commit('split');
    expect((await diff('main...files')).stdout).toContain(nothing);
    git('switch', '--quiet', 'reorg');
  });

  it('at the point where a branch left', async () => {
    git('switch', '--quiet', 'main');
    commit('elsewhere', { 'org/other.mktorg': 'team other "Other"\n' });
    git('switch', '--quiet', 'reorg');
    expect((await diff('main...reorg')).stdout).not.toContain('Other');
    expect((await diff('main..reorg')).stdout).toContain('− team Other');
  });

  it('what is in a folder that is gone, or comes', async () => {
    git('switch', '--quiet', '--create', 'gone', 'main');
    commit('more', { 'more/a.mktorg': 'organization m "More"\nteam a { role x }\n' });
    expect((await diff('main', 'gone', 'more')).stdout).toContain(
      'The organization is new: 1 seat in 1 team.',
    );
    git('switch', '--quiet', 'reorg');
    expect((await diff('gone', 'main', 'more')).stdout).toContain('The organization is gone: 1 seat');
    expect((await diff('main...gone', 'more')).stdout).toContain('The organization is new');
    expect((await diff('main...gone', 'org')).stdout).toContain(nothing);
  });

  it('without links and submodules', async () => {
    git('switch', '--quiet', '--create', 'odd', 'main');
    const inner = repositoryIn(command.folder());
    inner.commit('inner', { 'inner.mktorg': 'team inner "Inner"\n' });
    git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'org/module');
    symlinkSync('a.mktorg', path.join(folder(), 'org/link.mktorg'));
    commit('odd');
    const { stdout, stderr } = await diff('main', 'odd');
    expect(stderr).toBe('');
    expect(stdout).toContain(nothing);
    expect((await diff('main')).stdout).toContain(nothing);
    git('switch', '--quiet', '--force', 'reorg');
    rmSync(path.join(folder(), 'org/module'), { recursive: true, force: true });
  });

  it('the same in every format, without people where it is asked to', async () => {
    for (const format of ['pretty', 'json', 'markdown', 'mermaid']) {
      const whole = await diff('main', 'reorg', '--format', format);
      const redacted = await diff('main', 'reorg', '--format', format, '--redact', 'people', '--all');
      expect([format, whole.status, redacted.status]).toEqual([format, 0, 0]);
      expect(redacted.stdout).toContain('Social');
      expect(redacted.stdout).not.toMatch(/Ana|\bBo\b|Cy|Eve|\bFi\b/);
    }
    const { stdout } = await diff('main', 'reorg', '--redact', 'people');
    expect(stdout).toContain('Writer is vacant');
  });
});

describe('diff of a sparse checkout', () => {
  it('takes what is left out for what it is, and what is removed for removed', async () => {
    const { folder, git, commit } = repository();
    commit('more', { 'org/teams/b.mktorg': 'team new "New"\n' });
    const run = (...args: readonly string[]) => command.run(args, { cwd: folder });
    git('sparse-checkout', 'set', '--no-cone', '/*', '!/org/teams');
    expect((await run('diff')).stdout).toContain(nothing);
    expect((await run('diff', 'HEAD~1')).stdout).toContain('+ team New');
    const check = await run('check', '--since', 'HEAD');
    expect(check.stdout).toContain('No new findings in Orchard: 4 seats, 2 files');
    git('sparse-checkout', 'disable');
    rmSync(path.join(folder, 'org/teams/b.mktorg'));
    expect((await run('diff')).stdout).toContain('− team New');
  });
});

describe('diff of two', () => {
  it('folders', async () => {
    const cwd = command.folder({ 'before/a.mktorg': first, 'after/a.mktorg': second });
    const { stdout, status } = await command.run(['diff', 'before', 'after'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "Orchard  before → after

        What happens: Social moves from Brand to Growth with 2 seats; Fi and Cy leave; Eve joins.
        What follows: 2 roles report to somebody else; 1 seat is newly vacant.
        What it risks: no new finding.

        Headcount  4 → 3  −1
        Seats      4 → 4
        Vacancies  0 → 1  +1

      Structure 3
        → team Social from Brand to Growth, with 2 seats
        ~ role VP Growth in Growth, held by: Cy → Eve
        ~ role Writer in Social, held by: − Fi

      What follows
        People           Fi leaves as Writer
                         Cy leaves as VP Growth
                         Eve joins as VP Growth
        Reporting lines  2 roles: Head of Brand → VP Growth (Social Lead, Writer)
        Vacancies        Writer is vacant
        Direct reports   Head of Brand 2 → 0
                         VP Growth 0 → 2
        Teams            Growth 1 → 3 seats
                         Brand 3 → 1 seats
                         Social 0 → 1 vacant
      "
    `);
  });
  it('folders, into a file without colors', async () => {
    const cwd = command.folder({ 'before/a.mktorg': first, 'after/a.mktorg': second });
    const env = { NO_COLOR: undefined, FORCE_COLOR: '1' };
    const { stdout } = await command.run(['diff', 'before', 'after'], { cwd, env });
    expect(stdout).toContain('\u001b[');
    await command.run(['diff', 'before', 'after', '-o', 'out.txt'], { cwd, env });
    const written = readFileSync(path.join(cwd, 'out.txt'), 'utf8');
    expect(written).toContain(moved);
    expect(written).not.toContain('\u001b');
  });
  it('files', async () => {
    const cwd = command.folder({ 'a.mktorg': 'team a { role x }', 'b.mktorg': 'team a { role y }' });
    const { stdout } = await command.run(['diff', 'a.mktorg', 'b.mktorg'], { cwd });
    expect(stdout).toContain('a.mktorg → b.mktorg');
    expect(stdout).toContain('+ role y in a');
  });
  it('folders with several organizations, one of which is new', async () => {
    const one = 'organization one "One"\nteam a { role x }\n';
    const two = 'organization two "Two"\nteam b { role y }\n';
    const cwd = command.folder({
      'before/one/a.mktorg': one,
      'after/moved/a.mktorg': one.replace('role x', 'role x "X"'),
      'after/two/a.mktorg': two,
    });
    const { stdout } = await command.run(['diff', 'before', 'after'], { cwd });
    expect(stdout).toContain('One  before → after');
    expect(stdout).toContain('role x is now X');
    expect(stdout).toContain('The organization is new: 1 seat in 1 team.');
  });
  it('points of a plan', async () => {
    const plan = `${first}plan p "Plan" {
  phase one "One" { add role analyst "Analyst" to growth }
  phase two "Two" { move social to growth because "One voice" }
}
`;
    const cwd = command.folder({ 'a.mktorg': plan });
    const today = await command.run(['diff', '--from', 'today', '--to', 'one'], { cwd });
    expect(today.stdout).toContain('Orchard  today → after One');
    expect(today.stdout).toContain('+ role Analyst in Growth');
    expect(today.stdout).not.toContain('Social');
    const later = await command.run(['diff', '--from', 'One'], { cwd });
    expect(later.stdout).toContain(moved);
    expect(later.stdout).not.toContain('Analyst in Growth');
  });
  it('points of a plan, telling in which phase a text stands that means nothing', async () => {
    const plan = (name: string): string => `plan ${name} "Plan ${name}" {
  phase ${name}-one "One of ${name}" { move social to nobody because "x" }
  phase ${name}-two "Two of ${name}" { move social to growth because "One voice" }
}
`;
    const cwd = command.folder({ 'a.mktorg': `${first}${plan('p')}`, 'b.mktorg': plan('q') });
    const { stdout } = await command.run(['diff', '--from', 'p-one', '--to', 'p-two'], { cwd });
    expect(stdout).toContain(
      'Not all could be read, so not all can be compared:\n  ! a.mktorg:7:43 in “One of p”: No element',
    );
    expect(stdout).not.toContain('Plan q');
    expect(stdout).toContain(moved);
  });
});

describe('diff says at the top', () => {
  it('what could not be read', async () => {
    const cwd = command.folder({
      'a/a.mktorg': first,
      'b/a.mktorg': second.replace('lead vp ', 'lead {{ vp '),
    });
    const { stdout } = await command.run(['diff', 'a', 'b'], { cwd });
    expect(stdout).toMatch(/Not all could be read, so not all can be compared:\n {2}! b\/a\.mktorg:3/);
    expect(stdout.indexOf('Not all could be read')).toBeLessThan(stdout.indexOf('Structure'));
    const markdown = await command.run(['diff', 'a', 'b', '--format', 'markdown'], { cwd });
    expect(markdown.stdout.indexOf('Not all could be read')).toBeLessThan(
      markdown.stdout.indexOf('Structure'),
    );
  });
});

describe('diff says of broken text', () => {
  const broken = `${first}team t { note "x }\n`;
  it.each([
    [broken, `// x\n${broken}`, 'b/a.mktorg:7:15, before and after: '],
    [broken, first, 'a/a.mktorg:6:15, only in a: '],
    [first, broken, 'b/a.mktorg:6:15: '],
  ])('on which side it stands', async (before, after, said) => {
    const cwd = command.folder({ 'a/a.mktorg': before, 'b/a.mktorg': after });
    const { stdout } = await command.run(['diff', 'a', 'b'], { cwd });
    expect(stdout.split('\n').filter((line) => line.startsWith('  ! '))).toEqual([
      expect.stringContaining(said),
    ]);
  });
});

describe('diff exits', () => {
  const removal =
    'organization o "Orchard"\nteam brand "Brand" { lead head  role head "Head of Brand" { held by "Ana" } }\n';
  const cases: readonly (readonly [
    what: string,
    after: string,
    args: readonly string[],
    status: number,
    said: RegExp,
  ])[] = [
    ['a difference', second, [], 0, /Social/],
    ['a difference that is asked for', second, ['--exit-code'], 1, /Social/],
    ['no difference that is asked for', first, ['--exit-code'], 0, /No differences/],
    ['only another layout', `// x\n${first}`, ['--exit-code'], 0, /No differences/],
    ['too much removed', removal, ['--max-removed', '25%'], 1, /3 of 4 seats are removed \(75%\)/],
    ['less removed than is too much', removal, ['--max-removed', '75%'], 0, /Brand/],
    ['no reason', second, ['--require-reason'], 1, /Social is moved/],
    [
      'a reason',
      second
        .replace('team social "Social" {', 'team social "Social" { placed because "One voice"')
        .replace('held by "Eve"', 'held by "Cy"')
        .replace('role writer "Writer"', 'role writer "Writer" { held by "Fi" }'),
      ['--require-reason'],
      0,
      /placed because/,
    ],
    ['a share that is none', second, ['--max-removed', 'many'], 2, /such as 25%/],
    ['a format that does not exist', second, ['--format', 'xml'], 2, /xml/],
  ];
  it.each(cases)('%s', async (_, after, args, status, said) => {
    const cwd = command.folder({ 'a/a.mktorg': first, 'b/a.mktorg': after });
    const ran = await command.run(['diff', 'a', 'b', ...args], { cwd });
    expect(ran.stdout + ran.stderr).toMatch(said);
    expect(ran.status).toBe(status);
  });
});

describe('diff fails with what to do', () => {
  const fails = async (cwd: string, args: readonly string[], env = {}): Promise<string> => {
    const { status, stdout, stderr } = await command.run(['diff', ...args], { cwd, env });
    expect([status, stdout]).toEqual([2, '']);
    return stderr;
  };

  it('where there is no repository, or no git', async () => {
    const cwd = command.folder({ 'a.mktorg': first });
    const env = { GIT_CEILING_DIRECTORIES: path.dirname(cwd) };
    expect(await fails(cwd, [], env)).toMatch(/is in no git repository/);
    const bin = command.folder({ 'bin/': '' });
    expect(await fails(cwd, [], { PATH: path.join(bin, 'bin') })).toMatch(
      /git is needed to compare revisions/,
    );
  });

  it('where a revision is unknown', async () => {
    const { folder, git } = repository();
    expect(await fails(folder, ['mian'])).toMatch(/neither a revision.*\n {2}Did you mean main\?/);
    expect(await fails(folder, ['main...nope'])).toContain('There is no revision nope in this repository.');
    expect(await fails(folder, ['main', 'HEAD', 'reorg', 'x'])).toMatch(/neither a revision|Two revisions/);
    expect(await fails(folder, ['--staged', 'main', 'HEAD'])).toContain('--staged compares');
    git('branch', 'org');
    expect(await fails(folder, ['org'])).toContain('org is both a path and a revision.');
    expect(await fails(folder, ['main', 'HEAD', '../elsewhere.mktorg'])).toContain(
      'is not in the repository',
    );
  });

  it('where there is no commit yet, and where nothing is to be compared', async () => {
    const empty = repositoryIn(command.folder({ 'a.mktorg': first }));
    expect(await fails(empty.folder, [])).toContain('The repository has no commit yet.');
    const bare = repositoryIn(command.folder());
    bare.commit('x', { 'README.md': '' });
    expect(await fails(bare.folder, [])).toMatch(/no \.mktorg files in this folder, neither in HEAD/);
  });

  it('where a clone is too shallow', async () => {
    const { folder, git } = repository();
    git('switch', '--quiet', 'main');
    for (let i = 0; i < 3; i++) git('commit', '--quiet', '--allow-empty', '--message=x');
    const clone = path.join(command.folder({ 'x/': '' }), 'clone');
    git('clone', '--quiet', '--depth=1', '--no-single-branch', `file://${folder}`, clone);
    expect(await fails(clone, ['origin/main...origin/reorg'])).toMatch(
      /no commit in common that is in this clone[\s\S]*git fetch --unshallow/,
    );
  });

  it('where what is staged is in conflict', async () => {
    const { folder, git, commit } = repository();
    git('switch', '--quiet', 'main');
    commit('other', { 'org/a.mktorg': second.replace('Eve', 'Zoe') });
    expect(() => git('merge', '--quiet', 'reorg')).toThrow();
    expect(await fails(folder, ['--staged'])).toContain('org/a.mktorg');
  });

  it('never taking an argument for an option, nor text for a command', async () => {
    const { folder } = repository();
    const marker = path.join(folder, 'marker');
    for (const arg of [`--output=${marker}`, '--upload-pack=touch x', '-x', `$(touch ${marker})`]) {
      await command.run(['diff', '--', arg], { cwd: folder });
      await command.run(['diff', '--', `main...${arg}`], { cwd: folder });
    }
    const hook = path.join(folder, 'fsmonitor.sh');
    writeFileSync(hook, `#!/bin/sh\ntouch ${marker}\n`);
    chmodSync(hook, 0o755);
    const { git } = repositoryIn(folder);
    git('config', 'core.fsmonitor', hook);
    git('config', 'core.pager', `touch ${marker}`);
    await command.run(['diff'], { cwd: folder });
    expect((await command.run(['diff', '--exit-code'], { cwd: folder })).status).toBe(0);
    expect(() => mkdirSync(marker)).not.toThrow();
  });
});
