import type { ElementId, Responsibility, Role, Team } from '../elements.ts';
import { perModel } from '../memo.ts';
import type { OrgModel } from '../model.ts';

export interface Held {
  readonly holder: Team | Role;
  readonly responsibility: Responsibility;
}

const none: readonly Held[] = [];

/** The teams, then the roles, that are responsible or accountable for a capability, or have a say in it. */
export function holdersOf(model: OrgModel, capabilityId: ElementId): readonly Held[] {
  return byCapability(model).get(capabilityId) ?? none;
}

const byCapability = perModel((model): ReadonlyMap<ElementId, readonly Held[]> => {
  const held = new Map<ElementId, Held[]>();
  for (const holder of [...model.byKind.team, ...model.byKind.role]) {
    for (const responsibility of holder.responsibilities) {
      for (const { id } of responsibility.capabilities) {
        const list = held.get(id);
        if (list) list.push({ holder, responsibility });
        else held.set(id, [{ holder, responsibility }]);
      }
    }
  }
  return held;
});
