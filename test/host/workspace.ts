/** A throw-away copy of a folder, which an editor under test may change. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The copy keeps the folder's own name, since editors show it. It is gone when `use` has ended. */
export async function withCopyOf<T>(folder: string, use: (copy: string) => Promise<T>): Promise<T> {
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'mktorg-workspace-'));
  const copy = path.join(temporary, path.basename(folder));
  try {
    cpSync(folder, copy, { recursive: true });
    return await use(copy);
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
