import type { DottedLine, ElementId, OrgModel } from '@mktorg/model';
import { enclosingTeam, find, managerOf, reportingChain, teamChain } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { removeAt } from '../fix.ts';
import { named } from '../naming.ts';

export const rule = defineRule({
  id: 'dotted/redundant',
  summary: 'A dotted line that says what the solid line says already.',
  rationale:
    'A role works with its manager, with everybody above, and with its own team anyway. Dotted lines that repeat this hide the few that say something: who works across the structure.',
  source: "This project's own.",
  judgement:
    'A line is redundant if it leads to itself, to the manager, to any role farther up the same reporting line, or to the team in which its start stands, or one around that. A line from a manager down to a report is left alone, and so is one to an external beyond the next manager: that leads out of the organization.',
  subjects: ['dotted-line'],
  reach: 'line',
  clean: [
    `team marketing "Marketing" {
  lead cmo
  role cmo "CMO"
  team brand "Brand" {
    lead director
    role director "Brand Director"
    role designer "Designer" { ..> growth "campaign creative" }
  }
  team growth "Growth" {
    lead head
    role head "Head of Growth"
  }
}
`,
  ],
  findings: [
    {
      source: `team marketing "Marketing" {
  lead cmo
  role cmo "CMO"
  team brand "Brand" {
    lead director
    role director "Brand Director"
    role designer "Designer" { ..> ⟦cmo⟧ "weekly review" }
  }
}
`,
      says: 'The dotted line from “Designer” leads to “CMO”, who is above it in its own reporting line.',
    },
    {
      source: `team brand "Brand" {
  lead director
  role director "Brand Director"
  role designer "Designer" { ..> ⟦brand⟧ "craft" }
}
`,
      says: 'The dotted line from “Designer” leads to “Brand”, in which it stands.',
    },
  ],
  fix: { does: 'Removes the dotted line.', safe: false },
  check(line, ctx) {
    const repeats = whatItRepeats(ctx.model, line);
    if (repeats === undefined) return;
    ctx.report({
      at: line.to.at,
      property: 'to',
      message: {
        what: `The dotted line from ${named(ctx.model, line.from.id)} leads to ${repeats}.`,
        why: 'It says nothing that the structure does not say, and hides the lines that do.',
        todo: 'Remove it, or draw it to the team or role outside the own line that it is meant for.',
      },
      fixes: () => [{ title: 'Remove the dotted line', safe: false, edits: [removeAt(line.at)] }],
    });
  },
});

function whatItRepeats(model: OrgModel, line: DottedLine): string | undefined {
  const from = line.from.id;
  const to = line.to.id;
  if (from === to) return 'itself';
  if (teamsAround(model, from).includes(to)) return `${named(model, to)}, in which it stands`;
  // Roles report to roles: there is no need to follow the line.
  if (find(model, to)?.kind === 'team') return undefined;
  const manager = managerOf(model, from);
  if (!manager) return undefined;
  if (manager.id === to) return `${named(model, to)}, to whom it reports anyway`;
  const isAbove = reportingChain(model, manager.id).some((each) => each.kind === 'role' && each.id === to);
  return isAbove ? `${named(model, to)}, who is above it in its own reporting line` : undefined;
}

/** The teams around a role or team, without itself. */
function teamsAround(model: OrgModel, id: ElementId): readonly ElementId[] {
  const element = find(model, id);
  if (element?.kind !== 'role' && element?.kind !== 'team') return [];
  const inner = enclosingTeam(model, id);
  return inner ? teamChain(model, inner.id).map((team) => team.id) : [];
}
