import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './redundant.ts';

describeRule(rule, {
  rows: [
    {
      title: 'finds a line to the manager',
      source: `external ceo "Chief Executive"
role cmo "CMO" {
  reports to ceo
  ..> ⟦ceo⟧ "numbers"
}
`,
      says: ['The dotted line from “CMO” leads to “Chief Executive”, to whom it reports anyway.'],
    },
    {
      title: 'finds a line to itself, and one to a team around',
      source: `team growth "Growth" {
  team web "Web" {
    ..> ⟦growth⟧ "numbers"
    ..> ⟦web⟧ "more numbers"
  }
}
`,
      says: [
        'The dotted line from “Web” leads to “Growth”, in which it stands.',
        'The dotted line from “Web” leads to itself.',
      ],
    },
    {
      title: 'leaves alone a line down, and one to an external far above',
      source: `external ceo "Chief Executive"
team growth "Growth" {
  lead vp
  role vp "VP Growth" {
    reports to ceo
    ..> analyst "coaching"
  }
  role analyst "Analyst" { ..> ceo "monthly numbers" }
}
`,
    },
  ],
  fixes: [
    {
      title: 'removes the line with its line of text',
      source: `team web "Web" {\n  note "x"\n  ..> web "numbers"\n}\n`,
      becomes: `team web "Web" {\n  note "x"\n}\n`,
    },
    {
      title: 'removes the line from a body of one line',
      source: `team web "Web" { ..> web "numbers" }\n`,
      becomes: `team web "Web" { }\n`,
    },
  ],
});
