import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './objective-measurable.ts';

describeRule(rule, {
  rows: [
    {
      title: 'is content with the value alone',
      source: `plan p "P" { charter { goal "G" { objective "Sites live" to 12 } } }\n`,
    },
  ],
});
