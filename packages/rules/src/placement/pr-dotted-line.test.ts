import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './pr-dotted-line.ts';

describeRule(rule, {
  rows: [
    {
      title: 'counts a line from marketing to the press as well',
      source: `external press "Press office"
team growth-team "Growth" is growth {
  lead cmo
  role cmo "CMO" { ..> press "story alignment" }
}
`,
    },
    {
      title: 'does not count a line to somebody else',
      source: `external press "Press office"
external sales "Sales"
press ..> sales "quarterly numbers"
team ⟦comms⟧ "Communications" is communications {
  lead director
  role director "Director" { ..> sales "quarterly numbers" }
}
team growth-team "Growth" is growth {
  lead cmo
  role cmo "CMO" { ..> press "story alignment" }
}
`,
    },
    {
      title: 'counts as inside who reports to the head of marketing',
      source: `team marketing "Marketing" {
  lead cmo
  role cmo "CMO"
}
team growth-team "Growth" is growth {
  lead vp
  role vp "VP" { reports to cmo }
}
team brand "Brand" is brand-marketing {
  lead head
  role head "Head" { reports to cmo }
}
team comms "Communications" is communications {
  lead director
  role director "Director" { reports to cmo }
}
`,
    },
    {
      title: 'knows the capability by whoever has it',
      source: `external ceo "Chief Executive"
team growth-team "Growth" is growth {
  lead cmo
  role cmo "CMO" { reports to ceo }
}
role ⟦spokesman⟧ "Spokesman" {
  reports to ceo
  responsible for public-relations
}
`,
    },
    {
      title: 'respects a ruling',
      source: `team growth-team "Growth" is growth {
  lead cmo
  role cmo "CMO"
}
team comms "Communications" is communications {
  placed because "Owners and unions first"
  lead director
  role director "Director"
}
`,
    },
    {
      title: 'says nothing where there is no marketing, or no line to judge by',
      source: `team comms "Communications" is communications {
  lead director
  role director "Director"
}
`,
    },
    {
      title: 'says nothing of a team whose own line is unknown',
      source: `team growth-team "Growth" is growth {
  lead cmo
  role cmo "CMO"
}
team comms "Communications" is communications { role writer "Writer" }
`,
    },
  ],
  fixes: [
    {
      title: 'draws a strong line to the head of marketing',
      source: `external press "Press office"
team growth-team "Growth" is growth {
  lead cmo
  role cmo "CMO"
}
`,
      becomes: `external press "Press office" {
  ..> cmo "story alignment" { strength strong }
}
team growth-team "Growth" is growth {
  lead cmo
  role cmo "CMO"
}
`,
      unfinished: true,
    },
  ],
});
