import { Failure } from '../failure.ts';
import { relativePath, uriOf } from '../files/paths.ts';
import { scopeOfTree, type Tree } from '../files/tree.ts';
import { type Blobs, treeOfIndex, treeOfRevision, workingTree } from '../git/trees.ts';
import type { Loaded } from '../organizations.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type CompareOptions, type Comparison, comparePair, settingsOf } from './comparison.ts';
import { askedOf, createLoader } from './loader.ts';
import { pairsOf } from './pairs.ts';
import { type Point, type Points, pointName } from './points.ts';

export interface ComparedTrees {
  readonly comparison: Comparison;
  /** The organizations that it is about, as they are after. */
  readonly after: Loaded;
}

/**
 * Compares the organizations in two states of a repository. What is the same in both is read once.
 * @throws {Failure} where there is nothing to compare on either side
 */
export async function compareTrees(
  { repository, before, after, paths }: Extract<Points, { readonly type: 'git' }>,
  how: CompareOptions,
  terminal: Terminal,
): Promise<ComparedTrees> {
  const blobs: Blobs = new Map();
  const loader = createLoader();
  const treeOf = (point: Point): Promise<Tree> => {
    switch (point.type) {
      case 'revision':
        return treeOfRevision(repository, point.revision, blobs);
      case 'index':
        return treeOfIndex(repository, blobs);
      case 'working-tree':
        return workingTree(repository, blobs);
    }
  };
  const load = async (point: Point): Promise<Loaded> =>
    loader.load(await scopeOfTree(await treeOf(point), paths, repository.top));
  const was = await load(before);
  const is = await load(after);
  if (was.asked.size + is.asked.size === 0) {
    const where = paths.map((each) => relativePath(terminal.cwd, each)).join(', ');
    throw new Failure(
      `There are no .mktorg files in ${where === '.' ? 'this folder' : where}, neither in ${pointName(before)} nor in ${pointName(after)}.`,
    );
  }
  // An organization that is asked about on one side is compared, though the other may hold no file that was named.
  const roots = new Set([...askedOf(was), ...askedOf(is)].map(({ root }) => root));
  const within = ({ models }: Loaded) => models.filter(({ root }) => roots.has(root));
  const top = uriOf(repository.top);
  const pairs = pairsOf(within(was), within(is), { before: top, after: top });
  return {
    comparison: {
      from: pointName(before),
      to: pointName(after),
      ...settingsOf(how),
      organizations: pairs.flatMap((pair) => comparePair(pair, how)),
    },
    after: { ...is, models: within(is) },
  };
}
