import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { closest } from '@mktorg/model/closest';
import { Failure, fileTrouble } from '../failure.ts';
import {
  compareStrings,
  extension,
  isInside,
  isModelFile,
  modelFilesBelow,
  modelFilesIn,
} from './discover.ts';

/** The files that a call is about. */
export interface Scope {
  /** Absolute paths of the files that the call names, or that lie in folders that it names. */
  readonly asked: ReadonlySet<string>;
  /** Those and all that may belong to the same organizations. Sorted. */
  readonly files: readonly string[];
  /** The folders in which those are, and new ones may come: none lies in another. Sorted. */
  readonly folders: readonly string[];
}

/**
 * Finds the model files in the paths of a call, and the rest of the organizations that they belong to: a file means
 * nothing without the names that other files declare.
 * @param paths as written in the call; the current folder where there are none
 * @throws {Failure} where a path does not exist or holds no model file
 */
export function scopeOf(paths: readonly string[], cwd: string): Scope {
  const { files: asked, folders, searched } = search(paths, cwd);
  const files = new Set(asked);
  const around = new Set([...folders].flatMap((folder) => organizationAround(folder) ?? []));
  for (const folder of around) {
    if (!searched.has(folder)) for (const file of modelFilesBelow(folder)) files.add(file);
  }
  const all = [...folders, ...around];
  const outermost = all.filter((folder) => !all.some((other) => other !== folder && isInside(folder, other)));
  return {
    asked,
    files: [...files].sort(compareStrings),
    folders: [...new Set(outermost)].sort(compareStrings),
  };
}

/**
 * The model files in the paths of a call and nothing else, sorted.
 * @throws {Failure} where a path does not exist or holds no model file
 */
export function namedFiles(paths: readonly string[], cwd: string): readonly string[] {
  return [...search(paths, cwd).files].sort(compareStrings);
}

interface Search {
  readonly files: ReadonlySet<string>;
  /** Folders that the paths name, or that hold the files that they name. */
  readonly folders: ReadonlySet<string>;
  /** Those of them with all that lies below. */
  readonly searched: ReadonlySet<string>;
}

function search(paths: readonly string[], cwd: string): Search {
  const files = new Set<string>();
  const folders = new Set<string>();
  const searched = new Set<string>();
  for (const given of paths.length > 0 ? paths : ['.']) {
    const file = path.resolve(cwd, given);
    if (isFolder(file, given)) {
      const found = modelFilesBelow(file);
      if (found.length === 0) throw noFiles(given);
      for (const each of found) files.add(each);
      folders.add(file);
      searched.add(file);
    } else {
      if (!isModelFile(path.basename(file))) {
        throw new Failure(`${given} is no ${extension} file.`, ...hintFor(given));
      }
      files.add(file);
      folders.add(path.dirname(file));
    }
  }
  return { files, folders, searched };
}

function isFolder(file: string, given: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch (error) {
    throw new Failure(`${given} cannot be read: ${fileTrouble(error)}.`, ...nearTo(file, given));
  }
}

/** What a path that is not there was perhaps meant to be, as a hint. */
export function nearTo(file: string, given: string): readonly string[] {
  const folder = path.dirname(file);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((each) => isModelFile(each.name) || (each.isDirectory() && !each.name.startsWith('.')))
    .map(({ name }) => name);
  const shown = (name: string): string => path.join(path.dirname(given), name);
  const near = closest(path.basename(file), names).map(shown);
  return near.length > 0 ? [`Did you mean ${near.join(' or ')}?`] : [];
}

function noFiles(given: string): Failure {
  const where = given === '.' ? 'this folder' : given;
  return new Failure(
    `There are no ${extension} files in ${where} or below.`,
    `To start an organization there: mktorg init${given === '.' ? '' : ` ${given}`}`,
    'To make one from a spreadsheet: mktorg import csv people.csv',
  );
}

function hintFor(given: string): readonly string[] {
  if (/\.(csv|tsv|txt)$/i.test(given)) return [`To make an organization from it: mktorg import csv ${given}`];
  return [];
}

/** The nearest folder, from this one up, in which a file declares an organization. Never leaves a repository. */
function organizationAround(folder: string): string | undefined {
  for (let current = folder; ; ) {
    if (modelFilesIn(current).some(isDeclaring)) return current;
    const parent = path.dirname(current);
    if (parent === current || existsSync(path.join(current, '.git'))) return undefined;
    current = parent;
  }
}

/** Whether a text declares an organization, at first sight: it is seen for certain when the file is read. */
export function declaresOrganization(text: string): boolean {
  return /^[^\S\n]*organization[^\S\n]/mu.test(text.replace(/^\uFEFF/, ''));
}

function isDeclaring(file: string): boolean {
  try {
    return declaresOrganization(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}
