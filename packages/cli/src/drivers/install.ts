import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure, fileTrouble } from '../failure.ts';
import { driverScript, driverSettings, type Program, scriptName } from './script.ts';

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

/**
 * Makes git show and merge `.mktorg` files by what they say, in this repository alone: attributes that nobody else
 * sees, keys in its own configuration, and the script that both lead to. Doing it again changes nothing.
 * @throws {Failure} outside of a repository, or where something cannot be written
 */
export function installDrivers(cwd: string, program: Program): readonly Step[] {
  const files = filesOf(cwd);
  const others = withoutBlock(readIfThere(files.attributes)).replace(/(?<!\n)$/, (end, at) =>
    at > 0 ? '\n' : end,
  );
  // At the end, where it has the last word.
  const after = `${others}${opening}\n${attributes}\n${closing}\n`;
  return [
    settled(cwd, files.script, driverScript(program), 'calls the program'),
    settled(cwd, files.attributes, after, attributes),
    ...driverSettings.map(([key, value]) => {
      const changed = configured(cwd, key) !== value;
      if (changed) mustConfigure(cwd, ['--replace-all', key, value]);
      return { where: key, what: value, changed };
    }),
  ];
}

/**
 * Takes back all that `installDrivers` did.
 * @throws {Failure} outside of a repository, or where something cannot be written
 */
export function uninstallDrivers(cwd: string): readonly Step[] {
  const files = filesOf(cwd);
  const steps = driverSettings.map(([key]) => {
    const value = configured(cwd, key);
    if (value !== undefined) mustConfigure(cwd, ['--unset-all', key]);
    return { where: key, what: value ?? '', changed: value !== undefined };
  });
  return [
    settled(cwd, files.attributes, withoutBlock(readIfThere(files.attributes)), attributes),
    settled(cwd, files.script, '', ''),
    ...steps,
  ];
}

interface Files {
  readonly attributes: string;
  readonly script: string;
}

/** They lie in the folder that all working trees of a repository share. */
function filesOf(cwd: string): Files {
  const { status, text, trouble } = git(cwd, ['rev-parse', '--git-common-dir']);
  if (status === 0) {
    const common = path.resolve(cwd, text);
    return { attributes: path.join(common, 'info/attributes'), script: path.join(common, scriptName) };
  }
  if (!/not a git repository/.test(trouble)) throw new Failure('git cannot read this repository.', trouble);
  throw new Failure('This folder is in no git repository.', 'To make it one: git init');
}

/** Makes a file hold a text; one without any is removed. */
function settled(cwd: string, file: string, text: string, what: string): Step {
  const changed = readIfThere(file) !== text;
  try {
    if (changed && text === '') rmSync(file);
    else if (changed) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${fileTrouble(error)}.`);
  }
  return { where: path.relative(cwd, file), what, changed };
}

/** Where git keeps what it is doing in this working tree; nothing outside of a repository. */
export function statePath(cwd: string, name: string): string | undefined {
  const { status, text } = git(cwd, ['rev-parse', '--git-path', name]);
  return status === 0 ? path.resolve(cwd, text) : undefined;
}

function withoutBlock(text: string): string {
  const start = text.indexOf(opening);
  const end = text.indexOf(closing, start);
  if (start < 0 || end < 0) return text;
  return text.slice(0, start) + text.slice(end + closing.length).replace(/^\n/, '');
}

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function configured(cwd: string, key: string): string | undefined {
  const { status, text } = git(cwd, ['config', '--local', '--get-all', key]);
  return status === 0 ? text : undefined;
}

function mustConfigure(cwd: string, args: readonly string[]): void {
  const { status, trouble } = git(cwd, ['config', '--local', ...args]);
  if (status !== 0) throw new Failure('The configuration of the repository cannot be written.', trouble);
}

/** What git says, without the end of line. */
function git(
  cwd: string,
  args: readonly string[],
): { readonly status: number; readonly text: string; readonly trouble: string } {
  const { error, status, stdout, stderr } = spawnSync('git', [...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (error) throw new Failure('git cannot be run.', error.message);
  return { status: status ?? 1, text: stdout.replace(/\n$/, ''), trouble: stderr.trim() };
}
