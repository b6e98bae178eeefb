import { grouped } from '../by-document.ts';
import type { ElementId, Responsibility, Role, Team } from '../elements.ts';
import type { OrgModel } from '../model.ts';

export interface Held {
  readonly holder: Team | Role;
  readonly responsibility: Responsibility;
}

/** The teams, then the roles, that are responsible or accountable for a capability, or have a say in it. */
export function holdersOf(model: OrgModel, capabilityId: ElementId): readonly Held[] {
  const held = byCapability(model, capabilityId);
  const isTeam = ({ holder }: Held): boolean => holder.kind === 'team';
  return [...held.filter(isTeam), ...held.filter((each) => !isTeam(each))];
}

const byCapability = grouped((elements): ReadonlyMap<ElementId, readonly Held[]> => {
  const held = new Map<ElementId, Held[]>();
  for (const holder of elements) {
    if (holder.kind !== 'team' && holder.kind !== 'role') continue;
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
