import { find, label, type OrgModel, type SkillGap, type SkillsGap, skillsGap } from '@mktorg/model';
import { nameOf } from './names.ts';
import { noPlan, type PhaseColumn, phaseColumns, plannedName } from './phases.ts';
import type { Column, Row, Table } from './table.ts';

const columns: readonly Column[] = [
  { key: 'skill', heading: 'Skill', brief: true },
  { key: 'name', heading: 'Name in the model' },
  { key: 'needed-by', heading: 'Needed by today', brief: true },
  { key: 'held-by', heading: 'Held by today', brief: true },
];

/** The skills that teams and roles need, today and after each phase, beside those that somebody has, and their sources. */
export function skillsGapReport(model: OrgModel): Table {
  const phases = phaseColumns(model);
  const gaps: readonly (readonly [string | undefined, SkillsGap])[] =
    phases.length === 0
      ? [[undefined, skillsGap(model)]]
      : model.byKind.plan.map((plan) => [plan.id, skillsGap(model, plan.id)]);
  const order = new Map(phases.map(({ outcome, index }) => [outcome.phase.id, index]));
  const rows = new Map<string, { [key: string]: Row[string] }>();
  const open = new Set<string>();
  for (const [plan, { skills }] of gaps) {
    for (const gap of skills) {
      const row = rows.get(gap.skill.id) ?? {
        skill: label(gap.skill),
        name: gap.skill.path,
        'needed-by': gap.points[0]?.neededBy.flatMap((id) => nameOf(model, id) ?? []),
        'held-by': gap.points[0]?.heldBy.flatMap((id) => nameOf(model, id) ?? []),
      };
      rows.set(gap.skill.id, row);
      for (const column of phases)
        if (column.plan.id === plan) row[column.key] = cellOf(gap, model, column, order);
      row['sourced'] = [
        ...arrayOf(row['sourced']),
        ...gap.sourced.map(({ phase, how }) => `${sourceName(model, how)} in ${label(phase)}`),
      ];
      row['gap'] = gap.open ? 'open' : 'closed';
      if (gap.open) open.add(label(gap.skill));
    }
  }
  const last: readonly Column[] = [
    { key: 'sourced', heading: 'Sourced', brief: true },
    { key: 'gap', heading: 'Gap', brief: true },
  ];
  return {
    name: 'skills-gap',
    title: `Skills gap of ${model.name}`,
    columns: [...columns, ...phases, ...last],
    rows: [...rows.values()],
    notes: [
      ...(phases.length === 0 ? [noPlan] : []),
      ...(open.size > 0 ? [`Open in the end: ${[...open].join(', ')}.`] : []),
    ],
  };
}

function arrayOf(cell: Row[string]): readonly string[] {
  return typeof cell === 'object' ? cell : [];
}

function sourceName(model: OrgModel, how: string): string {
  const term = find(model, how);
  return (term ? label(term) : (plannedName(model, how) ?? how)).toLowerCase();
}

/** Who needs it after the phase, and who has it or how it comes. */
function cellOf(
  { points, sourced }: SkillGap,
  model: OrgModel,
  { index, outcome }: PhaseColumn,
  order: ReadonlyMap<string, number>,
): string {
  const point = points[index + 1];
  if (!point || point.neededBy.length === 0) return '';
  const needed = `needed by ${point.neededBy.map((id) => nameOf(outcome.model, id)).join(', ')}`;
  if (point.heldBy.length > 0) {
    return `${needed}; held by ${point.heldBy.map((id) => nameOf(outcome.model, id)).join(', ')}`;
  }
  const now = sourced.find(({ phase }) => phase.id === outcome.phase.id);
  if (now) return `${needed}; sourced: ${sourceName(model, now.how)}`;
  const before = sourced.some(({ phase }) => (order.get(phase.id) ?? 0) < index);
  return `${needed}; ${before ? 'sourced before' : 'open'}`;
}
