import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure, fileTrouble } from '../failure.ts';

export const extension = '.mktorg';

const skipped = new Set(['node_modules', 'dist']);

/** Whether a folder is looked into when it is not named in the call. */
export function isLookedInto(name: string): boolean {
  return !name.startsWith('.') && !skipped.has(name);
}

export function isModelFile(name: string): boolean {
  return name.endsWith(extension) && name !== extension;
}

/**
 * The model files in a folder and below, as absolute paths in a fixed order. Every file is found once: links are
 * followed where they lead to something that was not found without them.
 * @throws {Failure} where the folder itself cannot be read
 */
export function modelFilesBelow(folder: string): readonly string[] {
  const files: string[] = [];
  const links: string[] = [];
  const seen = new Set<string>();

  const visit = (directory: string, real: string, entries: readonly Dirent[]): void => {
    seen.add(real);
    for (const entry of entries) {
      const file = path.join(directory, entry.name);
      const realFile = path.join(real, entry.name);
      if (entry.isSymbolicLink()) links.push(file);
      else if (entry.isDirectory() && isLookedInto(entry.name)) visit(file, realFile, entriesOf(file));
      else if (entry.isFile() && isModelFile(entry.name)) {
        seen.add(realFile);
        files.push(file);
      }
    }
  };

  const top = realpathSync(folder);
  visit(folder, top, entriesOf(folder, 'must'));
  for (let link = links.shift(); link !== undefined; link = links.shift()) {
    const target = followed(link);
    // A link to a folder around this one would bring in everything beside it.
    if (target === undefined || seen.has(target.real) || isInside(top, target.real)) continue;
    if (target.directory) {
      if (isLookedInto(path.basename(link))) visit(link, target.real, entriesOf(link));
    } else if (isModelFile(link)) {
      seen.add(target.real);
      files.push(link);
    }
  }
  return files.sort(compareStrings);
}

/** The model files directly in a folder; none where it cannot be read. */
export function modelFilesIn(folder: string): readonly string[] {
  return entriesOf(folder)
    .filter((entry) => isModelFile(entry.name) && !entry.isDirectory())
    .map((entry) => path.join(folder, entry.name));
}

/** Whether `inner` is `outer` or lies below it. */
export function isInside(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way));
}

function entriesOf(folder: string, must?: 'must'): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareStrings(a.name, b.name));
  } catch (error) {
    if (!must) return [];
    throw new Failure(`The folder ${folder} cannot be read: ${fileTrouble(error)}.`);
  }
}

function followed(link: string): { readonly real: string; readonly directory: boolean } | undefined {
  try {
    return { real: realpathSync(link), directory: statSync(link).isDirectory() };
  } catch {
    return undefined;
  }
}

/** By code unit, so that the order is the same everywhere. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
