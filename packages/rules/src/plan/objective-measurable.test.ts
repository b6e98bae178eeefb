import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './objective-measurable.ts';

describeRule(rule, {
  rows: [
    {
      title: 'is content without a date',
      source: `plan p "P" { charter { goal "G" { objective "Sites live" from 3 to 12 } } }\n`,
    },
  ],
});
