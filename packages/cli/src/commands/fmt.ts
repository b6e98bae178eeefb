import { readFileSync } from 'node:fs';
import { formatDocument } from '@mktorg/language';
import { counted } from '../check/checked.ts';
import { type ExitStatus, exit } from '../exit.ts';
import { Failure, fileTrouble } from '../failure.ts';
import { decode } from '../files/decode.ts';
import { relativePath } from '../files/paths.ts';
import { namedFiles } from '../files/scope.ts';
import { writeWhole } from '../files/write.ts';
import { startProgress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface FmtOptions {
  readonly check?: true;
}

export async function fmtCommand(
  paths: readonly string[],
  options: FmtOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  if (paths.includes('-')) {
    if (paths.length > 1) throw new Failure('- stands for standard input, and cannot be mixed with files.');
    return formatInput(options, terminal);
  }
  return formatFiles(namedFiles(paths, terminal.cwd), options, terminal);
}

async function formatInput(options: FmtOptions, terminal: Terminal): Promise<ExitStatus> {
  const before = decode(await terminal.readInput());
  if (before.trouble) throw new Failure(`Standard input: ${before.trouble.message}`);
  const after = formatDocument(before.text);
  if (after === undefined) {
    throw new Failure('Standard input does not parse, so it was not formatted.', 'mktorg check says where.');
  }
  if (!options.check) terminal.out.write(after);
  return options.check && after !== before.text ? exit.findings : exit.clean;
}

async function formatFiles(
  files: readonly string[],
  options: FmtOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { out, err } = terminal;
  const progress = startProgress(terminal);
  const changed: string[] = [];
  const failed: string[] = [];
  try {
    for (const [index, file] of files.entries()) {
      await progress.step(`Formatting ${index.toLocaleString('en')} of ${counted(files.length, 'file')}`);
      const shown = relativePath(terminal.cwd, file);
      const outcome = formatFile(file, options.check === true);
      if (outcome === 'changed') changed.push(shown);
      else if (outcome !== 'same') failed.push(`${shown}: ${outcome.trouble}`);
    }
  } finally {
    progress.stop();
  }
  for (const file of changed) {
    out.write(options.check ? `${file} ${out.style('yellow', 'is not formatted')}\n` : `${file}\n`);
  }
  for (const line of failed) err.write(`${err.style(['bold', 'red'], 'error')} ${line}\n`);
  out.write(summary(files.length, changed.length, failed.length, options, terminal));
  if (failed.length > 0) return exit.failure;
  return options.check && changed.length > 0 ? exit.findings : exit.clean;
}

function formatFile(file: string, onlyCheck: boolean): 'same' | 'changed' | { readonly trouble: string } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { trouble: fileTrouble(error) };
  }
  const { text, trouble } = decode(bytes);
  if (trouble) return { trouble: trouble.message };
  const formatted = formatDocument(text);
  if (formatted === undefined)
    return { trouble: 'it does not parse, so it was left as it is; mktorg check says where' };
  // Compared as bytes: a byte order mark is not part of the settled layout.
  if (bytes.equals(Buffer.from(formatted))) return 'same';
  if (!onlyCheck) writeWhole(file, formatted);
  return 'changed';
}

function summary(
  all: number,
  changed: number,
  failed: number,
  options: FmtOptions,
  { out }: Terminal,
): string {
  const parts: string[] = [];
  if (changed === 0 && failed === 0)
    return `${out.style('green', '✔')} ${counted(all, 'file')} formatted already.\n`;
  if (changed > 0)
    parts.push(
      options.check ? `${counted(changed, 'file')} to format` : `${counted(changed, 'file')} formatted`,
    );
  const same = all - changed - failed;
  if (same > 0) parts.push(`${counted(same, 'file')} formatted already`);
  if (failed > 0) parts.push(`${counted(failed, 'file')} left alone`);
  const hint = options.check && changed > 0 ? ' To format: mktorg fmt' : '';
  return `${parts.join(', ')}.${hint}\n`;
}
