import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './unknown-word.ts';

describeRule(rule, {
  fixes: [
    {
      title: 'writes a word that the statement knows',
      source: `organization o "O" { model centralised }\n`,
      becomes: `organization o "O" { model centralized }\n`,
    },
  ],
});
