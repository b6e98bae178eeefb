import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './lead-outside-team.ts';

describeRule(rule, {
  rows: [
    {
      title: 'finds a lead from deeper inside',
      source: `team a "A" {
  lead ⟦x⟧
  team b "B" {
    lead x
    role x "X"
  }
}
`,
      says: ['“A” is led by “X”, a role of “B”.'],
    },
    {
      title: 'leaves alone a role that stands in no team',
      source: `role x "X"\nteam a "A" { lead x }\n`,
    },
  ],
});
