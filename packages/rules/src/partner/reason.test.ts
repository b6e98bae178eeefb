import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './reason.ts';

describeRule(rule, {
  fixes: [
    {
      title: 'proposes a reason',
      source: `partner pixel "Pixel" is agency\n`,
      becomes: `partner pixel "Pixel" is agency {\n  reason deep-expertise\n}\n`,
    },
  ],
});
