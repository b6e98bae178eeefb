import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './interim-open-ended.ts';

describeRule(rule, {
  rows: [
    {
      title: 'counts the last day of a month as in time',
      source: `role pr "PR" { held by "Ada Lind"  interim until 2027-01 }\n`,
      today: '2027-01-31',
    },
    {
      title: 'and the day after as late',
      source: `role pr "PR" { held by "Ada Lind"  ⟦interim until 2027-01⟧ }\n`,
      today: '2027-02-01',
    },
  ],
  fixes: [
    {
      title: 'adds an end in half a year',
      source: `role pr "PR" {\n  interim\n  held by "Ada Lind"\n}\n`,
      becomes: `role pr "PR" {\n  interim until 2027-07\n  held by "Ada Lind"\n}\n`,
    },
    {
      title: 'moves an end that is past',
      source: `role pr "PR" {\n  interim until 2026-Q3\n}\n`,
      becomes: `role pr "PR" {\n  interim until 2027-07\n}\n`,
    },
  ],
});
