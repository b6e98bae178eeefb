import { readdirSync } from 'node:fs';
import path from 'node:path';
import { starterFiles } from '@mktorg/exchange';
import { type ExitStatus, exit } from '../exit.ts';
import { errorCode, Failure, fileTrouble } from '../failure.ts';
import { isModelFile } from '../files/discover.ts';
import { relativePath, titleOfFolder } from '../files/paths.ts';
import { writeWhole } from '../files/write.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface InitOptions {
  readonly name?: string;
}

/** Writes a small organization into a folder that holds none. Nothing that exists is touched. */
export async function initCommand(
  folder: string | undefined,
  options: InitOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const target = path.resolve(terminal.cwd, folder ?? '.');
  const shown = relativePath(terminal.cwd, target);
  const taken = modelFiles(target, shown);
  if (taken.length > 0) {
    throw new Failure(
      `There is an organization in ${folder === undefined ? 'this folder' : shown} already: ${taken.slice(0, 3).join(', ')}${taken.length > 3 ? ' …' : ''}.`,
      `To see how it does: mktorg check${folder === undefined ? '' : ` ${shown}`}`,
    );
  }
  const title = options.name?.trim() || titleOfFolder(target);
  const files = starterFiles(title);
  for (const [name, text] of files) {
    writeWhole(path.join(target, name), text);
    terminal.out.write(`${relativePath(terminal.cwd, path.join(target, name))}\n`);
  }
  const where = folder === undefined ? '' : ` ${shown}`;
  terminal.out.write(
    `\nThat is “${title}”, with four teams and three platforms to change.\n` +
      `  mktorg check${where}     finds what is wrong\n` +
      `  mktorg preview${where}   shows the chart and follows your changes\n`,
  );
  return exit.clean;
}

function modelFiles(folder: string, shown: string): readonly string[] {
  try {
    return readdirSync(folder).filter(isModelFile).sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw new Failure(`${shown} cannot be used: ${fileTrouble(error)}.`);
  }
}
