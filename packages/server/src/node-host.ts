import { type Dirent, promises as fs } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import { type FileText, type Host, localDay, skippedFolders } from './host.ts';

const extension = '.mktorg';

/** Reads what is on disk. */
export function createNodeHost(): Host {
  return {
    reads: (uri) => uri.startsWith('file:'),
    async *files(folders) {
      for (const folder of folders) yield* filesIn(URI.parse(folder).fsPath);
    },
    read: (uri) => readText(URI.parse(uri).fsPath),
    foldersAround: async (uri) => {
      const folder = await organizationAround(dirname(URI.parse(uri).fsPath));
      return folder === undefined ? [] : [URI.file(folder).toString()];
    },
    today: () => localDay(new Date()),
  };
}

/** How many files are read at a time. */
const portion = 64;

async function* filesIn(folder: string): AsyncIterable<readonly FileText[]> {
  const paths: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of await entriesOf(next)) {
      const path = join(next, entry.name);
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) folders.push(path);
      else if (entry.isFile() && entry.name.endsWith(extension)) paths.push(path);
    }
    while (paths.length >= portion) yield await readAll(paths.splice(0, portion));
  }
  yield await readAll(paths);
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await fs.readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

async function readAll(paths: readonly string[]): Promise<readonly FileText[]> {
  const texts = await Promise.all(paths.map(readText));
  return paths.flatMap((path, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ uri: URI.file(path).toString(), text }];
  });
}

async function readText(path: string): Promise<string | undefined> {
  try {
    // Editors leave a byte order mark out of the text, and so out of the columns.
    return (await fs.readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

/** Folders with an organization lie at most this far above a document. */
const levels = 6;

/** The nearest folder, from this one up, with a document that declares an organization. */
async function organizationAround(folder: string): Promise<string | undefined> {
  let current = folder;
  for (let level = 0; level < levels; level++) {
    const names = (await entriesOf(current)).filter((e) => e.isFile() && e.name.endsWith(extension));
    const texts = await Promise.all(names.map((entry) => readText(join(current, entry.name))));
    if (texts.some((text) => text !== undefined && /^\s*organization\b/m.test(text))) return current;
    const parent = dirname(current);
    if (parent === current) return undefined;
    current = parent;
  }
  return undefined;
}
