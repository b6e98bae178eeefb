import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './stacked-seats.ts';

describeRule(rule, {
  rows: [
    {
      title: 'knows a declared person, and counts the levels',
      source: `person ada "Ada Lind"
team growth "Growth" {
  lead vp
  role vp "VP Growth" { held by ada }
  team web "Web" {
    lead head
    role head "Head of Web" { held by "Bo Ek" }
    role developer "Web developer" { ⟦held by ada⟧ }
  }
}
`,
      says: ['Ada Lind holds “Web developer” and, 2 levels above it, “VP Growth”.'],
    },
    {
      title: 'leaves alone two seats side by side',
      source: `team growth "Growth" {
  lead vp
  role vp "VP Growth" { held by "Bo Ek" }
  role analyst "Analyst" { held by "Ada Lind"  fte 0.5 }
  role writer "Writer" { held by "Ada Lind"  fte 0.5 }
}
`,
    },
    {
      title: 'leaves alone an arrangement with an end above',
      source: `team growth "Growth" {
  lead vp
  role vp "VP Growth" { held by "Ada Lind"  interim until 2027-03 }
  role analyst "Analyst" { held by "Ada Lind" }
}
`,
    },
    {
      title: 'but not once it is over',
      source: `team growth "Growth" {
  lead vp
  role vp "VP Growth" { held by "Ada Lind"  interim until 2027-03 }
  role analyst "Analyst" { ⟦held by "Ada Lind"⟧ }
}
`,
      today: '2027-04-01',
    },
  ],
});
