import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './initiative-end.ts';

describeRule(rule, {
  rows: [
    {
      title: 'is not content with a criterion',
      source: `initiative ⟦i⟧ "I" { exit "Done" }\n`,
      says: ['“I” is an initiative without an end.'],
    },
  ],
  fixes: [
    {
      title: 'ends it in a year',
      source: `initiative i "I" as tiger-team {\n  exit "Done"\n}\n`,
      becomes: `initiative i "I" as tiger-team {\n  until 2028-01\n  exit "Done"\n}\n`,
    },
  ],
});
