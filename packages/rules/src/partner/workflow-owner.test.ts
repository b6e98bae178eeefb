import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './workflow-owner.ts';

describeRule(rule, {
  fixes: [
    {
      title: 'asks who briefs',
      source: `partner pixel "Pixel" is agency {}\n`,
      becomes: `partner pixel "Pixel" is agency { workflow owner team }\n`,
      unfinished: true,
    },
  ],
});
