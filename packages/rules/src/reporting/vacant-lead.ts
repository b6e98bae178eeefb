import { label, namesHolders, occupancy, teamsLedBy } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { quote, several } from '../wording.ts';

export const rule = defineRule({
  id: 'reporting/vacant-lead',
  summary: 'A lead with nobody in the seat.',
  rationale:
    'An empty seat at the head of a team is the vacancy that costs most: decisions wait, reviews are not held, and the next manager up leads two teams. Somebody should hold it for the time being, with a date.',
  source: "This project's own.",
  judgement:
    'A seat that somebody holds `interim` is filled; [interim-open-ended](interim-open-ended.md) watches over its date. Where a model names no holders at all, vacancies are unknown and the rule is silent.',
  subjects: ['role'],
  reach: 'neighbors',
  basis: namesHolders,
  clean: [
    `team web "Web" {
  lead head
  role head "Head of Web" { held by "Ada Lind"  interim until 2027-09 }
  role developer "Web developer" { seats 2 }
}
`,
    `team web "Web" {
  lead head
  role head "Head of Web"
  role developer "Web developer" { seats 2 }
}
`,
  ],
  findings: [
    {
      source: `team web "Web" {
  lead head
  role ⟦head⟧ "Head of Web"
  role developer "Web developer" { held by "Ada Lind" }
}
`,
      says: '“Head of Web” leads “Web”, and nobody holds the seat.',
    },
  ],
  check(role, ctx) {
    const { known, filled } = occupancy(ctx.model, role);
    if (!known || filled > 0) return;
    const teams = teamsLedBy(ctx.model, role.id);
    if (teams.length === 0) return;
    ctx.report({
      at: role.nameAt,
      property: 'holders',
      message: {
        what: `${quote(label(role))} leads ${several(teams.map((team) => quote(label(team))))}, and nobody holds the seat.`,
        why: 'Decisions and reviews wait, or move up to a manager who has a team already.',
        todo: 'Name who holds it, for the time being if need be: `held by …` and `interim until …`.',
      },
      related: teams.flatMap((team) =>
        team.lead ? [{ message: `Leads ${quote(label(team))}.`, at: team.lead.at }] : [],
      ),
    });
  },
});
