import path from 'node:path';
import { watch } from 'chokidar';
import { isLookedInto, isModelFile } from '../files/discover.ts';

export interface Follower {
  close(): Promise<void>;
}

/** Editors save in several steps; what happens within this time is one change. In milliseconds. */
const settle = 50;

/** Tells of model files in the folders and below that come, change or go. Resolves when it is watching. */
export async function follow(
  folders: readonly string[],
  changed: (files: readonly string[]) => void,
  trouble: (message: string) => void,
): Promise<Follower> {
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([...folders], {
    ignoreInitial: true,
    ignored: (file, stats) => {
      if (folders.includes(file)) return false;
      if (!isLookedInto(path.basename(file))) return true;
      return stats?.isFile() === true && !isModelFile(path.basename(file));
    },
  });
  watcher.on('all', (_event, file) => {
    if (!isModelFile(path.basename(file))) return;
    pending.add(path.resolve(file));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = [...pending];
      pending.clear();
      changed(files);
    }, settle);
  });
  watcher.on('error', (error) => trouble(error instanceof Error ? error.message : String(error)));
  await new Promise<void>((resolve) => watcher.on('ready', () => resolve()));
  return {
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
