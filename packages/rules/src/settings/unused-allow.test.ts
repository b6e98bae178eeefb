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
  ],
  fixes: [
    {
      title: 'removes the line',
      source: `team t "T" {\n  note "x"\n  allow reporting/team-has-lead because "Later"\n}\n`,
      becomes: `team t "T" {\n  note "x"\n}\n`,
    },
  ],
});
