import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { writeWhole } from '../files/write.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Where a preview is served on this machine. */
export interface Address {
  readonly port: number;
  /** The path that only the printed address knows. */
  readonly secret: string;
}

/**
 * The address at which these folders were served the last time: served there again, a page that is still open goes on.
 * Undefined where there was none.
 */
export function lastAddress(folders: readonly string[], env: Terminal['env']): Address | undefined {
  try {
    const [, port, secret] =
      /^(\d{1,5}) ([\w-]{16})\n$/.exec(readFileSync(fileOf(folders, env), 'utf8')) ?? [];
    return port === undefined || secret === undefined ? undefined : { port: Number(port), secret };
  } catch {
    return undefined;
  }
}

/** Remembers an address, for this user's eyes only. Where it cannot be kept, the next start takes another one. */
export function keepAddress(
  folders: readonly string[],
  { port, secret }: Address,
  env: Terminal['env'],
): void {
  const file = fileOf(folders, env);
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    chmodSync(path.dirname(file), 0o700);
    writeWhole(file, `${port} ${secret}\n`);
  } catch {
    // A home that is read only is no reason to show no chart.
  }
}

function fileOf(folders: readonly string[], env: Terminal['env']): string {
  const name = createHash('sha256').update(folders.join('\n')).digest('hex').slice(0, 16);
  return path.join(cacheFolder(env), 'mktorg', 'previews', name);
}

/** Where programs keep for this user what they can do without. */
function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA }: Terminal['env']): string {
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  return path.join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache');
}
