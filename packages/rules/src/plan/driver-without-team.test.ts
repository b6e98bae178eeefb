import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './driver-without-team.ts';

describeRule(rule, {
  rows: [
    {
      title: 'wants more of a plan than its name',
      source: `driver ⟦spend⟧ "Spend" is budget\nplan rebuild "Rebuild" { driven by spend }\n`,
      says: ['No team answers “Spend”: it has no owner, and the plan that it drives gives no team the task.'],
    },
    {
      title: 'takes the owner of the plan',
      source: `driver spend "Spend" is budget\nrole cmo "CMO"\nplan rebuild "Rebuild" { driven by spend  owner cmo }\n`,
    },
  ],
  fixes: [
    {
      title: 'asks who answers it',
      source: `driver spend "Spend" is budget\n`,
      becomes: `driver spend "Spend" is budget {\n  owner whom\n}\n`,
      unfinished: true,
    },
  ],
});
