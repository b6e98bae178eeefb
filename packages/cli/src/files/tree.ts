import path from 'node:path';
import { decode } from './decode.ts';
import { compareStrings, isInside, isLookedInto, isModelFile } from './discover.ts';
import { declaresOrganization } from './scope.ts';

/** Files that may not be on disk, or not as they stand there: those of a commit, for instance. */
export interface Tree {
  /** Absolute paths of its model files, as they are or would be in the working tree. */
  readonly files: readonly string[];
  /** Their contents, by path. */
  read(files: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

/** The model files of a tree that a call is about, and the rest of the organizations that they belong to. */
export interface TreeScope {
  readonly asked: ReadonlySet<string>;
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/**
 * Finds in a tree what `scopeOf` finds on disk.
 * @param paths absolute paths of files or folders, which need not be there
 * @param top the folder that no organization reaches beyond
 */
export async function scopeOfTree(tree: Tree, paths: readonly string[], top: string): Promise<TreeScope> {
  const asked = tree.files.filter((file) =>
    paths.some((each) => file === each || (isInside(file, each) && isReached(each, file))),
  );
  const folders = new Set(
    paths.flatMap((each) => (isModelFile(path.basename(each)) ? [path.dirname(each)] : [each])),
  );
  const around = await organizationsAround(tree, folders, top);
  const rest = tree.files.filter((file) =>
    around.some((folder) => isInside(file, folder) && isReached(folder, file)),
  );
  const wanted = [...new Set([...asked, ...rest])].sort(compareStrings);
  return { asked: new Set(asked), contents: await tree.read(wanted) };
}

/** Whether a search that starts in a folder comes by the file. */
function isReached(folder: string, file: string): boolean {
  return path
    .relative(folder, path.dirname(file))
    .split(path.sep)
    .every((part) => part === '' || isLookedInto(part));
}

/** For each folder the nearest one, from it up, in which a file declares an organization. */
async function organizationsAround(
  tree: Tree,
  folders: ReadonlySet<string>,
  top: string,
): Promise<readonly string[]> {
  const byFolder = Map.groupBy(tree.files, (file) => path.dirname(file));
  const ways = [...folders].map((folder) => wayUp(folder, top));
  const candidates = [...new Set(ways.flat())].flatMap((folder) => byFolder.get(folder) ?? []);
  const contents = await tree.read(candidates);
  const declaring = new Set<string>();
  for (const [file, content] of contents) {
    if (declaresOrganization(decode(content).text)) declaring.add(path.dirname(file));
  }
  return [...new Set(ways.flatMap((way) => way.find((folder) => declaring.has(folder)) ?? []))];
}

function wayUp(folder: string, top: string): readonly string[] {
  const way: string[] = [];
  for (let current = folder; isInside(current, top); current = path.dirname(current)) {
    way.push(current);
    if (current === top || path.dirname(current) === current) break;
  }
  return way;
}
