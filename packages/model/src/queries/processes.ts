import type { Duration, ElementId, Step } from '../elements.ts';
import { perElement } from '../memo.ts';
import type { OrgModel } from '../model.ts';
import { childrenOf } from '../model.ts';

export interface Handoff {
  readonly from: Step;
  readonly to: Step;
  readonly fromBy: ElementId;
  readonly toBy: ElementId;
  /** Within what time the receiving step is done. */
  readonly within?: Duration;
}

/** The steps of a process, in order. */
export function stepsOf(model: OrgModel, processId: ElementId): readonly Step[] {
  return childrenOf(model, processId).filter((child) => child.kind === 'step');
}

/**
 * Where the work passes from one to another: consecutive steps that different ones do. A step that does not say who
 * does it breaks no chain: it is taken to be done by whoever did the one before.
 */
export const handoffs = perElement((model: OrgModel, processId: ElementId): readonly Handoff[] => {
  const found: Handoff[] = [];
  let before: { readonly step: Step; readonly by: ElementId } | undefined;
  for (const step of stepsOf(model, processId)) {
    const by = step.by?.id ?? before?.by;
    if (by === undefined) continue;
    if (before && before.by !== by) {
      const within = step.within && { within: step.within };
      found.push({ from: before.step, to: step, fromBy: before.by, toBy: by, ...within });
    }
    before = { step, by };
  }
  return found;
});
