import { type ElementId, type OrgModel, type SkillGap, type SkillsGap, skillsGap } from '@mktorg/model';
import { called, namesApart } from './names.ts';
import { type PhaseColumn, phaseColumns, withoutPlan } from './phases.ts';
import { type Column, nameInModel, type Row, type Table } from './table.ts';

function columnsOf(phases: readonly Column[]): readonly Column[] {
  return [
    { key: 'skill', heading: 'Skill', brief: true },
    nameInModel,
    { key: 'needed-by', heading: 'Needed by today', brief: true },
    { key: 'held-by', heading: 'Held by today', brief: true },
    ...phases,
    { key: 'sourced', heading: 'Sourced', brief: true },
    { key: 'closed-by', heading: 'Closed by' },
    { key: 'gap', heading: 'Gap', brief: true },
  ];
}

/**
 * What there is of a gap in the end. `none`: whoever needs the skill always has it. `closed`: after some phase somebody
 * has it. `dropped`: nobody needs it any more. `sourced`: nobody has it, and a phase says how it is to come. `open`:
 * neither. The best comes first: of several plans, one that closes a gap is enough.
 */
const outcomes = ['none', 'closed', 'dropped', 'sourced', 'open'] as const;
type Outcome = (typeof outcomes)[number];

function outcomeOf({ points, closedBy }: SkillGap): Outcome {
  const state = points.at(-1)?.state ?? 'unneeded';
  if (state === 'held') return closedBy ? 'closed' : 'none';
  if (state !== 'unneeded') return state;
  return points.some((point) => point.state === 'open' || point.state === 'sourced') ? 'dropped' : 'none';
}

/** The skills that teams and roles need, today and after each phase, beside those that somebody has, and their sources. */
export function skillsGapReport(model: OrgModel): Table {
  const phases = phaseColumns(model);
  const gaps: readonly (readonly [string | undefined, SkillsGap])[] =
    phases.length === 0
      ? [[undefined, skillsGap(model)]]
      : model.byKind.plan.map((plan) => [plan.id, skillsGap(model, plan.id)]);
  const rows = new Map<string, { [key: string]: Row[string] }>();
  const ends = new Map<ElementId, Outcome>();
  for (const [plan, { skills }] of gaps) {
    for (const gap of skills) {
      const row = rows.get(gap.skill.id) ?? {
        skill: called(model, gap.skill.id),
        name: gap.skill.path,
        'needed-by': namesApart(model, gap.points[0]?.neededBy ?? []),
        'held-by': namesApart(model, gap.points[0]?.heldBy ?? []),
      };
      rows.set(gap.skill.id, row);
      for (const column of phases) if (column.plan.id === plan) row[column.key] = cellOf(gap, model, column);
      row['sourced'] = [
        ...arrayOf(row['sourced']),
        ...gap.sourced.map(({ phase, how }) => `${sourceName(model, how)} in ${called(model, phase.id)}`),
      ];
      if (gap.closedBy) row['closed-by'] = [...arrayOf(row['closed-by']), called(model, gap.closedBy.id)];
      const end = better(outcomeOf(gap), ends.get(gap.skill.id));
      ends.set(gap.skill.id, end);
      row['gap'] = end;
    }
  }
  return {
    name: 'skills-gap',
    title: `Skills gap of ${model.name}`,
    columns: columnsOf(phases),
    rows: [...rows.values()],
    none: 'This lists the skills that are needed beside those that somebody has, and nobody says what they need. To say it, in a team or role: needs martech-architecture.',
    notes: [
      ...endNotes(model, ends),
      ...(phases.length === 0 ? withoutPlan('source martech-architecture by hire') : []),
    ],
  };
}

function better(one: Outcome, other: Outcome | undefined): Outcome {
  return other !== undefined && outcomes.indexOf(other) < outcomes.indexOf(one) ? other : one;
}

const endWords: { readonly [outcome in Outcome]?: string } = {
  closed: 'Closed in the end, as somebody has it',
  sourced: 'To come, and held by nobody yet',
  open: 'Open in the end',
};

function endNotes(model: OrgModel, ends: ReadonlyMap<ElementId, Outcome>): readonly string[] {
  return outcomes.flatMap((outcome) => {
    const words = endWords[outcome];
    const skills = [...ends].flatMap(([skill, end]) => (end === outcome ? [skill] : []));
    return words !== undefined && skills.length > 0
      ? [`${words}: ${namesApart(model, skills).join(', ')}.`]
      : [];
  });
}

function arrayOf(cell: Row[string]): readonly string[] {
  return typeof cell === 'object' ? cell : [];
}

function sourceName(model: OrgModel, how: string): string {
  return called(model, how).toLowerCase();
}

/** Who needs it after the phase, and who has it or how it is to come. */
function cellOf({ points, sourced }: SkillGap, model: OrgModel, { index, outcome }: PhaseColumn): string {
  const point = points[index + 1];
  if (!point || point.state === 'unneeded') return '';
  const names = (ids: readonly ElementId[]): string => namesApart(outcome.model, ids).join(', ');
  const needed = `needed by ${names(point.neededBy)}`;
  switch (point.state) {
    case 'held':
      return `${needed}; held by ${names(point.heldBy)}`;
    case 'sourced': {
      const now = sourced.find(({ phase }) => phase.id === outcome.phase.id);
      return `${needed}; to come${now ? `: ${sourceName(model, now.how)}` : ''}`;
    }
    case 'open':
      return `${needed}; open`;
  }
}
