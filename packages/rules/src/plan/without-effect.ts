import type { Idle, OrgModel } from '@mktorg/model';
import { fieldOf, findPlanned, label, sayValue } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { nameIn } from '../naming.ts';
import { outcomesOf } from '../planning.ts';
import { quote } from '../wording.ts';
import { isUnchanged } from './unchanged.ts';

export const rule = defineRule({
  id: 'plan/without-effect',
  summary: 'A change in a phase that leaves everything as it was.',
  rationale:
    'Who writes a change expects a difference. Where it makes none, the organization by then is not the one that the plan has in mind: the seat is another, the tool was handed over already, the dotted line goes elsewhere.',
  source: 'What a plan in phases means.',
  judgement:
    'Found are a statement that holds already, something taken from a list or taken back that is not there, a move to where it is already, something added under the name of what the plan moves away, a step put beside itself or beside one of another process, and a dotted line removed that does not exist by then. What is taken from a list because it is gone altogether is not found, and a phase of which all holds already has one finding of its own (`plan/unchanged`).',
  judged: 'with phases',
  subjects: ['plan'],
  reach: 'model',
  clean: [
    `team desk "Email desk" { role writer "Writer" { interim } }
team core "Martech core"
writer ..> core "releases"
plan rebuild "Rebuild" {
  phase found "Found" {
    change writer { -interim }
    move writer to core
    remove writer ..> core because "The writer sits there now"
  }
}
`,
  ],
  findings: [
    {
      source: `team desk "Email desk"
team core "Martech core"
platform mail "Email" { owner core }
plan rebuild "Rebuild" {
  phase found "Found" {
    add role architect "Architect" to core
    change mail { ⟦owner core⟧ }
  }
}
`,
      says: '“Found” states `owner` of “Email”, and that holds already.',
    },
    {
      source: `team desk "Email desk" { role writer "Writer" { interim } }
team core "Martech core" { role maintainer "Maintainer" }
plan rebuild "Rebuild" {
  phase found "Found" {
    change writer { -interim }
    remove ⟦writer ..> core⟧
  }
}
`,
      says: '“Found” removes a dotted line from “Writer” to “Martech core”, and there is none by then.',
    },
  ],
  check(plan, ctx) {
    for (const outcome of outcomesOf(ctx.model, plan)) {
      if (isUnchanged(outcome, ctx.model)) continue;
      const { phase, idle } = outcome;
      for (const each of idle) {
        const { how } = each;
        // It has a finding of its own: `integrity/inside-itself`.
        if (how === 'inside') continue;
        ctx.report({
          at: each.at,
          element: phase.id,
          property: `${how} ${each.id} ${each.field ?? each.ends?.to.id ?? ''}`,
          message: {
            what: `${quote(label(phase))} ${said(how, each, ctx.model)}.`,
            why: 'The plan expects a difference here, and there is none: by then the organization is another than it has in mind.',
            todo: todos[how] ?? 'Look at what is so by then, and change the line or take it out.',
          },
        });
      }
    }
  },
});

const todos: { readonly [how in Idle['how']]?: string } = {
  exists: 'Add it under another name.',
  itself: 'Name a step that is not put there itself.',
};

function said(
  how: Exclude<Idle['how'], 'inside'>,
  { id, field: fieldName, value, beside, ends }: Idle,
  model: OrgModel,
): string {
  const name = nameOf(model, id);
  const kind = findPlanned(model, id)?.kind;
  const field = kind && fieldName !== undefined ? fieldOf(kind, fieldName) : undefined;
  const phrase = `\`${field?.keyword ?? fieldName}\` of ${name}`;
  const member = field && value !== undefined ? quote(sayValue(model, field.type, value)) : undefined;
  switch (how) {
    case 'same':
      return member
        ? `adds ${member} to ${phrase}, where it is already`
        : `states ${phrase}, and that holds already`;
    case 'absent':
      return member
        ? `takes ${member} from ${phrase}, where it is not`
        : `takes back ${phrase}, which says nothing`;
    case 'there':
      return `moves ${name} to where it is already`;
    case 'elsewhere':
      return `puts ${name} beside ${nameOf(model, beside ?? '')}, which is of another process`;
    case 'exists':
      return `adds ${name} under a name that what has been moved away keeps in the plan`;
    case 'itself':
      return `puts ${name} beside itself, and so says no place`;
    case 'no-line':
      return `removes a dotted line from ${name} to ${nameOf(model, ends?.to.id ?? '')}, and there is none by then`;
  }
}

function nameOf(model: OrgModel, id: string): string {
  const element = findPlanned(model, id);
  return quote(element ? label(element) : nameIn(id));
}
