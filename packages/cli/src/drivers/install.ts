import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../failure.ts';

/** One thing that was, or would have been, changed in a repository. */
export interface Step {
  /** The file or the key of the configuration. */
  readonly where: string;
  readonly what: string;
  readonly changed: boolean;
}

const opening = '# mktorg: how git compares and merges organizations';
const closing = '# end of mktorg';
const attributes = '*.mktorg diff=mktorg merge=mktorg';

/** What the configuration of the repository says, by key. */
function settingsFor(command: string): readonly (readonly [key: string, value: string])[] {
  return [
    ['diff.mktorg.textconv', `${command} git textconv`],
    ['merge.mktorg.name', 'organizations by what they say'],
    [
      'merge.mktorg.driver',
      `${command} git merge --ours %A --base %O --theirs %B --marker-size %L --path %P`,
    ],
  ];
}

/**
 * Makes git show and merge `.mktorg` files by what they say, in this repository alone: attributes that nobody else
 * sees, and keys in its own configuration. Doing it again changes nothing.
 * @throws {Failure} outside of a repository
 */
export function installDrivers(cwd: string, command: string): readonly Step[] {
  const file = attributesFile(cwd);
  const before = readIfThere(file);
  const after = `${withoutBlock(before)}${opening}\n${attributes}\n${closing}\n`;
  if (after !== before) write(file, after);
  return [
    { where: shown(cwd, file), what: attributes, changed: after !== before },
    ...settingsFor(command).map(([key, value]) => {
      const changed = config(cwd, ['--get', key]) !== value;
      if (changed) config(cwd, [key, value]);
      return { where: key, what: value, changed };
    }),
  ];
}

/** Takes back all that `installDrivers` did. */
export function uninstallDrivers(cwd: string): readonly Step[] {
  const file = attributesFile(cwd);
  const before = readIfThere(file);
  const after = withoutBlock(before);
  if (after !== before) write(file, after);
  return [
    { where: shown(cwd, file), what: attributes, changed: after !== before },
    ...settingsFor('').map(([key]) => {
      const value = config(cwd, ['--get', key]);
      if (value !== undefined) config(cwd, ['--unset-all', key]);
      return { where: key, what: value ?? '', changed: value !== undefined };
    }),
  ];
}

function attributesFile(cwd: string): string {
  const file = git(cwd, ['rev-parse', '--git-path', 'info/attributes']);
  if (file === undefined)
    throw new Failure('This folder is in no git repository.', 'To make it one: git init');
  return path.resolve(cwd, file);
}

function withoutBlock(text: string): string {
  const start = text.indexOf(opening);
  const end = text.indexOf(closing, start);
  if (start < 0 || end < 0) return text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return text.slice(0, start) + text.slice(end + closing.length).replace(/^\n/, '');
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function shown(cwd: string, file: string): string {
  return path.relative(cwd, file) || file;
}

function config(cwd: string, args: readonly string[]): string | undefined {
  return git(cwd, ['config', '--local', ...args]);
}

/** What git says, without the end of line; nothing where it refuses. */
function git(cwd: string, args: readonly string[]): string | undefined {
  const ran = spawnSync('git', [...args], { cwd, encoding: 'utf8' });
  if (ran.error) throw new Failure('git cannot be run.', ran.error.message);
  return ran.status === 0 ? ran.stdout.replace(/\n$/, '') : undefined;
}

/**
 * How a shell calls this program: by its name where the name leads here, otherwise by where it and its Node are.
 * Git runs drivers by a shell, on Windows too.
 */
export function commandFor(program: string, searchPath = process.env['PATH'] ?? ''): string {
  const own = realpathSync(program);
  for (const folder of searchPath.split(path.delimiter)) {
    const candidate = path.join(folder, 'mktorg');
    if (folder !== '' && isFile(candidate)) {
      // The first one is what the name means.
      if (realpathSync(candidate) === own) return 'mktorg';
      break;
    }
  }
  return `${quoted(process.execPath)} ${quoted(own)}`;
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function quoted(text: string): string {
  const plain = text.replaceAll('\\', '/');
  return /^[\w./:-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", "'\\''")}'`;
}
