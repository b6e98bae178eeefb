import type { ElementId, OrgModel, Plan } from '@mktorg/model';
import { findAs, label, nameIn, planGaps, planOutcomes, redactPeople, skillsGap } from '@mktorg/model';
import type { ChartOptions } from '../options.ts';
import type { Mark } from '../scene.ts';
import { barrierBox, goalBoxes, measureBox, stakeholderBox, weighedBox, whyBoxes } from './plan/around.ts';
import { phaseColumn, rowsOf, todayColumn } from './plan/columns.ts';
import { axisOf, columnOf, spanOf } from './plan/dates.ts';
import { seatsByPhase } from './plan/seats.ts';
import type { TimelineDiagram } from './timeline.ts';
import { counted } from './words.ts';

/** A plan on a time axis: today, then its phases, each with what it does in the four parts and what is true after it. */
export function planLens(given: OrgModel, options: ChartOptions): TimelineDiagram {
  const model = options.redactPeople ? redactPeople(given) : given;
  const plan = planIn(model, options.of);
  if (!plan) return nothing(model, options);
  const outcomes = planOutcomes(model, plan.id);
  const seats = seatsByPhase(model, plan.id);
  const marks = new Map<string, Mark>();
  const gap = skillsGap(model, plan.id);
  const skills = (at: number) => gap.skills.flatMap(({ points }) => points[at] ?? []);
  const gaps = planGaps(model, plan.id);
  const hasGaps = gaps.today.length > 0 || gaps.phases.some(({ left }) => left.length > 0);
  const columns = [
    todayColumn(model, plan, skills(0), hasGaps ? gaps.today : undefined, options),
    ...outcomes.map((outcome, i) =>
      phaseColumn(
        model,
        outcome,
        outcomes[i - 1] ?? { model },
        seats(i),
        skills(i + 1),
        hasGaps ? gaps.phases[i] : undefined,
        options,
        marks,
      ),
    ),
  ];
  const axis = axisOf(outcomes);
  const barriers = model.byKind.barrier.filter(({ parent }) => parent === plan.id);
  const stakeholders = model.byKind.stakeholder.filter(({ parent }) => parent === plan.id);
  const others = model.byKind.plan.filter(({ id }) => id !== plan.id);
  const { transition } = plan;
  const said = [
    model.name,
    'plan',
    transition ? `from ${transition.from.value} to ${transition.to.value}` : '',
    outcomes.length === 0 ? 'no phases yet' : counted(outcomes.length, 'phase'),
    spanOf(outcomes),
    plan.owner ? `owner ${nameIn(model, plan.owner.id)}` : '',
    plan.sponsor ? `sponsor ${nameIn(model, plan.sponsor.id)}` : '',
  ].filter((part) => part !== '');
  return {
    policy: 'timeline',
    lens: 'plan',
    title: options.title ?? label(plan),
    subtitle: said.join(' · '),
    description: `${said.join(', ')}. ${outcomes.map(({ phase }) => label(phase)).join(', then ')}`,
    lines: [],
    notes: [
      ...(others.length > 0
        ? [`Not in this chart: ${others.map((each) => `plan ${label(each)} (${each.name})`).join(', ')}`]
        : []),
    ],
    ...(axis && { axis }),
    rows: rowsOf(hasGaps),
    columns,
    measures: plan.benefits.map((measure, i) => {
      const to = measure.by?.to;
      return {
        box: measureBox(plan, measure, i),
        ...(to !== undefined && { time: { to } }),
        until: columnOf(outcomes, to),
      };
    }),
    strips: [
      { id: '#why', title: 'Why', boxes: whyBoxes(model, plan) },
      { id: '#goals', title: 'Goals', boxes: goalBoxes(model, plan) },
      { id: '#barriers', title: 'Barriers', boxes: barriers.map((each) => barrierBox(model, each)) },
      { id: '#stakeholders', title: 'Stakeholders', boxes: stakeholders.map(stakeholderBox) },
      {
        id: '#weighed',
        title: 'Risks and trade-offs',
        boxes: [
          ...plan.risks.map((each, i) => weighedBox(plan, 'risk', each, i)),
          ...plan.tradeOffs.map((each, i) => weighedBox(plan, 'trade-off', each, i)),
        ],
      },
    ].filter(({ boxes }) => boxes.length > 0),
    marks,
  };
}

/** The plan that is asked for, by itself or by one of its phases; otherwise the first. */
function planIn(model: OrgModel, of: ElementId | undefined): Plan | undefined {
  const phase = findAs(model, of, 'phase');
  return findAs(model, phase?.parent ?? of, 'plan') ?? model.byKind.plan[0];
}

function nothing(model: OrgModel, options: ChartOptions): TimelineDiagram {
  const empty = { lines: [], rows: [], columns: [], measures: [], strips: [], marks: new Map() };
  const subtitle = 'There is no plan yet. A plan in the model, with phases, is drawn here.';
  const title = options.title ?? model.name;
  return { policy: 'timeline', lens: 'plan', title, subtitle, description: subtitle, notes: [], ...empty };
}
