/** The drivers as git calls them, in the situations in which people meet them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCommand } from '../testing/command.ts';
import { driverScript, scriptName } from './script.ts';

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

const has = (folder: string, program: string): boolean => existsSync(path.join(folder, program));
/** Without other programs that are called mktorg, as far as git is still found. */
const searchPath = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .filter((folder) => !has(folder, 'mktorg') || has(folder, 'git'))
  .join(path.delimiter);
const isElsewhere = searchPath.split(path.delimiter).some((folder) => has(folder, 'mktorg'));

/** The same in every repository, so that commits have the same names too. */
const environment = {
  ...process.env,
  PATH: searchPath,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ana',
  GIT_AUTHOR_EMAIL: 'ana@example.com',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Ana',
  GIT_COMMITTER_EMAIL: 'ana@example.com',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git, whatever comes of it. */
function tryGit(folder: string, args: readonly string[], input = ''): Ran {
  return spawnSync('git', args, { cwd: folder, encoding: 'utf8', env: environment, input });
}

class Folder {
  readonly path: string;

  constructor(folder: string) {
    this.path = folder;
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, {
      cwd: this.path,
      encoding: 'utf8',
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  get file(): string {
    return path.join(this.path, 'brand.mktorg');
  }

  get text(): string {
    return readFileSync(this.file, 'utf8');
  }

  edit(from: string, to: string): void {
    const before = this.text;
    expect(before).toContain(from);
    writeFileSync(this.file, before.replace(from, to));
  }

  commit(message: string, from: string, to: string): void {
    this.edit(from, to);
    this.git('commit', '--quiet', '--all', '--message', message);
  }
}

/** A repository with one commit, in which git speaks of organizations. */
async function repository(options: { readonly plain?: boolean; readonly in?: string } = {}): Promise<Folder> {
  const folder = new Folder(path.join(command.folder(), options.in ?? 'repository'));
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', folder.path], { env: environment });
  writeFileSync(folder.file, start);
  folder.git('add', '.');
  folder.git('commit', '--quiet', '--message', 'Start');
  if (!options.plain) await install(folder.path);
  return folder;
}

async function install(folder: string, program = command.program): Promise<string> {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'git', 'install'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment, NO_COLOR: '1' },
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

function copyOfProgram(name: string): string {
  const [from, copy] = [path.dirname(path.dirname(command.program)), path.join(command.folder(), name)];
  for (const part of ['dist', 'package.json'])
    cpSync(path.join(from, part), path.join(copy, part), { recursive: true });
  return copy;
}

/** On main, our change; on the branch, theirs. */
function diverge(folder: Folder, ours: readonly [string, string], theirs: readonly [string, string]): void {
  folder.git('switch', '--quiet', '--create', 'theirs');
  folder.commit('Their change', ...theirs);
  folder.git('switch', '--quiet', 'main');
  folder.commit('Our change', ...ours);
}

const operations: { readonly [name: string]: (folder: Folder) => void } = {
  merge: ({ path: folder }) => void tryGit(folder, ['merge', 'theirs']),
  rebase: ({ path: folder }) => void tryGit(folder, ['rebase', 'theirs']),
  'cherry-pick': ({ path: folder }) => void tryGit(folder, ['cherry-pick', 'theirs']),
  'stash pop': (folder) => {
    // What they changed is put aside, and taken out over what we changed.
    folder.git('switch', '--quiet', '--detach', 'theirs');
    folder.git('reset', '--quiet', '--mixed', 'HEAD~1');
    folder.git('stash', '--quiet');
    folder.git('switch', '--quiet', 'main');
    tryGit(folder.path, ['stash', 'pop']);
  },
};

const [major = 0, minor = 0] = (
  /(\d+)\.(\d+)/.exec(execFileSync('git', ['--version'], { encoding: 'utf8' })) ?? []
)
  .slice(1)
  .map(Number);
/** From this version on, git tells drivers what the sides are called. */
const tellsNames = major > 2 || (major === 2 && minor >= 44);

describe.each(Object.entries(operations))('git %s', (name, operate) => {
  it('says what both sides say', async () => {
    const folder = await repository();
    diverge(folder, ['serves emea', 'serves emea, apac'], ['serves emea', 'serves emea, americas']);
    operate(folder);
    expect(folder.text).toMatch(/^ {2}serves emea, (?:apac, americas|americas, apac)$/m);
    expect(folder.git('diff', '--name-only', '--diff-filter=U')).toBe('');
  });

  it('calls the sides what git calls them, where a person has to choose', async () => {
    const [folder, plain] = [await repository(), await repository({ plain: true })];
    for (const each of [folder, plain]) {
      diverge(each, ['lead head', 'lead ana'], ['lead head', 'lead bo']);
      operate(each);
    }
    const known = tellsNames || name === 'merge' || name === 'rebase';
    const expected = known
      ? plain.text
      : plain.text.replace(/^(<{7}) .*/m, '$1 ours').replace(/^(>{7}) .*/m, '$1 theirs');
    expect(plain.text).toMatch(/^<{7} .+\n {2}lead .*\n={7}\n {2}lead .*\n>{7} .+$/m);
    expect(folder.text).toBe(expected);
    expect(folder.git('diff', '--name-only', '--diff-filter=U')).toBe('brand.mktorg\n');
  });
});

it('shows what both started from, where git is told to', async () => {
  const folder = await repository();
  folder.git('config', 'merge.conflictStyle', 'diff3');
  diverge(folder, ['lead head', 'lead ana'], ['lead head', 'lead bo']);
  tryGit(folder.path, ['merge', 'theirs']);
  expect(folder.text).toMatch(
    /^<{7} HEAD\n {2}lead ana\n\|{7} .+\n {2}lead head\n={7}\n {2}lead bo\n>{7} theirs$/m,
  );
});

it('leaves a conflict to a person, however long its markers are to be', async () => {
  const folder = await repository();
  writeFileSync(path.join(folder.path, '.gitattributes'), '*.mktorg conflict-marker-size=5\n');
  diverge(folder, ['lead head', 'lead ana'], ['lead head', 'lead bo']);
  const { status, stderr } = tryGit(folder.path, ['merge', 'theirs']);
  expect([status, stderr]).toEqual([1, '']);
  expect(folder.text).toMatch(/^<{5} HEAD\n {2}lead ana\n={5}\n {2}lead bo\n>{5} theirs$/m);
});

it.each(['process.exit(1)', 'process.exit(2)', 'process.kill(process.pid)', 'throw 1'])(
  'merges lines of text where the program ends by %s',
  async (end) => {
    const folder = await repository();
    const program = path.join(command.folder({ 'broken.mjs': `${end};\n` }), 'broken.mjs');
    writeFileSync(
      path.join(folder.path, '.git', scriptName),
      driverScript({ node: process.execPath, program }),
    );
    diverge(folder, ['lead head', 'lead ana'], ['lead head', 'lead bo']);
    const { status, stderr } = tryGit(folder.path, ['merge', 'theirs']);
    expect(status).toBe(1);
    expect(stderr).toContain('brand.mktorg is merged as lines of text');
    expect(folder.text).toMatch(/^<{7} (?:HEAD|ours)\n {2}lead ana\n={7}\n {2}lead bo\n>{7} theirs$/m);
  },
);

describe('merges that cross', () => {
  /** Two branches, of which each has merged the other: git first merges what they started from. */
  function cross(folder: Folder, [ours, theirs, both]: readonly [string, string, string]): void {
    const [, changed = ''] = /(serves|lead) /.exec(ours) ?? [];
    const [line = ''] = new RegExp(`${changed} .*`).exec(start) ?? [];
    diverge(folder, [line, ours], [line, theirs]);
    const tips = ['main', 'theirs'].map((branch) => folder.git('rev-parse', branch).trim());
    for (const [branch, other = ''] of [
      ['theirs', tips[0]],
      ['main', tips[1]],
    ]) {
      folder.git('switch', '--quiet', branch ?? '');
      tryGit(folder.path, ['merge', '--no-commit', other]);
      writeFileSync(folder.file, start.replace(line, both));
      folder.git('commit', '--quiet', '--all', '--message', 'Merge');
    }
    folder.commit('Our last', 'region americas', 'region latam');
    folder.git('switch', '--quiet', 'theirs');
    folder.commit('Their last', '"Head"', '"Chief"');
    folder.git('switch', '--quiet', 'main');
  }

  it.each([
    ['agree', ['serves emea, apac', 'serves emea, americas', 'serves emea, apac, americas']],
    ['contradict each other', ['lead ana', 'lead bo', 'lead cy']],
  ] as const)('go through, where those before them %s', async (_, lines) => {
    const folder = await repository();
    cross(folder, lines);
    folder.git('merge', '--quiet', '--no-edit', 'theirs');
    for (const line of [lines[2], 'region latam', '"Chief"']) expect(folder.text).toContain(line);
    expect(folder.text.split('\n')).toHaveLength(start.split('\n').length);
  });
});

describe.skipIf(isElsewhere)('where the program is gone', () => {
  /** A copy of it that can vanish, as one that npx fetched does. */
  async function withoutProgram(): Promise<Folder> {
    const folder = await repository({ plain: true });
    const copy = copyOfProgram('npx');
    await install(folder.path, path.join(copy, 'dist/mktorg.js'));
    rmSync(copy, { recursive: true });
    return folder;
  }

  it('git compares lines of text, and says how to mend that', async () => {
    const folder = await withoutProgram();
    folder.edit('serves emea', 'serves apac');
    const { status, stdout, stderr } = tryGit(folder.path, ['diff']);
    expect(status).toBe(0);
    expect(stdout).toContain('-  serves emea\n+  serves apac\n');
    expect(stderr).toContain('mktorg is no longer at ');
    expect(stderr).toContain('To mend that: mktorg git install');
    expect(tryGit(folder.path, ['log', '-p'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('+  lead head'),
    });
  });

  it('git merges lines of text, and keeps both sides', async () => {
    const folder = await withoutProgram();
    diverge(folder, ['lead head', 'lead ana'], ['lead head', 'lead bo']);
    const { status, stderr } = tryGit(folder.path, ['merge', 'theirs']);
    expect(status).toBe(1);
    expect(stderr).toContain('brand.mktorg is merged as lines of text');
    expect(folder.text).toMatch(/^<{7} (?:HEAD|ours)\n {2}lead ana\n={7}\n {2}lead bo\n>{7} theirs$/m);
  });

  it.each(['a\nb\u001b[31m', 'a\u009b31mb'])(
    'says so without what would steer a terminal: %j',
    async (name) => {
      const folder = await withoutProgram();
      const script = path.join(folder.path, '.git', scriptName);
      const files = ['a', 'b', 'c'].map((each) => path.join(command.folder({ [each]: start }), each));
      const { stderr } = spawnSync(
        'sh',
        [script, 'merge', ...files, '7', `${name}.mktorg`, '%X', '%S', '%Y'],
        {
          cwd: folder.path,
          encoding: 'utf8',
          env: environment,
        },
      );
      const lines = stderr.split('\n');
      expect(lines).toHaveLength(3);
      expect(lines[1]).toContain('.mktorg is merged as lines of text. ');
      expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    },
  );

  it('git merges what does not conflict', async () => {
    const folder = await withoutProgram();
    diverge(folder, ['"Brand"', '"The brand"'], ['"Head"', '"Chief"']);
    folder.git('merge', '--quiet', '--no-edit', 'theirs');
    expect(folder.text).toContain('"The brand"');
    expect(folder.text).toContain('"Chief"');
  });

  it('git takes the one that the PATH leads to', async () => {
    const folder = await withoutProgram();
    const bin = command.folder({
      mktorg: `#!/bin/sh\nexec '${process.execPath}' '${command.program}' "$@"\n`,
    });
    execFileSync('chmod', ['+x', path.join(bin, 'mktorg')]);
    folder.edit('serves emea', 'serves apac');
    const { stdout } = spawnSync('git', ['diff'], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...environment, PATH: `${bin}${path.delimiter}${searchPath}` },
    });
    expect(stdout).toContain('+team brand serves apac');
  });
});

it('leaves text that is not UTF-8 to git', async () => {
  const folder = await repository();
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
  const write = (text: string): void => {
    writeFileSync(folder.file, latin(text));
    folder.git('commit', '--quiet', '--all', '--message', 'Change');
  };
  write('// Café\nteam a\n');
  folder.git('switch', '--quiet', '--create', 'theirs');
  write('// Café\nteam b\n');
  folder.git('switch', '--quiet', 'main');
  write('// Café\nteam c\n');
  const { stderr } = tryGit(folder.path, ['merge', 'theirs']);
  expect(stderr).toContain('is merged as lines of text');
  expect(readFileSync(folder.file).includes(latin('Café'))).toBe(true);
  expect(folder.text).toMatch(/^<{7} /m);
});

describe('wherever it is installed', () => {
  const changed = '+team brand serves apac';

  it('a path may have spaces and quotes', async () => {
    const folder = await repository({ plain: true, in: "Ana's org charts/the $HOME one" });
    const copy = copyOfProgram("Program Files (x86)/mktorg's");
    await install(folder.path, path.join(copy, 'dist/mktorg.js'));
    folder.edit('serves emea', 'serves apac');
    expect(folder.git('diff')).toContain(changed);
  });

  it('all working trees have it, and a repository that moves keeps it', async () => {
    const folder = await repository();
    const tree = new Folder(path.join(command.folder(), 'tree'));
    folder.git('worktree', 'add', '--quiet', '-b', 'tree', tree.path);
    tree.edit('serves emea', 'serves apac');
    expect(tree.git('diff')).toContain(changed);
    expect(await install(tree.path)).toContain('Everything is in place already.');
    const moved = new Folder(path.join(command.folder(), 'moved'));
    cpSync(folder.path, moved.path, { recursive: true });
    rmSync(folder.path, { recursive: true });
    moved.edit('serves emea', 'serves apac');
    expect(moved.git('diff')).toContain(changed);
  });

  it('a submodule has its own', async () => {
    const [inner, outer] = [await repository({ plain: true }), await repository({ plain: true })];
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'inner');
    const module = new Folder(path.join(outer.path, 'inner'));
    await install(module.path);
    module.edit('serves emea', 'serves apac');
    expect(module.git('diff')).toContain(changed);
    outer.edit('serves emea', 'serves apac');
    expect(outer.git('diff', '--', 'brand.mktorg')).toContain('+  serves apac');
  });

  it('a bare repository compares commits by it', async () => {
    const folder = await repository({ plain: true });
    folder.commit('Serve APAC', 'serves emea', 'serves apac');
    const bare = new Folder(path.join(command.folder(), 'bare.git'));
    folder.git('clone', '--quiet', '--bare', '.', bare.path);
    await install(bare.path);
    expect(bare.git('diff', 'HEAD~1', 'HEAD')).toContain(changed);
    expect(existsSync(path.join(bare.path, 'mktorg.sh'))).toBe(true);
  });

  it('git may be called from a folder inside', async () => {
    const folder = await repository();
    folder.edit('serves emea', 'serves apac');
    const inner = path.join(folder.path, 'inner');
    execFileSync('mkdir', [inner]);
    expect(tryGit(inner, ['diff']).stdout).toContain(changed);
  });
});

describe('beside what git was told before', () => {
  it('has the last word, and gives it back to the byte', async () => {
    const folder = await repository({ plain: true });
    const file = path.join(folder.path, '.git/info/attributes');
    const global = path.join(
      command.folder({ attributes: '*.mktorg diff=golang merge=union\n' }),
      'attributes',
    );
    const own = '*.png binary\n*.mktorg -diff merge=union';
    writeFileSync(file, own);
    writeFileSync(path.join(folder.path, '.gitattributes'), '*.mktorg text eol=lf diff=html\n');
    folder.git('config', 'core.attributesFile', global);
    folder.git('config', 'core.hooksPath', command.folder());
    folder.git('config', '--add', 'merge.mktorg.driver', 'false');
    folder.git('config', '--add', 'merge.mktorg.driver', 'true');
    await install(folder.path);
    expect(folder.git('check-attr', 'diff', 'merge', 'text', '--', 'brand.mktorg')).toBe(
      'brand.mktorg: diff: mktorg\nbrand.mktorg: merge: mktorg\nbrand.mktorg: text: set\n',
    );
    expect(folder.git('config', '--get-all', 'merge.mktorg.driver').trimEnd().split('\n')).toHaveLength(1);
    const { stdout } = await command.run(['git', 'uninstall'], { cwd: folder.path });
    expect(stdout).toContain('removed');
    expect(readFileSync(file, 'utf8')).toBe(`${own}\n`);
    expect((await command.run(['git', 'uninstall'], { cwd: folder.path })).stdout).toBe(
      'There is nothing to take back.\n',
    );
    expect(folder.git('check-attr', 'diff', '--', 'brand.mktorg')).toContain('diff: unset');
  });

  it('says what is wrong where the configuration cannot be written', async () => {
    const folder = await repository({ plain: true });
    writeFileSync(path.join(folder.path, '.git/config.lock'), '');
    const { status, stderr } = await command.run(['git', 'install'], { cwd: folder.path });
    expect([status, stderr]).toEqual([2, expect.stringContaining('could not lock config file')]);
  });
});

describe('what people do all day', () => {
  it('git show, git stash show and git log -p tell facts', async () => {
    const folder = await repository();
    folder.commit('Serve APAC', 'serves emea', 'serves apac');
    for (const args of [['show'], ['log', '-p', '-1'], ['diff', 'HEAD~1', '--', 'brand.mktorg']])
      expect(folder.git(...args)).toContain('+team brand serves apac');
    folder.edit('"Head"', '"Chief"');
    folder.git('stash', '--quiet');
    expect(folder.git('stash', 'show', '-p')).toContain('Chief');
    folder.git('stash', 'pop', '--quiet');
    expect(folder.text).toContain('"Chief"');
  });

  it.each<readonly [asks: string, args: readonly string[]]>([
    ['lines', ['blame', '-p', 'brand.mktorg']],
    ['lines', ['annotate', 'brand.mktorg']],
    ['lines', ['-C', '.', '--no-pager', '-c', 'a.b=c', 'blame', '-p', 'brand.mktorg']],
    ['lines', ['-c', 'alias.who=blame -p', 'who', 'brand.mktorg']],
    ['lines', ['log', '-L4,4:brand.mktorg']],
    ['lines', ['log', '-L', '4,4:brand.mktorg']],
    ['lines', ['show', '-L4,4:brand.mktorg']],
    ['facts', ['log', '-p', 'blame']],
    ['facts', ['-c', 'a.b=blame', 'diff', 'HEAD~1']],
    ['facts', ['--git-dir', '.git', '--work-tree', '.', 'show', 'blame']],
    ['facts', ['show', 'HEAD', '--', '-L4.mktorg', 'brand.mktorg']],
    ['facts', ['log', '-p', '--grep', 'log -L', '--invert-grep']],
  ])('%s: git %j', async (asks, args) => {
    const folder = await repository();
    folder.commit('Serve APAC', 'serves emea', 'serves apac');
    folder.git('branch', 'blame');
    const said = folder.git(...args);
    expect(/team brand serves apac/.test(said)).toBe(asks === 'facts');
    expect(/(?:\t|\+|\)) {2}serves apac/.test(said)).toBe(asks === 'lines');
  });

  it.each(['-odd', 'blame', "it's $HOME", 'a\nb', 'Menü'])('the file may be called %j', async (name) => {
    const folder = await repository();
    const [from, to] = [folder.file, path.join(folder.path, `${name}.mktorg`)];
    renameSync(from, to);
    folder.git('add', '.');
    folder.git('commit', '--quiet', '--message', 'Rename');
    const change = (serves: string): void => {
      writeFileSync(to, start.replace('serves emea', serves));
    };
    change('serves apac');
    expect(tryGit(folder.path, ['diff'])).toMatchObject({
      stderr: '',
      stdout: expect.stringContaining('+team brand serves apac'),
    });
    expect(folder.git('blame', '--', `${name}.mktorg`)).toContain(')   serves apac');
    change('serves emea, apac');
    folder.git('switch', '--quiet', '--create', 'theirs');
    folder.git('commit', '--quiet', '--all', '--message', 'Theirs');
    folder.git('switch', '--quiet', 'main');
    change('serves emea, americas');
    folder.git('commit', '--quiet', '--all', '--message', 'Ours');
    folder.git('merge', '--quiet', '--no-edit', 'theirs');
    expect(readFileSync(to, 'utf8')).toMatch(/^ {2}serves emea, (?:apac, americas|americas, apac)$/m);
  });

  it('git blame and git log -L speak of lines of the file', async () => {
    const folder = await repository();
    folder.commit('Serve APAC', 'serves emea', 'serves apac');
    const lines = folder.git('blame', '--line-porcelain', 'brand.mktorg').match(/^\t.*$/gm);
    expect(lines?.map((line) => line.slice(1)).join('\n')).toBe(folder.text.trimEnd());
    expect(folder.git('log', '-L', '4,4:brand.mktorg', '--format=%s')).toContain('+  serves apac');
  });

  it('git add -p puts lines of the file in the index', async () => {
    const folder = await repository();
    folder.edit('"Head"', '"Chief"');
    folder.edit('region americas', 'region latam');
    // Lines too far apart for one hunk.
    const { status, stderr } = tryGit(folder.path, ['add', '-p'], 's\ny\nn\n');
    expect(status, stderr).toBe(0);
    expect(folder.git('show', ':brand.mktorg')).toBe(start.replace('"Head"', '"Chief"'));
  });

  it('patches are made of text', async () => {
    const folder = await repository();
    folder.commit('Serve APAC', 'serves emea', 'serves apac');
    const patch = folder.git('format-patch', '--stdout', '-1');
    const text = folder.git('diff', '--no-textconv', 'HEAD~1');
    for (const each of [patch, text]) expect(each).toContain('-  serves emea\n+  serves apac');
    folder.git('reset', '--quiet', '--hard', 'HEAD~1');
    expect(tryGit(folder.path, ['apply'], text).status).toBe(0);
    expect(folder.text).toContain('serves apac');
  });
});
