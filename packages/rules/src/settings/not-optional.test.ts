import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './not-optional.ts';

describeRule(rule, {
  fixes: [
    {
      title: 'removes the setting',
      source: `rules {\n  integrity/syntax off\n  platform/owner info\n}\n`,
      becomes: `rules {\n  platform/owner info\n}\n`,
    },
  ],
});
