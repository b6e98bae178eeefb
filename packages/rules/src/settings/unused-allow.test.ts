import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './unused-allow.ts';

describeRule(rule, {
  rows: [
    {
      title: 'judges each allow for itself',
      source: `team t "T"
platform a "A" {
  used by t
  allow platform/owner because "Later"
  ⟦allow platform/users because "Later"⟧
}
`,
    },
    {
      title: 'knows what is accepted after a phase',
      source: `team b "B" { lead h  role h "H" { held by "Ann" } }
platform a "A" {
  owner b
  used by b
  allow platform/owner because "Later"
  ⟦allow platform/users because "Later"⟧
}
plan p "P" {
  phase one "One" from 2027-01 to 2027-06 { change a { owner -b } }
}
`,
    },
    {
      title: 'waits for a plan that is being typed',
      source: `team b "B" { lead h  role h "H" { held by "Ann" } }
platform a "A" {
  owner b
  used by b
  allow platform/users because "Later"
}
plan p "P" {
  phase one "One" from 2027-01 to 2027-06 { change }
}
`,
    },
  ],
  fixes: [
    {
      title: 'removes the line',
      source: `team t "T" {\n  note "x"\n  allow reporting/team-has-lead because "Later"\n}\n`,
      becomes: `team t "T" {\n  note "x"\n}\n`,
    },
  ],
});
