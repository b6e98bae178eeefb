import type { OrgModel } from '@mktorg/model';
import { isOwn } from '@mktorg/model';

/** One organization before and after; on one side only, where it came or went. */
export interface Pair {
  readonly before?: OrgModel;
  readonly after?: OrgModel;
}

/**
 * Which organization is which: the same folder is the same organization, then the same name; then what says half of
 * the same names; and what is left alone on both sides.
 * @param folders what the roots of either side are relative to, where those are other folders
 */
export function pairsOf(
  before: readonly OrgModel[],
  after: readonly OrgModel[],
  folders: { readonly before: string; readonly after: string },
): readonly Pair[] {
  const pairs: Pair[] = [];
  let left = [...before];
  let right = [...after];
  const pairUp = (isSame: (a: OrgModel, b: OrgModel) => boolean): void => {
    for (const b of right) {
      const candidates = left.filter((a) => isSame(a, b));
      const [a] = candidates;
      if (!a || candidates.length > 1) continue;
      pairs.push({ before: a, after: b });
      left = left.filter((each) => each !== a);
      right = right.filter((each) => each !== b);
    }
  };
  pairUp((a, b) => within(a.root, folders.before) === within(b.root, folders.after));
  pairUp((a, b) => a.organization !== undefined && b.organization !== undefined && a.name === b.name);
  pairUp(isAlike);
  if (left.length === 1 && right.length === 1) pairUp(() => true);
  return [
    ...pairs.sort((a, b) => compare(a.after?.root, b.after?.root)),
    ...left.map((model) => ({ before: model })),
    ...right.map((model) => ({ after: model })),
  ];
}

function within(root: string, folder: string): string {
  return root.startsWith(folder) ? root.slice(folder.length) : root;
}

function isAlike(a: OrgModel, b: OrgModel): boolean {
  const [known, own] = [ownIds(a), ownIds(b)];
  const common = own.filter((id) => a.elements.has(id)).length;
  return common > 0 && common * 2 >= Math.min(known.length, own.length);
}

function ownIds(model: OrgModel): readonly string[] {
  const own: string[] = [];
  for (const [id, element] of model.elements) {
    if (isOwn(element) && element.kind !== 'dotted-line') own.push(id);
  }
  return own;
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
