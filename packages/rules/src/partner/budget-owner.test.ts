import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './budget-owner.ts';

describeRule(rule, {
  fixes: [
    {
      title: 'asks who pays',
      source: `partner pixel "Pixel" is agency { reason experiment }\n`,
      becomes: `partner pixel "Pixel" is agency { budget owner team  reason experiment }\n`,
      unfinished: true,
    },
  ],
});
