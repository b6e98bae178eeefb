import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure, fileTrouble } from '../failure.ts';
import { isModelFile } from '../files/discover.ts';
import type { Tree } from '../files/tree.ts';
import type { Repository, Revision } from './repository.ts';
import { askGit, partsOf } from './run-git.ts';

/** Contents of blobs by object id: what two trees have in common is read once. */
export type Blobs = Map<string, Uint8Array>;

/** The files of a commit. Links and submodules are not among them. */
export async function treeOfRevision({ top }: Repository, { commit }: Revision, blobs: Blobs): Promise<Tree> {
  const listed = partsOf(await askGit(top, ['ls-tree', '-r', '-z', '--full-tree', commit]));
  const entries = listed.flatMap((line) => entryOf(/^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(line)));
  return treeOfBlobs(top, entries, blobs);
}

/**
 * The files as they are staged for the next commit.
 * @throws {Failure} where some of them are still in conflict
 */
export async function treeOfIndex({ top }: Repository, blobs: Blobs): Promise<Tree> {
  const listed = partsOf(await askGit(top, ['ls-files', '-z', '--stage', '--full-name']));
  const matches = listed.map((line) => /^(\d+) ([0-9a-f]+) (\d)\t(.+)$/s.exec(line));
  const conflicts = matches.flatMap((found) =>
    found?.[3] !== undefined && found[3] !== '0' && found[4] !== undefined && isModelFile(found[4])
      ? [found[4]]
      : [],
  );
  if (conflicts.length > 0) {
    throw new Failure(
      'What is staged is still in conflict, so there is nothing to compare it with.',
      ...new Set(conflicts),
    );
  }
  const entries = matches.flatMap((found) => entryOf(found && [found[0], found[1], found[2], found[4]]));
  return treeOfBlobs(top, entries, blobs);
}

/**
 * The files as they stand in the working tree: those that git knows, and new ones that it is not told to ignore. What a
 * sparse checkout leaves out is there as it is in the index: nobody has removed it.
 */
export async function workingTree(repository: Repository, blobs: Blobs): Promise<Tree> {
  const { top } = repository;
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--full-name'];
  const files = new Set<string>();
  for (const name of partsOf(await askGit(top, args))) {
    const file = path.join(top, name);
    if (isModelFile(path.basename(file)) && isRegular(file)) files.add(file);
  }
  return withLeftOut([...files], await leftOut(repository, blobs));
}

/** Files of the disk, and what a sparse checkout leaves out beside them. */
export function withLeftOut(onDisk: readonly string[], left: Tree): Tree {
  const outside = new Set(left.files);
  return {
    files: [...onDisk, ...left.files],
    async read(wanted) {
      const there = readAll(wanted.filter((file) => !outside.has(file)));
      return new Map([...there, ...(await left.read(wanted.filter((file) => outside.has(file))))]);
    },
  };
}

/** The files that a sparse checkout leaves out, as they are in the index. */
export async function leftOut({ top }: Repository, blobs: Blobs): Promise<Tree> {
  const listed = partsOf(await askGit(top, ['ls-files', '-z', '-t', '--stage', '--full-name']));
  const entries = listed.flatMap((line) => entryOf(/^S (\d+) ([0-9a-f]+) 0\t(.+)$/s.exec(line)));
  // What is there all the same counts as it stands there.
  return treeOfBlobs(
    top,
    entries.filter(({ name }) => !isRegular(path.join(top, name))),
    blobs,
  );
}

interface Entry {
  readonly name: string;
  readonly id: string;
}

function entryOf(found: readonly (string | undefined)[] | null): readonly Entry[] {
  const [, mode, id, name] = found ?? [];
  if (id === undefined || name === undefined || !isModelFile(path.posix.basename(name))) return [];
  return mode === '100644' || mode === '100755' || mode === '100664' ? [{ name, id }] : [];
}

function treeOfBlobs(top: string, entries: readonly Entry[], blobs: Blobs): Tree {
  const ids = new Map(entries.map(({ name, id }) => [path.join(top, name), id]));
  return {
    files: [...ids.keys()],
    async read(wanted) {
      const missing = new Set(wanted.flatMap((file) => ids.get(file) ?? []));
      for (const id of blobs.keys()) missing.delete(id);
      for (const [id, content] of await readBlobs(top, [...missing])) blobs.set(id, content);
      return new Map(
        wanted.flatMap((file) => {
          const content = blobs.get(ids.get(file) ?? '');
          return content ? [[file, content] as const] : [];
        }),
      );
    },
  };
}

/** @throws {Failure} where an object is not there, as in a partial clone that is offline */
async function readBlobs(top: string, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  if (ids.length === 0) return contents;
  const output = await askGit(top, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
  let offset = 0;
  for (const id of ids) {
    const end = output.indexOf(10, offset);
    const [, type, size] = output.toString('latin1', offset, end).split(' ');
    if (type !== 'blob')
      throw new Failure(`git does not have the content of ${id}, which a file consists of.`);
    contents.set(id, output.subarray(end + 1, end + 1 + Number(size)));
    offset = end + 1 + Number(size) + 1;
  }
  return contents;
}

function isRegular(file: string): boolean {
  try {
    return lstatSync(file).isFile();
  } catch {
    return false;
  }
}

function readAll(files: readonly string[]): ReadonlyMap<string, Uint8Array> {
  return new Map(
    files.map((file) => {
      try {
        return [file, readFileSync(file)] as const;
      } catch (error) {
        throw new Failure(`${file} cannot be read: ${fileTrouble(error)}.`);
      }
    }),
  );
}
