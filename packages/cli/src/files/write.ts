import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Failure, fileTrouble } from '../failure.ts';

/**
 * Writes a file whole or not at all: what stood there stays until the new text is complete. Folders on the way are
 * made; a link keeps leading to its file, and the file keeps its permissions.
 * @throws {Failure} where it cannot be written
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    if (!existsSync(file)) {
      replace(file, content);
      return;
    }
    accessSync(file, constants.W_OK);
    const stats = statSync(file);
    // A device or a pipe is written to, never replaced.
    if (stats.isFile()) replace(realpathSync(file), content, stats.mode);
    else writeFileSync(file, content);
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${fileTrouble(error)}.`);
  }
}

function replace(file: string, content: string | Uint8Array, mode?: number): void {
  const part = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
  try {
    writeFileSync(part, content, { flag: 'wx' });
    if (mode !== undefined) chmodSync(part, mode);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
