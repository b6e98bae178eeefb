import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './transition-without-case.ts';

describeRule(rule, {
  rows: [
    {
      title: 'lists all that is missing',
      source: `plan p "P" { ⟦from centralized to hybrid⟧  risk "It fails" }\n`,
      says: [
        '“P” goes from centralized to hybrid without a reason, a benefit that is measured and a risk that is mitigated.',
      ],
    },
  ],
});
