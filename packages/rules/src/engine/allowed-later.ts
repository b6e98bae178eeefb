import type { Allow, ElementId, OrgModel } from '@mktorg/model';
import { phaseByPhaseInSteps } from '@mktorg/model';
import type { Allowed } from '../finding.ts';

/**
 * Says of an `allow` whether it accepts something after a phase of a plan. Of a plan that was not read as a whole nobody
 * knows, and so it does. Phases are carried out only where somebody asks: `rules` are those that are asked about.
 * In small steps, for each phase is as much work as a check.
 *
 * @param judge what is accepted in a model, of these rules
 */
export function* allowsOfPhases(
  model: OrgModel,
  rules: readonly string[],
  unread: ReadonlySet<ElementId>,
  judge: (
    model: OrgModel,
    only: readonly string[],
  ) => Generator<undefined, { readonly allowed: readonly Allowed[] }>,
): Generator<undefined, (allow: Allow) => boolean> {
  if (rules.length === 0 || model.byKind.phase.length === 0) return () => false;
  if ([...model.byKind.plan, ...model.byKind.phase].some(({ id }) => unread.has(id))) return () => true;
  const only = [...new Set(rules)];
  const used = new Set<string>();
  for (const { id } of model.byKind.plan) {
    for (const outcome of phaseByPhaseInSteps(model, id)) {
      yield;
      if (!outcome) continue;
      const { allowed } = yield* judge(outcome.model, only);
      for (const { allow } of allowed) used.add(keyOf(allow));
    }
  }
  return (allow) => used.has(keyOf(allow));
}

/** A phase may write an element anew, but not where its statements stand. */
function keyOf({ rule, at }: Allow): string {
  return `${rule} ${at.uri} ${at.line} ${at.column}`;
}
