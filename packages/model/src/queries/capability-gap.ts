import type { ElementId } from '../elements.ts';
import { perModel } from '../memo.ts';
import type { OrgModel } from '../model.ts';

/** Whether some team, role or external is responsible or accountable for a capability, or for a part of it. */
export function isCovered(model: OrgModel, capabilityId: ElementId): boolean {
  return covered(model).has(capabilityId);
}

const covered = perModel((model): ReadonlySet<ElementId> => {
  const found = new Set<ElementId>();
  for (const holder of [...model.byKind.team, ...model.byKind.role, ...model.byKind.external]) {
    for (const { involvement, capabilities } of holder.responsibilities) {
      if (involvement !== 'responsible' && involvement !== 'accountable') continue;
      for (const { id } of capabilities) found.add(id);
    }
  }
  return found;
});
