import type { ElementId, OrgModel } from '@mktorg/model';
import { find } from '@mktorg/model';
import type { Mark } from '../scene.ts';
import type { Ghost } from './ghosts.ts';
import type { Marks } from './marks.ts';

const words = ['added', 'moved here', 'changed', 'removed', 'moved away'] as const;
type Word = (typeof words)[number];

/** What happens in closed teams, by the node that hides it. */
export function changesInside(
  after: OrgModel,
  marks: Marks,
  hidden: ReadonlyMap<ElementId, readonly Ghost[]>,
  nodeOf: (id: ElementId) => string | undefined,
): ReadonlyMap<string, Mark> {
  const counts = new Map<string, Map<Word, number>>();
  const count = (node: string, word: Word): void => {
    const words = counts.get(node) ?? new Map<Word, number>();
    words.set(word, (words.get(word) ?? 0) + 1);
    counts.set(node, words);
  };
  for (const [id, { type }] of marks.after) {
    const node = nodeOf(id);
    if (node === undefined || node === id || find(after, node)?.kind !== 'team') continue;
    if (type !== 'removed') count(node, type === 'moved' ? 'moved here' : type);
  }
  for (const [host, ghosts] of hidden) {
    const node = nodeOf(host);
    for (const { mark } of ghosts) {
      if (node !== undefined) count(node, mark.type === 'moved' ? 'moved away' : 'removed');
    }
  }
  return new Map(
    [...counts].map(([node, counted]) => {
      const parts = words.flatMap((word) => (counted.has(word) ? [`${counted.get(word)} ${word}`] : []));
      return [node, { type: 'changed', text: `inside: ${parts.join(', ')}` }];
    }),
  );
}
