import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './span-of-control.ts';

describeRule(rule, {
  rows: [
    {
      title: 'counts leads of teams below, and who says so',
      source: `rules { reporting/span-of-control warning { max 2 } }
team growth "Growth" {
  lead vp
  role ⟦vp⟧ "VP Growth"
  role analyst "Analyst"
  team web "Web" {
    lead head
    role head "Head of Web"
    role developer "Web developer" { seats 2 }
  }
}
role assistant "Assistant" { reports to vp }
`,
      says: ['“VP Growth” has 3 direct reports, 1 more than the 2 of a role without an archetype.'],
    },
    {
      title: 'knows no limit for a coordinator',
      source: `team desk "Desk" {
  lead head
  role head "Head" { span coordinator }
  role agent "Agent" { seats 80 }
}
`,
    },
    {
      title: 'takes an archetype of the model',
      source: `archetype playing-lead "Playing lead" { max 1 }
team desk "Desk" {
  lead head
  role ⟦head⟧ "Head" { span playing-lead }
  role agent "Agent" { seats 2 }
}
`,
    },
  ],
});
