import type { ElementId, Responsibility, Role, Team } from '@mktorg/model';

/** Does the work or answers for it: more than to have a say. */
export function isWork({ involvement }: Responsibility): boolean {
  return involvement === 'responsible' || involvement === 'accountable';
}

/** Whether a team or role does the work on a capability, or answers for it. */
export function holds(holder: Team | Role, capability: ElementId): boolean {
  return holder.responsibilities.some(
    (responsibility) =>
      isWork(responsibility) && responsibility.capabilities.some(({ id }) => id === capability),
  );
}
