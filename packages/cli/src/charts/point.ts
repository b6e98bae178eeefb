import { type LensName, lensNames } from '@mktorg/chart';
import {
  type AfterPhase,
  afterPhase,
  type ElementId,
  find,
  label,
  type OrgModel,
  type View,
} from '@mktorg/model';
import { Failure } from '../failure.ts';
import { elementNamed } from './find-element.ts';
import type { ChartWish } from './options.ts';

/** At which point of a plan, and as which view of the model says. */
export interface PointWish {
  /** The phase after which it is drawn. */
  readonly at?: string;
  readonly view?: string;
}

/**
 * The organization at the point that a call, or a view that it names, asks for, and what is then wished of the chart.
 * What the call says by itself wins over the view, but for the lens. With the plan whose phase it is, if any.
 * @throws {Failure} where the call names what is not there, or not there any more at that point
 */
export function pointOf<W extends ChartWish & PointWish>(
  model: OrgModel,
  wish: W,
): { readonly model: OrgModel; readonly wish: W; readonly plan?: ElementId } {
  const { at } = wish;
  const view = wish.view === undefined ? undefined : asView(model, wish.view);
  const outcome = phaseNamed(model, at ?? view?.after?.id);
  const asked = view ? { ...wish, ...viewed(view, model, outcome, wish) } : wish;
  const plan = outcome && { plan: outcome.plan.id };
  if (asked.lens === 'plan') return { model, wish: ofPlan(asked, outcome?.plan.id), ...plan };
  return { model: outcome ? calledAfter(outcome) : model, wish: asked, ...plan };
}

/** A plan is drawn whole and from today on, whatever the point: that only says which plan. */
export function ofPlan<W extends ChartWish>(wish: W, plan: ElementId | undefined): W {
  return plan !== undefined && wish.of === undefined ? { ...wish, of: plan } : wish;
}

/** What today is called among the points of a plan. */
export const todayPoint = 'today';

/** A picture goes from hand to hand: it says that it is not of today. */
function calledAfter({ model, phase }: AfterPhase): OrgModel {
  return { ...model, name: `${model.name}, after ${label(phase)}` };
}

/** The organization after the phase of this name. */
export function modelAfter(model: OrgModel, at: string | undefined): OrgModel {
  return phaseNamed(model, at)?.model ?? model;
}

function phaseNamed(model: OrgModel, name: string | undefined): AfterPhase | undefined {
  if (name === undefined) return undefined;
  if (name === todayPoint && !model.byKind.phase.some((phase) => phase.name === name)) return undefined;
  const phase = elementNamed(model, name, ['phase']);
  const outcome = afterPhase(model, phase.id);
  if (!outcome) throw new Failure(`${label(phase)} stands in no plan, so nobody can say what is after it.`);
  return outcome;
}

function asView(model: OrgModel, name: string): View {
  const view = elementNamed(model, name, ['view']);
  if (view.kind !== 'view') throw new Failure(`${label(view)} is no view.`);
  return view;
}

function viewed(
  view: View,
  model: OrgModel,
  outcome: AfterPhase | undefined,
  wish: ChartWish,
): Pick<ChartWish, 'lens' | 'of' | 'depth'> {
  const [start, ...others] = view.of;
  if (others.length > 0 && wish.of === undefined) {
    throw new Failure(
      `The view ${label(view)} is of ${view.of.length} things, and a chart starts from one.`,
      `Say which one: --of ${find(model, start?.id)?.path ?? ''}`,
    );
  }
  const of = wish.of ?? (start && startIn(view, start.id, model, outcome));
  const depth = wish.depth ?? view.depth?.value;
  return {
    lens: lensOf(view) ?? wish.lens,
    ...(of !== undefined && { of }),
    ...(depth !== undefined && { depth }),
  };
}

function startIn(view: View, id: string, model: OrgModel, outcome: AfterPhase | undefined): string {
  const now = outcome ? outcome.ids.get(id) : id;
  if (now !== undefined && find(outcome?.model ?? model, now)) return now;
  const element = find(model, id);
  throw new Failure(
    `The view ${label(view)} is of ${element ? label(element) : id}, which is not there ${outcome ? `after ${label(outcome.phase)}` : 'today'}.`,
  );
}

function lensOf({ lens }: View): LensName | undefined {
  if (!lens) return undefined;
  const known = lensNames.find((each) => each === lens.value);
  if (known) return known;
  throw new Failure(
    `A chart through the lens ${lens.value} cannot be drawn yet.`,
    `Those that can: ${lensNames.join(', ')}.`,
  );
}
