import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './team-has-lead.ts';

describeRule(rule, {
  rows: [
    {
      title: 'counts one role as well',
      source: `team ⟦web⟧ "Web" { role developer "Web developer" }\n`,
      says: ['“Web” has 1 role and no lead.'],
    },
    {
      title: 'leaves alone what is led from above',
      source: `team growth "Growth" {
  lead vp
  role vp "VP Growth"
  team web "Web" {
    lead vp
    role developer "Web developer"
  }
}
`,
    },
  ],
  fixes: [
    {
      title: 'makes the most senior role the lead',
      source: `team web "Web" {
  role developer "Web developer" { level senior }
  role head "Head of Web" { level director }
}
`,
      becomes: `team web "Web" {
  lead head
  role developer "Web developer" { level senior }
  role head "Head of Web" { level director }
}
`,
    },
    {
      title: 'keeps the indentation of a team inside another',
      source: `team growth "Growth" {
  lead vp
  role vp "VP Growth"
  team web "The {web}" is digital-experience { // new
    role head "Head of Web"
  }
}
`,
      becomes: `team growth "Growth" {
  lead vp
  role vp "VP Growth"
  team web "The {web}" is digital-experience {
    lead head // new
    role head "Head of Web"
  }
}
`,
    },
  ],
});
