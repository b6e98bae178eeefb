import {
  type AfterPhase,
  afterPhases,
  childrenOf,
  type ElementId,
  label,
  type Matching,
  type OrgModel,
  phaseByPhaseInSteps,
  prepareInSteps,
} from '@mktorg/model';
import { type Unread, unreadUpTo } from '@mktorg/review';
import { checkInSteps, type Finding, rulesOfPhases } from '@mktorg/rules';
import type { PlanName } from '../../protocol.ts';
import { type Statements, statementsBetween } from './statements.ts';

/** Two states of an organization to compare. */
export interface Sides {
  readonly before: OrgModel;
  readonly after: OrgModel;
  /** What they are called: `Last commit`, `Today`, the title of a phase. */
  readonly from: string;
  readonly to: string;
  /** Which element is which, where that is known. */
  readonly matching?: Matching;
  /** Of two points of a plan: where its phases say what happens. */
  readonly statements?: Statements;
  /** What could not be read, where that is known. */
  readonly unread?: Unread;
  /** Ids of the rules that both are judged by; all where absent. */
  readonly only?: readonly string[];
  /** What is found in either. */
  readonly checked: { readonly before: readonly Finding[]; readonly after: readonly Finding[] };
}

/** The plans that have phases, in the order of the text. */
export function plansOf(model: OrgModel): readonly PlanName[] {
  return model.byKind.plan.flatMap((plan): PlanName[] => {
    const phases = childrenOf(model, plan.id)
      .filter(({ kind }) => kind === 'phase')
      .map((phase) => ({ id: phase.id, title: label(phase) }));
    return phases.length === 0 ? [] : [{ id: plan.id, title: label(plan), phases }];
  });
}

interface Point {
  readonly name: string;
  readonly model: OrgModel;
  /** What an element of today, or of what the plan adds, is called at this point. */
  readonly now: (id: ElementId) => ElementId | undefined;
}

/** Two points of a plan: phases by their ids, today where one is absent. Undefined where there is no such phase. */
export function phaseSides(
  model: OrgModel,
  from: ElementId | undefined,
  to: ElementId | undefined,
  today: string,
): Sides | undefined {
  let sides: Sides | undefined;
  for (const step of phaseSidesInSteps(model, from, to, today)) sides = step;
  return sides;
}

/** The same in small steps: the last one gives what there is. */
export function* phaseSidesInSteps(
  model: OrgModel,
  from: ElementId | undefined,
  to: ElementId | undefined,
  today: string,
): Generator<Sides | undefined, void> {
  for (const { id } of model.byKind.plan) {
    for (const _ of phaseByPhaseInSteps(model, id)) yield undefined;
  }
  const outcomes = model.byKind.plan.map((plan) => afterPhases(model, plan.id));
  const outcome = (id: ElementId): AfterPhase | undefined =>
    outcomes.flat().find(({ phase }) => phase.id === id);
  const [first, last] = [from, to].map((id) => (id === undefined ? todayOf(model) : afterOf(outcome(id))));
  if (!first || !last) return;
  for (const point of [first, last]) yield* prepareInSteps(point.model);
  const before = yield* judged(first.model, today);
  const after = yield* judged(last.model, today);
  const upTo = (id: ElementId | undefined): readonly AfterPhase[] => {
    const phases = outcomes.find((plan) => plan.some(({ phase }) => phase.id === id)) ?? [];
    return phases.slice(0, phases.findIndex(({ phase }) => phase.id === id) + 1);
  };
  const keys = new Set(model.elements.keys());
  for (const { ids } of outcomes.flat()) for (const key of ids.keys()) keys.add(key);
  const matched = new Map<ElementId, ElementId>();
  for (const key of keys) {
    const [was, is] = [first.now(key), last.now(key)];
    if (was !== undefined && is !== undefined && first.model.elements.has(was) && last.model.elements.has(is))
      matched.set(was, is);
  }
  yield {
    before: first.model,
    after: last.model,
    from: first.name,
    to: last.name,
    matching: {
      after: matched,
      before: new Map([...matched].map(([was, is]) => [is, was])),
      inferred: new Map(),
    },
    statements: statementsBetween(upTo(from), upTo(to), { before: first.model, after: last.model }),
    unread: { before: [], after: unreadUpTo(model, [from, to]) },
    only: rulesOfPhases,
    checked: { before, after },
  };
}

function todayOf(model: OrgModel): Point {
  return { name: 'Today', model, now: (id) => id };
}

function afterOf(outcome: AfterPhase | undefined): Point | undefined {
  if (!outcome) return undefined;
  const { phase, model, ids } = outcome;
  return { name: label(phase), model, now: (id) => ids.get(id) };
}

/** What was found at a point, for as long as it is remembered. */
const judgements = new WeakMap<OrgModel, { readonly today: string; readonly findings: readonly Finding[] }>();

function* judged(model: OrgModel, today: string): Generator<undefined, readonly Finding[]> {
  const known = judgements.get(model);
  if (known?.today === today) return known.findings;
  const { findings } = yield* checkInSteps(model, { today, only: rulesOfPhases });
  judgements.set(model, { today, findings });
  return findings;
}
