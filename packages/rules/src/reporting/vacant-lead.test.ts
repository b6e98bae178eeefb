import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './vacant-lead.ts';

describeRule(rule, {
  rows: [
    {
      title: 'names every team that waits',
      source: `team growth "Growth" {
  lead vp
  role ⟦vp⟧ "VP Growth"
  role analyst "Analyst" { held by "Ada Lind" }
  team web "Web" {
    lead vp
    role developer "Web developer" { held by "Bo Ek" }
  }
}
`,
      says: ['“VP Growth” leads “Growth” and “Web”, and nobody holds the seat.'],
    },
    {
      title: 'leaves alone a vacancy that leads nobody',
      source: `role analyst "Analyst"\nrole writer "Writer" { held by "Ada Lind" }\n`,
    },
  ],
});
