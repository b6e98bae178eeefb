import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './users.ts';

describeRule(rule, {
  rows: [
    {
      title: 'says it once of an inventory that names none',
      source: `team desk "Desk"\n${Array.from({ length: 10 }, (_, i) => `platform ${i === 0 ? '⟦p0⟧' : `p${i}`} "P${i}" { owner desk }\n`).join('')}`,
      says: ['None of the 10 platforms has users; this is the first.'],
    },
    {
      title: 'and of each where some have it',
      source:
        'platform ⟦a⟧ "A" { owner desk }\nplatform b "B" { owner desk  used by desk }\nteam desk "Desk"\n',
    },
  ],
  fixes: [
    {
      title: 'asks who uses it, in a body of one line',
      source: `team desk "Desk"\nplatform crm "CRM" { owner desk }\n`,
      becomes: `team desk "Desk"\nplatform crm "CRM" { used by team for "what for"  owner desk }\n`,
      unfinished: true,
    },
  ],
});
