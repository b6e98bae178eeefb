import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './ambiguous-name.ts';

describeRule(rule, {
  fixes: [
    {
      title: 'writes one of the names',
      source: `team a "A" { role x "X" }\nteam b "B" { role x "X" }\nx ..> b "y"\n`,
      becomes: `team a "A" { role x "X" }\nteam b "B" { role x "X" }\na.x ..> b "y"\n`,
    },
  ],
});
