import type { ElementId, OrgModel, Role } from '@mktorg/model';
import { holdsSeveralSeats, reportingChain } from '@mktorg/model';
import type { MovedLines } from './rule.ts';

/** The nearest of these roles above another one in its reporting line, and how many levels above it is. */
export function nearestAbove(
  model: OrgModel,
  roleId: ElementId,
  isOne: (id: ElementId) => boolean,
): { readonly id: ElementId; readonly levels: number } | undefined {
  let levels = 0;
  for (const { id } of reportingChain(model, roleId)) {
    levels++;
    if (id !== roleId && isOne(id)) return { id, levels };
  }
  return undefined;
}

/** Held for the time being, until a date that has not passed: an arrangement with an end. */
export function isForTheTimeBeing({ interim }: Role, today: string): boolean {
  return interim?.until !== undefined && interim.until.to >= today;
}

/** Whether lines have moved under somebody who holds several seats. */
export function concernsSeveralSeats(model: OrgModel, { below }: MovedLines): boolean {
  return below().some(
    (element) =>
      element.kind === 'role' && element.holders.some((holder) => holdsSeveralSeats(model, holder)),
  );
}
