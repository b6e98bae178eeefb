import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

/** Turns uris of files into paths as they are shown and written: relative to a folder, with `/`. */
export type ShowPath = (uri: string) => string;

/** Remembers, because findings name the same files again and again. */
export function pathsFrom(folder: string): ShowPath {
  const known = new Map<string, string>();
  return (uri) => {
    const before = known.get(uri);
    if (before !== undefined) return before;
    const shown = uri.startsWith('file:') ? relativePath(folder, fileURLToPath(uri)) : uri;
    known.set(uri, shown);
    return shown;
  };
}

/** A path relative to a folder where that is no detour, with `/` on every system. */
export function relativePath(folder: string, file: string): string {
  const relative = path.relative(folder, file);
  if (relative === '') return '.';
  const climbs = relative.split(path.sep).filter((part) => part === '..').length;
  const shown = climbs > 1 || path.isAbsolute(relative) ? file : relative;
  return path.sep === '/' ? shown : shown.split(path.sep).join('/');
}

/** `harbor-hotels` reads as `Harbor hotels`. */
export function titleOfFolder(folder: string): string {
  const words = path
    .basename(folder)
    .replace(/[-_.]+/g, ' ')
    .trim();
  return words === '' ? 'My organization' : words.charAt(0).toUpperCase() + words.slice(1);
}
