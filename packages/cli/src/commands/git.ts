import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { parseFragment } from '@mktorg/language';
import { listingOf } from '@mktorg/review';
import { installDrivers, type Step, statePath, uninstallDrivers } from '../drivers/install.ts';
import { labelsOf } from '../drivers/labels.ts';
import { mergeTexts } from '../drivers/merge.ts';
import { type ExitStatus, exit } from '../exit.ts';
import { Failure, fileTrouble } from '../failure.ts';
import { decode } from '../files/decode.ts';
import { writeWhole } from '../files/write.ts';
import { clean } from '../terminal/clean.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Sets a repository up, and says what it changed. */
export async function gitInstallCommand(terminal: Terminal): Promise<ExitStatus> {
  const steps = installDrivers(terminal.cwd, {
    node: process.execPath,
    program: realpathSync(process.argv[1] ?? ''),
  });
  tell(steps, 'wrote', 'has', terminal);
  terminal.out.write(
    steps.some(({ changed }) => changed)
      ? '\ngit diff, git log -p and git merge now speak of the organization, in this repository and for you alone.\n' +
          'To take it back: mktorg git uninstall\n'
      : '\nEverything is in place already.\n',
  );
  return exit.clean;
}

/** Takes it all back. */
export async function gitUninstallCommand(terminal: Terminal): Promise<ExitStatus> {
  const steps = uninstallDrivers(terminal.cwd).filter(({ changed }) => changed);
  tell(steps, 'removed', '', terminal);
  terminal.out.write(
    steps.length > 0
      ? '\ngit compares and merges lines of text again.\n'
      : 'There is nothing to take back.\n',
  );
  return exit.clean;
}

function tell(steps: readonly Step[], did: string, is: string, { out }: Terminal): void {
  for (const { where, what, changed } of steps) {
    out.write(
      `${out.style(changed ? 'green' : 'dim', changed ? did : is)} ${out.style('bold', where)} ${what}\n`,
    );
  }
}

/**
 * What a text says, one fact a line, for `git diff`. Lines that cannot be read are in it as they are. An editor that
 * asks git for a file wants its text: VS Code says in the environment that it is the one who asks.
 */
export async function textconvCommand(file: string, terminal: Terminal): Promise<ExitStatus> {
  const { text } = decode(bytesOf(file, terminal));
  if (terminal.env['VSCODE_GIT_COMMAND']) {
    terminal.out.write(text);
    return exit.clean;
  }
  const fragment = parseFragment(text, 'file:///text.mktorg');
  const lines = listingOf(fragment).map(({ line }) => line);
  const source = text.split(/\r?\n/);
  for (const { rule, message, at } of fragment.problems) {
    if (rule === 'integrity/syntax')
      lines.push(`cannot be read: ${(source[at.line] ?? '').trim()} (${message})`);
  }
  terminal.out.write(lines.map((line) => `${clean(line)}\n`).join(''));
  return exit.clean;
}

export interface MergeDriverOptions {
  readonly ours: string;
  readonly base: string;
  readonly theirs: string;
  readonly markerSize: number;
  readonly path: string;
  /** What git calls the sides. */
  readonly labelOurs?: string;
  readonly labelBase?: string;
  readonly labelTheirs?: string;
}

/** Merges for git: the result takes the place of our side. An exit status of its own where places are left to a person. */
export async function mergeDriverCommand(
  options: MergeDriverOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const sides = {
    ours: sideIn(options.ours, terminal),
    base: sideIn(options.base, terminal),
    theirs: sideIn(options.theirs, terminal),
  };
  const { labelOurs: ours, labelBase: base, labelTheirs: theirs } = options;
  const given = { ...(ours && { ours }), ...(base && { base }), ...(theirs && { theirs }) };
  const labels = labelsOf(given, terminal.env, (name) => statePath(terminal.cwd, name));
  const { text, conflicts } = mergeTexts(sides, labels, options.markerSize);
  writeWhole(path.resolve(terminal.cwd, options.ours), text);
  return conflicts > 0 ? exit.conflicts : exit.clean;
}

/** A text to be merged. What is no UTF-8 would come out as something else, and is refused. */
function sideIn(file: string, terminal: Terminal): string {
  const { text, trouble } = decode(bytesOf(file, terminal));
  if (trouble) throw new Failure(trouble.message);
  return text;
}

function bytesOf(file: string, terminal: Terminal): Uint8Array {
  try {
    return readFileSync(path.resolve(terminal.cwd, file));
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${fileTrouble(error)}.`);
  }
}
