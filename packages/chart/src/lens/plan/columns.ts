import type { GapsOfPhase, OrgModel, Phase, Plan, PlanGap, PlanOutcome, SkillPoint } from '@mktorg/model';
import { label } from '@mktorg/model';
import type { ChartOptions } from '../../options.ts';
import type { Mark } from '../../scene.ts';
import { blankBox } from '../blank-box.ts';
import type { Fact } from '../diagram.ts';
import type { TimelineCell, TimelineColumn, TimelineRow } from '../timeline.ts';
import { counted } from '../words.ts';
import { datesOf, pauseBefore, timeOf } from './dates.ts';
import { gapsAfter, gapsToday } from './gaps.ts';
import { type Item, itemsOf } from './items.ts';
import { lossFacts } from './losses.ts';
import { parts } from './parts.ts';
import type { SeatsOf } from './seats.ts';
import { findingFacts, moneyFacts, numbersOf, standingOf } from './standing.ts';

const gapsRow: TimelineRow = { id: 'gaps', title: 'Gaps' };
const numbersRow: TimelineRow = { id: 'numbers', title: 'Seats, money, findings' };

/** The four parts, the gaps where there are any, and what is true at each point. */
export function rowsOf(hasGaps: boolean): readonly TimelineRow[] {
  return [
    ...parts.map(({ name, title }) => ({ id: name, title })),
    ...(hasGaps ? [gapsRow] : []),
    numbersRow,
  ];
}

export function todayColumn(
  model: OrgModel,
  plan: Plan,
  skills: readonly SkillPoint[],
  missing: readonly PlanGap[] | undefined,
  options: ChartOptions,
): TimelineColumn {
  const { revenue, budget: cost } = model.organization ?? {};
  const from = plan.transition?.from.value;
  const facts: Fact[] = from === undefined ? [] : [{ text: from, style: 'meta', most: 1 }];
  const findings = options.phases?.today;
  const numbers = [
    ...numbersOf(model, undefined),
    ...moneyFacts({ ...(revenue && { revenue }), ...(cost && { cost }) }, {}, 'budget'),
    ...(findings === undefined
      ? []
      : [{ text: counted(findings, 'finding'), style: 'detail' as const, most: 1 }]),
  ];
  return {
    box: { ...blankBox('#today', 'phase', 'Today'), facts, label: 'Today' },
    cells: [
      ...parts.map(({ name, title }) =>
        cellOf('#today', name, title, standingOf(model, name, undefined, skills), []),
      ),
      ...(missing ? [cellOf('#today', gapsRow.id, gapsRow.title, gapsToday(missing), [])] : []),
      cellOf('#today', numbersRow.id, numbersRow.title, numbers, []),
    ],
  };
}

/** The point before a phase: what it is measured against. */
export interface Before {
  readonly model: OrgModel;
  readonly phase?: Phase;
}

export function phaseColumn(
  model: OrgModel,
  outcome: PlanOutcome,
  before: Before,
  seatsOf: SeatsOf,
  skills: readonly SkillPoint[],
  gaps: GapsOfPhase | undefined,
  options: ChartOptions,
  marks: Map<string, Mark>,
): TimelineColumn {
  const { phase, model: after } = outcome;
  const notes = options.phases?.after.get(phase.id);
  const items = itemsOf(model, phase, notes, seatsOf);
  for (const { box, mark } of items) if (mark) marks.set(box.id, mark);
  const time = timeOf(phase);
  const when = datesOf(phase);
  const facts: Fact[] = [
    { text: when === '' ? 'no dates' : when, style: when === '' ? 'quiet' : 'meta', most: 1 },
    ...pauseBefore(phase, before.phase),
  ];
  const title = label(phase);
  const numbers = [
    ...numbersOf(after, before.model),
    ...moneyFacts(phase, before.phase ?? {}),
    ...(notes ? findingFacts(notes) : []),
    ...lossFacts(model, outcome),
  ];
  return {
    box: {
      ...blankBox(phase.id, 'phase', title),
      element: phase.id,
      kind: 'phase',
      source: phase.at,
      facts,
      label: `Phase ${title}${when === '' ? '' : `, ${when}`}`,
    },
    ...(time && { time }),
    cells: [
      ...parts.map(({ name, title: part }) => {
        const own = items.filter((item) => item.part === name);
        return cellOf(phase.id, name, part, standingOf(after, name, before.model, skills), own);
      }),
      ...(gaps ? [cellOf(phase.id, gapsRow.id, gapsRow.title, gapsAfter(gaps), [])] : []),
      cellOf(phase.id, numbersRow.id, numbersRow.title, numbers, []),
    ],
  };
}

function cellOf(
  column: string,
  row: string,
  title: string,
  facts: readonly Fact[],
  items: readonly Item[],
): TimelineCell {
  return {
    box: { ...blankBox(`#part:${column}:${row}`, 'part', title), facts },
    boxes: items.map(({ box }) => box),
  };
}
