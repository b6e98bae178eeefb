import type { AfterPhase, OrgModel, Plan, SkillPoint } from '@mktorg/model';
import { label } from '@mktorg/model';
import type { ChartOptions } from '../../options.ts';
import type { Mark } from '../../scene.ts';
import { blankBox } from '../blank-box.ts';
import type { Fact } from '../diagram.ts';
import type { TimelineCell, TimelineColumn } from '../timeline.ts';
import { counted } from '../words.ts';
import { datesOf, pauseBefore, timeOf } from './dates.ts';
import { type Item, itemsOf } from './items.ts';
import { type PartName, parts } from './parts.ts';
import { alert, findingFacts, moneyFacts, numbersOf, plain, standingOf } from './standing.ts';

export function todayColumn(
  model: OrgModel,
  plan: Plan,
  skills: readonly SkillPoint[],
  options: ChartOptions,
): TimelineColumn {
  const { organization } = model;
  const from = plan.transition?.from.value;
  const facts: Fact[] = from === undefined ? [] : [{ text: from, style: 'meta', most: 1 }];
  const findings = options.phases?.today;
  return {
    box: { ...blankBox('#today', 'phase', 'Today'), facts, label: 'Today' },
    cells: [
      ...parts.map(({ name, title }) =>
        cellOf('#today', name, title, standingOf(model, name, undefined, skills), []),
      ),
      cellOf(
        '#today',
        'after',
        'Today',
        [
          ...numbersOf(model, undefined),
          ...moneyFacts(
            organization?.revenue,
            organization?.budget && { ...organization.budget, word: 'budget' },
          ),
          ...(findings === undefined ? [] : [plain(counted(findings, 'finding'))]),
        ],
        [],
      ),
    ],
  };
}

export function phaseColumn(
  model: OrgModel,
  outcome: AfterPhase,
  before: AfterPhase | undefined,
  skills: readonly SkillPoint[],
  options: ChartOptions,
  marks: Map<string, Mark>,
): TimelineColumn {
  const { phase } = outcome;
  const items = itemsOf(model, phase);
  for (const { box, mark } of items) if (mark) marks.set(box.id, mark);
  const last = before?.model ?? model;
  const time = timeOf(phase);
  const when = datesOf(phase);
  const facts: Fact[] = [
    { text: when === '' ? 'no dates' : when, style: when === '' ? 'quiet' : 'meta', most: 1 },
    ...pauseBefore(phase, before?.phase),
  ];
  const notes = options.phases?.after.get(phase.id);
  const losses = outcome.losses.length;
  const title = label(phase);
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
        return cellOf(phase.id, name, part, standingOf(outcome.model, name, last, skills), own);
      }),
      cellOf(
        phase.id,
        'after',
        'After the phase',
        [
          ...numbersOf(outcome.model, last),
          ...moneyFacts(phase.revenue, phase.cost && { ...phase.cost, word: 'cost' }),
          ...(notes ? findingFacts(notes) : []),
          ...(losses > 0
            ? [
                alert(
                  `${counted(losses, 'statement')} of today ${losses === 1 ? 'names' : 'name'} what is gone`,
                ),
              ]
            : []),
        ],
        [],
      ),
    ],
  };
}

function cellOf(
  column: string,
  row: PartName | 'after',
  title: string,
  facts: readonly Fact[],
  items: readonly Item[],
): TimelineCell {
  return {
    box: { ...blankBox(`#part:${column}:${row}`, 'part', title), facts },
    boxes: items.map(({ box }) => box),
  };
}
