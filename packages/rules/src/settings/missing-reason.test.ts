import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './missing-reason.ts';

describeRule(rule, {
  fixes: [
    {
      title: 'adds a reason',
      source: `platform a "A" {\n  allow platform/owner\n  used by t\n}\nteam t "T"\n`,
      becomes: `platform a "A" {\n  allow platform/owner because "reason"\n  used by t\n}\nteam t "T"\n`,
    },
  ],
});
