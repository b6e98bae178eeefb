import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './over-allocation.ts';

describeRule(rule, {
  rows: [
    {
      title: 'measures against the time that a person has',
      source: `person ada "Ada Lind" { fte 0.5 }
role a "A" { held by ada  fte 0.5 }
initiative one "One" { until 2027-06  members a at 30% }
committee two "Two" { members ⟦ada at 30%⟧ }
`,
      says: ['Ada Lind is allocated to 120%: “One” 30% and “Two” 30%.'],
    },
    {
      title: 'judges a seat with nobody known in it for itself',
      source: `role a "A"
initiative one "One" { until 2027-06  members a at 60% }
initiative two "Two" { until 2027-06  members ⟦a at 60%⟧ }
`,
      says: ['A is allocated to 120%: “One” 60% and “Two” 60%.'],
    },
    {
      title: 'leaves alone a full-time seat with one initiative, members without a share, and thirds',
      source: `role a "A" { held by "Ada Lind" }
initiative one "One" { until 2027-06  members a at 70% }
initiative two "Two" { until 2027-06  members a at 20%, a at 10% }
initiative three "Three" { until 2027-06  members a }
`,
    },
    {
      title: 'leaves alone a second seat for the time being',
      source: `role a "A" { held by "Ada Lind" }\nrole b "B" { held by "Ada Lind"  interim until 2027-06 }\n`,
    },
    {
      title: 'leaves a seat below another one to stacked-seats',
      source: `team growth "Growth" {
  lead vp
  role vp "VP Growth" { held by "Ada Lind" }
  role analyst "Analyst" { held by "Ada Lind" }
}
`,
    },
    {
      title: 'but not where that rule is off',
      source: `team growth "Growth" {
  lead vp
  role vp "VP Growth" { held by "Ada Lind" }
  role analyst "Analyst" { ⟦held by "Ada Lind"⟧ }
}
rules { reporting/stacked-seats off }
`,
    },
    {
      title: 'and adds up what is left',
      source: `team growth "Growth" {
  lead vp
  role vp "VP Growth" { held by "Ada Lind" }
  role analyst "Analyst" { held by "Ada Lind" }
}
role editor "Editor" { ⟦held by "Ada Lind"⟧ }
`,
      says: ['Ada Lind is allocated to 200%: “VP Growth” 100% and “Editor” 100%.'],
    },
    {
      title: 'allows what the option allows',
      source: `rules { governance/over-allocation warning { max 150 } }
role a "A" { held by "Ada Lind" }
initiative one "One" { until 2027-06  members a at 70% }
initiative two "Two" { until 2027-06  members a at 70% }
`,
    },
  ],
});
