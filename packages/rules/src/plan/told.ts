import type { ElementId, OrgModel, Phase, PhaseChange, Plan, Ref } from '@mktorg/model';
import { findPlanned, kindNoun, label, namesHolders, parentOf, rolesWithin } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { phasesOf } from '../planning.ts';
import type { Context, Options } from '../rule.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'plan/told',
  summary:
    'A role or team that a phase moves, merges, removes or retires, and that nobody tells; or that is told, and not how.',
  rationale:
    'Whoever hears of a reorganization from the new chart has been told by the chart. Communication is part of the plan: for each one who moves, who says it, how and when.',
  source: 'Practitioners of transformation: continuous communication with those who are affected.',
  judgement:
    'To be told are roles and teams that a phase moves, merges, removes or retires; a seat that nobody holds needs no telling. It counts who is `told` in the same phase or an earlier one: the role or team itself, a team around it, who holds the seat, or of a team the role that leads it or all its roles. Whoever is told is told somehow: `told` without a text is found, too.',
  judged: 'once',
  subjects: ['plan'],
  reach: 'model',
  clean: [
    `team desk "Email desk" { role writer "Writer" { held by "Ana" } }
team core "Martech core"
plan rebuild "Rebuild" {
  phase found "Found" {
    move desk.writer to core
    told writer "1:1, January"
  }
}
`,
  ],
  findings: [
    {
      source: `team desk "Email desk" { role writer "Writer" { held by "Ana" } }
team core "Martech core"
plan rebuild "Rebuild" {
  phase found "Found" { move ⟦desk.writer⟧ to core }
}
`,
      says: '“Found” moves the role “Writer” (Ana), and nobody tells.',
    },
    {
      source: `team desk "Email desk" { role writer "Writer" { held by "Ana" } }
team core "Martech core"
plan rebuild "Rebuild" {
  phase found "Found" { move desk.writer to core  told ⟦writer⟧ }
}
`,
      says: '“Found” tells the role “Writer”, and does not say how.',
    },
  ],
  check(plan, ctx) {
    const told = new Set<ElementId>();
    const hasNames = namesHolders(ctx.model);
    for (const phase of phasesOf(ctx.model, plan)) {
      for (const { type, what, text } of phase.changes) {
        if (type !== 'told') continue;
        for (const { id } of what) told.add(id);
        const [first] = what;
        if (first && !text?.value.trim()) reportUnsaid(first, phase, plan, ctx);
      }
      for (const change of phase.changes) {
        if (!happens.has(change.type)) continue;
        for (const ref of change.what) {
          const affected = affectedBy(ctx.model, ref.id);
          if (!affected || (hasNames && affected.holders.length === 0)) continue;
          if (isTold(ctx.model, ref.id, told)) continue;
          report(ref, change, phase, plan, affected, ctx);
        }
      }
    }
  },
});

const happens = new Map<PhaseChange['type'], string>([
  ['move', 'moves'],
  ['merge', 'merges'],
  ['remove', 'removes'],
  ['retire', 'retires'],
]);

function reportUnsaid({ id, at }: Ref, phase: Phase, plan: Plan, ctx: Context<Options>): void {
  const element = findPlanned(ctx.model, id);
  if (!element) return;
  ctx.report({
    at,
    element: phase.id,
    property: `how ${id}`,
    also: [plan.id],
    message: {
      what: `${quote(label(phase))} tells the ${kindNoun(element.kind)} ${quote(label(element))}, and does not say how.`,
      why: 'Who says it, how and when decides whether it is news or a rumor.',
      todo: 'Say how they hear of it: `told … "1:1 with the lead, January"`.',
    },
  });
}

function report(
  { id, at }: Ref,
  { type }: PhaseChange,
  phase: Phase,
  plan: Plan,
  { name, holders }: Affected,
  ctx: Context<Options>,
): void {
  const who = holders.length === 0 ? '' : ` (${names(holders)})`;
  ctx.report({
    at,
    element: phase.id,
    property: id,
    also: [plan.id],
    message: {
      what: `${quote(label(phase))} ${happens.get(type)} the ${name}${who}, and nobody tells.`,
      why: 'Whoever learns it from the chart has been told by the chart.',
      todo: 'Say how they hear of it: `told … "1:1 with the lead, January"`.',
    },
  });
}

function names(holders: readonly string[]): string {
  const [first, second, ...rest] = [...new Set(holders)];
  if (rest.length > 0) return `${first}, ${second} and ${rest.length} more`;
  return second === undefined ? `${first}` : `${first} and ${second}`;
}

interface Affected {
  readonly name: string;
  readonly holders: readonly string[];
}

/** Who is affected where a role or team goes elsewhere; nothing of other elements. */
function affectedBy(model: OrgModel, id: ElementId): Affected | undefined {
  const element = findPlanned(model, id);
  if (element?.kind !== 'role' && element?.kind !== 'team') return undefined;
  const roles = element.kind === 'role' ? [element] : rolesWithin(model, id);
  return {
    name: `${kindNoun(element.kind)} ${quote(label(element))}`,
    holders: roles.flatMap(({ holders }) => holders.map(({ name }) => name)),
  };
}

function isTold(model: OrgModel, id: ElementId, told: ReadonlySet<ElementId>): boolean {
  const element = findPlanned(model, id);
  if (!element) return true;
  for (let around: typeof element | undefined = element; around; around = parentOf(model, around)) {
    if (told.has(around.id)) return true;
  }
  if (element.kind === 'role') {
    return element.holders.length > 0 && element.holders.every(({ person }) => told.has(person ?? ''));
  }
  if (element.kind === 'team' && element.lead && told.has(element.lead.id)) return true;
  const roles = rolesWithin(model, id).filter(({ holders }) => holders.length > 0);
  return roles.length > 0 && roles.every((role) => isTold(model, role.id, told));
}
