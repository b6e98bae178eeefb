import {
  type AfterPhase,
  afterPhases,
  closest,
  type ElementId,
  label,
  type Matching,
  type OrgModel,
  type Plan,
  type Problem,
} from '@mktorg/model';
import { unreadUpTo } from '@mktorg/review';
import { todayPoint } from '../charts/point.ts';
import { Failure } from '../failure.ts';

/** The organization at one point of a plan: today, or after a phase. */
export interface PlanPoint {
  /** `today`, or the title of the phase. */
  readonly name: string;
  /** Absent today. */
  readonly phase?: ElementId;
  readonly model: OrgModel;
  /** What an element of today, or of what the plan adds, is called at this point. */
  readonly ids: ReadonlyMap<ElementId, ElementId>;
}

export interface PlanPoints {
  readonly from: PlanPoint;
  readonly to: PlanPoint;
  readonly matching: Matching;
  /** What is wrong in the text, once for both: all that cannot be read, and what of their phases means nothing. */
  readonly unread: readonly Problem[];
}

/** Points as a call names them: phases by their names or titles, or today. */
export interface PointsWish {
  /** Today where absent. */
  readonly from?: string;
  /** The last phase where absent. */
  readonly to?: string;
  readonly plan?: string;
}

/**
 * Two points of one plan, by the names or titles of phases.
 * @throws {Failure} where there is no such phase, or it could be one of several
 */
export function planPoints(model: OrgModel, wish: PointsWish): PlanPoints {
  const plans = plansOf(model, wish.plan);
  const ends = [wish.from ?? todayPoint, wish.to].filter((name) => name !== undefined);
  const fitting = plans.filter((plan) => ends.every((name) => pointIn(model, plan, name)));
  const [plan, ...others] = fitting;
  if (!plan) throw noPhase(model, plans, ends);
  if (others.length > 0) {
    throw new Failure(
      'There are several plans that this could be about; name one:',
      ...fitting.map(({ name }) => `--plan ${name}`),
    );
  }
  const from = pointIn(model, plan, wish.from ?? todayPoint);
  const to = wish.to === undefined ? lastPoint(model, plan) : pointIn(model, plan, wish.to);
  if (!from || !to) throw noPhase(model, [plan], ends);
  if (from.phase === to.phase)
    throw new Failure(`Both points are ${from.name}: there is nothing to compare.`);
  return { from, to, matching: matchingOf(from, to), unread: unreadUpTo(model, [from.phase, to.phase]) };
}

function plansOf(model: OrgModel, wanted: string | undefined): readonly Plan[] {
  const { plan: plans } = model.byKind;
  if (plans.length === 0) {
    throw new Failure(
      `${model.name} has no plan, and so no phases to compare.`,
      'To read how one is written: mktorg explain plan',
    );
  }
  if (wanted === undefined) return plans;
  const found = plans.filter(({ name, title }) => name === wanted || title === wanted);
  if (found.length > 0) return found;
  const names = plans.map(({ name }) => name);
  throw new Failure(`There is no plan ${wanted}.`, `There is ${names.join(', ')}.`);
}

function noPhase(model: OrgModel, plans: readonly Plan[], ends: readonly string[]): Failure {
  const names = plans.flatMap((plan) => afterPhases(model, plan.id).map(({ phase }) => phase.name));
  const unknown = ends.find((name) => !plans.some((plan) => pointIn(model, plan, name)));
  const near = unknown === undefined ? [] : closest(unknown, [todayPoint, ...names]);
  return new Failure(
    unknown === undefined ? `No plan has both ${ends.join(' and ')}.` : `There is no phase ${unknown}.`,
    ...(near.length > 0 ? [`Did you mean ${near.join(' or ')}?`] : []),
    `There is ${[todayPoint, ...new Set(names)].join(', ')}.`,
  );
}

function pointIn(model: OrgModel, plan: Plan, name: string): PlanPoint | undefined {
  const outcome = afterPhases(model, plan.id).find(
    ({ phase }) => phase.name === name || phase.title === name || `${plan.name}.${phase.name}` === name,
  );
  if (outcome) return pointOf(outcome);
  if (name !== todayPoint) return undefined;
  return { name: todayPoint, model, ids: new Map([...model.elements.keys()].map((id) => [id, id])) };
}

function lastPoint(model: OrgModel, plan: Plan): PlanPoint | undefined {
  const last = afterPhases(model, plan.id).at(-1);
  return last && pointOf(last);
}

function pointOf({ phase, model, ids }: AfterPhase): PlanPoint {
  return { name: `after ${label(phase)}`, phase: phase.id, model, ids };
}

function matchingOf(from: PlanPoint, to: PlanPoint): Matching {
  const after = new Map<ElementId, ElementId>();
  for (const [key, was] of from.ids) {
    const is = to.ids.get(key);
    if (is !== undefined && from.model.elements.has(was) && to.model.elements.has(is)) after.set(was, is);
  }
  return { after, before: new Map([...after].map(([was, is]) => [is, was])), inferred: new Map() };
}
