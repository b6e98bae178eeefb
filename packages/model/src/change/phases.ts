import type { ElementId, LineEnds, Phase, PhaseChange, Plan } from '../elements.ts';
import { perModel } from '../memo.ts';
import type { OrgModel } from '../model.ts';
import { childrenOf, findAs } from '../model.ts';
import type { Place } from '../place.ts';
import { sliced } from '../slices.ts';
import type { Change } from './change.ts';
import { diffInSteps } from './diff.ts';
import { Run } from './run.ts';

/** The organization after one phase of a plan, and how it came to be. */
export interface AfterPhase {
  readonly plan: Plan;
  readonly phase: Phase;
  readonly model: OrgModel;
  /** From the end of the phase before, or from today. */
  readonly changes: readonly Change[];
  /** What an element of today, or of what the plan adds, is called after the phase; what is gone is not in it. */
  readonly ids: ReadonlyMap<ElementId, ElementId>;
  /** Statements that were dropped because they named what is gone. */
  readonly losses: readonly Loss[];
  /** Names in the phase of what is not there yet, or no more. */
  readonly untimely: readonly Untimely[];
  /** What the phase says, and what is so already. */
  readonly idle: readonly Idle[];
  /** How what is gone went, in this phase or an earlier one, by its id today. */
  readonly gone: ReadonlyMap<ElementId, Gone>;
}

export interface Gone {
  readonly how: 'removed' | 'retired' | 'merged';
  readonly phase: Phase;
  readonly at: Place;
  /** What stands in its place, by its id today. */
  readonly successor?: ElementId;
}

export interface Loss {
  /** The element that said it, as it is called after the phase. */
  readonly element: ElementId;
  readonly field: string;
  readonly value: unknown;
  /** What it named, by its id today. */
  readonly target: ElementId;
  readonly at: Place;
}

export interface Untimely {
  readonly type: 'gone' | 'not-yet';
  /** By its id today, or in the plan. */
  readonly id: ElementId;
  readonly at: Place;
  /** The phase that took it away or that brings it. */
  readonly phase: Phase;
  readonly phaseAt: Place;
}

/** A change that leaves everything as it was. */
export interface Idle {
  /**
   * `same`: it states what holds already; `absent`: it takes what is not there; `there`: it moves to where it is;
   * `elsewhere`: it goes beside a step of another process; `no-line`: it removes a dotted line that does not exist;
   * `exists`: it is added, and what has been moved has that name in the plan; `itself`: it goes beside itself;
   * `inside`: it goes into what stands inside it by then, or is replaced by that.
   */
  readonly how: 'same' | 'absent' | 'there' | 'elsewhere' | 'no-line' | 'exists' | 'itself' | 'inside';
  /** By its id today, or in the plan. */
  readonly id: ElementId;
  readonly field?: string;
  /** What is added to a list or taken from it. */
  readonly value?: object | string;
  /** `inside`: what should be done with it. */
  readonly type?: PhaseChange['type'];
  /** `elsewhere`: the step beside which it would go; `inside`: what stands inside it. */
  readonly beside?: ElementId;
  /** `no-line`: there is no dotted line between these. */
  readonly ends?: LineEnds;
  readonly at: Place;
}

/** The organization after each phase of a plan, in the order of the phases. Plans start from today, each by itself. */
export function afterPhases(model: OrgModel, planId: ElementId): readonly AfterPhase[] {
  const progress = progressOf(model, planId);
  while (progress.step());
  return progress.outcomes;
}

/** The same one by one: each phase is carried out when it is asked for, and once. */
export function* phaseByPhase(model: OrgModel, planId: ElementId): Generator<AfterPhase, void> {
  const progress = progressOf(model, planId);
  for (let index = 0; ; index++) {
    if (index === progress.outcomes.length && !progress.step()) return;
    const outcome = progress.outcomes[index];
    if (outcome) yield outcome;
  }
}

/** The organization after one phase; nothing where there is no such phase, or it stands in no plan. */
export function afterPhase(model: OrgModel, phaseId: ElementId): AfterPhase | undefined {
  const phase = findAs(model, phaseId, 'phase');
  for (const outcome of phaseByPhase(model, phase?.parent ?? '')) {
    if (outcome.phase.id === phaseId) return outcome;
  }
  return undefined;
}

/** The same in small steps, most of which give nothing yet: for whoever must answer others in between. */
export function* phaseByPhaseInSteps(
  model: OrgModel,
  planId: ElementId,
): Generator<AfterPhase | undefined, void> {
  const progress = progressOf(model, planId);
  for (let index = 0; ; ) {
    const outcome = progress.outcomes[index];
    if (outcome) index++;
    else if (!progress.advance()) return;
    yield outcome;
  }
}

/** How far the phases of a plan are carried out, whoever asked for it. */
interface Progress {
  readonly outcomes: readonly AfterPhase[];
  /** Carries out a bit more; false where there is no more. */
  advance(): boolean;
  /** Carries out the next phase to its end; false where there is none. */
  step(): boolean;
}

const plans = perModel(() => new Map<ElementId, Progress>());

function progressOf(model: OrgModel, planId: ElementId): Progress {
  const known = plans(model);
  let progress = known.get(planId);
  if (!progress) {
    const plan = findAs(model, planId, 'plan');
    progress = plan ? progressWith(model, plan) : nothing;
    known.set(planId, progress);
  }
  return progress;
}

const nothing: Progress = { outcomes: [], advance: () => false, step: () => false };

function progressWith(model: OrgModel, plan: Plan): Progress {
  const outcomes: AfterPhase[] = [];
  const steps = carryOut(model, plan, outcomes);
  const advance = (): boolean => steps.next().done !== true;
  const step = (): boolean => {
    const reached = outcomes.length;
    while (outcomes.length === reached) if (!advance()) return outcomes.length > reached;
    return true;
  };
  return { outcomes, advance, step };
}

/** Carries out the phases of a plan one after the other, in small steps. What is done is added to the outcomes. */
function* carryOut(model: OrgModel, plan: Plan, outcomes: AfterPhase[]): Generator<void, void> {
  const phases = childrenOf(model, plan.id).filter((child): child is Phase => child.kind === 'phase');
  const run = yield* Run.begin(model, phases);
  let before = { model, ids: new Map<ElementId, ElementId>() };
  for (const id of model.elements.keys()) before.ids.set(id, id);
  for (const phase of phases) {
    const { losses, untimely, idle } = yield* run.carryOut(phase);
    yield;
    const after = yield* run.finish();
    const matched = new Map<ElementId, ElementId>();
    const backwards = new Map<ElementId, ElementId>();
    yield* sliced(after.ids, ([key, id]) => {
      const was = before.ids.get(key);
      if (was === undefined || !after.model.elements.has(id)) return;
      matched.set(was, id);
      backwards.set(id, was);
    });
    const matching = { after: matched, before: backwards, inferred: new Map() };
    const changes = yield* diffInSteps(before.model, after.model, matching);
    before = { model: after.model, ids: new Map(after.ids) };
    outcomes.push({
      plan,
      phase,
      model: after.model,
      changes,
      ids: after.ids,
      losses: losses.map((loss) => ({ ...loss, element: after.ids.get(loss.element) ?? loss.element })),
      untimely,
      idle,
      gone: run.gone(),
    });
    yield;
  }
}
