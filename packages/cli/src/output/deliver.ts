import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../failure.ts';
import { relativePath } from '../files/paths.ts';
import { writeWhole } from '../files/write.ts';
import type { Terminal } from '../terminal/terminal.ts';

/**
 * Puts a result where the call wants it: into a file, which is then said, or to standard output (`-`, or nothing).
 * @throws {Failure} where the file cannot be written; a folder that is not there is not made, since it may be a slip
 */
export function deliver(content: string | Uint8Array, output: string | undefined, terminal: Terminal): void {
  if (output === undefined || output === '-') {
    if (typeof content === 'string') terminal.out.write(content);
    else process.stdout.write(content);
    return;
  }
  const file = path.resolve(terminal.cwd, output);
  const folder = path.dirname(file);
  if (!existsSync(folder)) {
    const shown = relativePath(terminal.cwd, folder);
    throw new Failure(
      `${output} cannot be written: the folder ${shown} does not exist.`,
      `To make it: mkdir -p ${shown}`,
    );
  }
  writeWhole(file, content);
  terminal.err.write(`${relativePath(terminal.cwd, file)}\n`);
}
