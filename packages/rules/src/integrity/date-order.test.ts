import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './date-order.ts';

describeRule(rule, {
  rows: [
    {
      title: 'leaves alone phases of different plans, and those without dates',
      source: `plan a "A" { phase x "X" from 2027-07 to 2027-12 { note "" } }
plan b "B" {
  phase x "X" from 2027-01 to 2027-01 { note "" }
  phase y "Y" { note "" }
}
`,
    },
  ],
});
