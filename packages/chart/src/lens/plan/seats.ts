import type { ElementId, OrgModel } from '@mktorg/model';
import { afterPhases, findAs, seatsOf, sourceOf } from '@mktorg/model';

/** How many seats a role has, by its id today or in the plan. */
export type SeatsOf = (id: ElementId) => number;

/** The seats of roles after each phase, by its index; of a role that is gone by then, those that it had before. */
export function seatsByPhase(given: OrgModel, planId: ElementId): (index: number) => SeatsOf {
  // A number of seats names nobody.
  const source = sourceOf(given);
  const outcomes = afterPhases(source, planId);
  const roleAfter = (index: number, id: ElementId) => {
    const outcome = outcomes[index];
    return outcome ? findAs(outcome.model, outcome.ids.get(id), 'role') : findAs(source, id, 'role');
  };
  return (index) => (id) => {
    const role = roleAfter(index, id) ?? roleAfter(index - 1, id);
    return role ? seatsOf(role) : 1;
  };
}
