import path from 'node:path';
import { relativePath } from '../files/paths.ts';
import { writeWhole } from '../files/write.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Puts a result where the call wants it: into a file, which is then said, or to standard output (`-`, or nothing). */
export function deliver(content: string | Uint8Array, output: string | undefined, terminal: Terminal): void {
  if (output === undefined || output === '-') {
    if (typeof content === 'string') terminal.out.write(content);
    else process.stdout.write(content);
    return;
  }
  const file = path.resolve(terminal.cwd, output);
  writeWhole(file, content);
  terminal.err.write(`${relativePath(terminal.cwd, file)}\n`);
}
