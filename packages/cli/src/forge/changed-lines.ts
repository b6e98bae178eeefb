import type { Repository, Revision } from '../git/repository.ts';
import { askGit, partsOf } from '../git/run-git.ts';

/** Whether a line of a file, from 0, is new or different in the commit after. Paths are those of the repository. */
export type IsChangedLine = (file: string, line: number) => boolean;

/** @param wanted the files that are asked about, as paths of the repository */
export async function changedLines(
  { top }: Repository,
  before: Revision,
  after: Revision,
  wanted: ReadonlySet<string>,
): Promise<IsChangedLine> {
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--diff-filter=AM', before.commit, after.commit];
  const parts = partsOf(await askGit(top, args));
  const ranges = new Map<string, readonly Range[]>();
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const [, , was = '', is = ''] = (parts[index] ?? '').split(' ');
    const file = parts[index + 1] ?? '';
    if (!wanted.has(file)) continue;
    ranges.set(
      file,
      /^0+$/.test(was) ? [{ from: 0, to: Number.POSITIVE_INFINITY }] : await rangesOf(top, was, is),
    );
  }
  return (file, line) => ranges.get(file)?.some(({ from, to }) => line >= from && line < to) ?? false;
}

/** Lines from 0; `to` is the first that is not in it any more. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** Blobs are compared by their ids, so that neither names nor attributes of files have a say. */
async function rangesOf(top: string, was: string, is: string): Promise<readonly Range[]> {
  const text = (await askGit(top, ['diff', '--no-color', '--no-ext-diff', '-U0', was, is])).toString();
  return [...text.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)].map(
    ([, start = '1', count = '1']) => {
      const from = Number(start) - 1;
      return { from, to: from + Number(count) };
    },
  );
}
