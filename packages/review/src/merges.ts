import type { Change, ElementId, Moved, OrgModel } from '@mktorg/model';
import { childrenOf } from '@mktorg/model';

/** By what is removed, that into which most of what was inside it moved: it was merged. */
export function mergesIn(a: OrgModel, changes: readonly Change[]): ReadonlyMap<ElementId, ElementId> {
  const moves = changes.filter((change): change is Moved => change.type === 'moved');
  const merged = new Map<ElementId, ElementId>();
  for (const change of changes) {
    if (change.type !== 'removed' || change.element.kind !== 'team') continue;
    const { id } = change.element;
    const left = moves.filter(({ from }) => from === id);
    const targets = new Set(left.map(({ to }) => to));
    const [target] = targets;
    const roles = childrenOf(a, id).filter(({ kind }) => kind === 'role' || kind === 'team').length;
    if (target !== undefined && targets.size === 1 && left.length * 2 > roles) merged.set(id, target);
  }
  return merged;
}
