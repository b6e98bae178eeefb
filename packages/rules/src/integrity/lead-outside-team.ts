import type { OrgModel, Role, Team } from '@mktorg/model';
import { enclosingTeam, findAs, label, teamChain } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'integrity/lead-outside-team',
  summary: 'A lead that is no role of the team or of a team around it.',
  rationale:
    'The roles of a team report to its lead, and the lead to the lead of the team above: that is how solid lines follow from the structure. A lead from a neighboring team or from deeper inside would tear its own team out of that order, or make it report to itself.',
  source: 'How the language derives reporting lines.',
  judgement: 'A role that stands in no team at all may lead any team.',
  subjects: ['team'],
  reach: 'neighbors',
  clean: [
    `team growth "Growth" {
  lead vp-growth
  role vp-growth "VP Growth"
  team web "Web" {
    lead vp-growth
    role developer "Web developer"
  }
}
`,
  ],
  findings: [
    {
      source: `team brand "Brand" {
  lead director
  role director "Brand Director"
}
team web "Web" {
  lead ⟦director⟧
  role developer "Web developer"
}
`,
      says: '“Web” is led by “Brand Director”, a role of “Brand”.',
    },
  ],
  check(team, ctx) {
    const role = findAs(ctx.model, team.lead?.id, 'role');
    if (!team.lead || !role) return;
    const home = homeOutside(ctx.model, team, role);
    if (!home) return;
    ctx.report({
      at: team.lead.at,
      property: 'lead',
      also: [role.id],
      message: {
        what: `${quote(label(team))} is led by ${quote(label(role))}, a role of ${quote(label(home))}.`,
        why: 'A lead from elsewhere leaves it open to whom the team belongs, and reporting lines cannot be derived.',
        todo: 'Name a role of this team or of a team around it, or move the role here; for a tie between teams draw a dotted line.',
      },
      related: [{ message: `${quote(label(role))} stands here.`, at: role.nameAt }],
    });
  },
});

/** The team of the role, where that is neither the team nor one around it. */
function homeOutside(model: OrgModel, team: Team, role: Role): Team | undefined {
  const home = enclosingTeam(model, role.id);
  if (!home) return undefined;
  return teamChain(model, team.id).some((each) => each.id === home.id) ? undefined : home;
}
