import type { OrgModel, Role, Team } from '@mktorg/model';
import { childrenOf, findAs, label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement, type Fix } from '../fix.ts';
import { count, quote, verb } from '../wording.ts';

export const rule = defineRule({
  id: 'reporting/team-has-lead',
  summary: 'A team that has roles and no lead.',
  rationale:
    'The roles of a team report to its lead. Without one their solid lines skip to whoever leads the team above: the chart shows a manager who may know nothing of them, and nobody answers for the team.',
  source: "This project's own, from how reporting lines follow from leads.",
  judgement:
    'Only roles that stand directly in the team count. A team that only groups other teams needs no lead.',
  subjects: ['team'],
  reach: 'neighbors',
  clean: [
    `team web "Web" {
  lead head
  role head "Head of Web"
  role developer "Web developer" { seats 2 }
}
`,
    `team marketing "Marketing" {
  team web "Web"
}
`,
  ],
  findings: [
    {
      source: `team ⟦web⟧ "Web" {
  role head "Head of Web" { level manager }
  role developer "Web developer" { level senior  seats 2 }
}
`,
      says: '“Web” has 2 roles and no lead.',
    },
  ],
  fix: { does: 'Makes the most senior role of the team its lead, or asks for one.', safe: false },
  check(team, ctx) {
    if (team.lead) return;
    const roles = childrenOf(ctx.model, team.id).flatMap((child) => (child.kind === 'role' ? [child] : []));
    if (roles.length === 0) return;
    ctx.report({
      at: team.nameAt,
      property: 'lead',
      message: {
        what: `${quote(label(team))} has ${count(roles.length, 'role')} and no lead.`,
        why: `${verb(roles.length, 'It reports', 'They report')} past the team to whoever leads the one above, and nobody answers for the team.`,
        todo: 'Say which role leads it: `lead …`.',
      },
      fixes: (model) => [leadFix(model, team, roles)],
    });
  },
});

function leadFix(model: OrgModel, team: Team, roles: readonly Role[]): Fix {
  const candidate = mostSenior(model, roles);
  return {
    title: `Make ${quote(label(candidate))} the lead of ${quote(label(team))}`,
    safe: false,
    edits: [addStatement(team.id, `lead ${candidate.name}`, candidate.name)],
  };
}

/** The first of those with the highest rank, and a role with a level before one without. */
function mostSenior(model: OrgModel, roles: readonly Role[]): Role {
  const rank = (role: Role): number => findAs(model, role.level?.id, 'level')?.rank?.value ?? 0;
  return roles.reduce((best, role) => (rank(role) > rank(best) ? role : best));
}
