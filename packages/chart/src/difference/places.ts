import type { ElementId, OrgModel } from '@mktorg/model';
import { find } from '@mktorg/model';
import type { Branch } from '../lens/reporting/structure.ts';
import { structureOf } from '../lens/reporting/structure.ts';

/** What an element stands in or hangs under in the chart of reporting lines. */
export interface Place {
  readonly id: ElementId;
  readonly as: 'inside' | 'under';
}

const known = new WeakMap<OrgModel, ReadonlyMap<ElementId, Place>>();

/** Where teams and roles stand, and whose platforms and partners are; what stands by itself is not in it. */
export function placesIn(model: OrgModel): ReadonlyMap<ElementId, Place> {
  const before = known.get(model);
  if (before) return before;
  const places = new Map<ElementId, Place>();
  const rest: Branch[] = [...structureOf(model).roots];
  for (let branch = rest.pop(); branch; branch = rest.pop()) {
    for (const as of ['inside', 'under'] as const) {
      for (const each of branch[as]) {
        places.set(each.element.id, { id: branch.element.id, as });
        rest.push(each);
      }
    }
  }
  const give = (id: ElementId, owner: ElementId | undefined): void => {
    const kind = find(model, owner)?.kind;
    if (owner !== undefined) places.set(id, { id: owner, as: kind === 'team' ? 'inside' : 'under' });
  };
  for (const { id, owner } of model.byKind.platform) give(id, owner?.id);
  for (const { id, workflowOwner, budgetOwner } of model.byKind.partner)
    give(id, (workflowOwner ?? budgetOwner)?.id);
  known.set(model, places);
  return places;
}

/** Where it stands, what that stands in, and so on outward. */
export function placesAround(places: ReadonlyMap<ElementId, Place>, id: ElementId): readonly Place[] {
  const around: Place[] = [];
  const seen = new Set<ElementId>();
  for (let place = places.get(id); place && !seen.has(place.id); place = places.get(place.id)) {
    seen.add(place.id);
    around.push(place);
  }
  return around;
}
