import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './unresolved-name.ts';

describeRule(rule, {
  fixes: [
    {
      title: 'writes the name that was probably meant',
      source: `team brand "Brand"\nplatform a "A" { owner bran }\n`,
      becomes: `team brand "Brand"\nplatform a "A" { owner brand }\n`,
    },
  ],
});
