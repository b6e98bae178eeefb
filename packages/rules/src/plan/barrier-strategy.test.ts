import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './barrier-strategy.ts';

describeRule(rule, {
  fixes: [
    {
      title: 'asks for the strategy',
      source: `plan rebuild "Rebuild" {\n  barrier habit "Habit" is process\n}\n`,
      becomes: `plan rebuild "Rebuild" {\n  barrier habit "Habit" is process {\n    strategy "how"\n  }\n}\n`,
    },
  ],
});
