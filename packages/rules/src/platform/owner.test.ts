import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './owner.ts';

describeRule(rule, {
  rows: [
    {
      title: 'says it once of an inventory that names none',
      source: `team desk "Desk"\n${Array.from({ length: 10 }, (_, i) => `platform ${i === 0 ? '⟦p0⟧' : `p${i}`} "P${i}" { used by desk }\n`).join('')}`,
      says: ['None of the 10 platforms has an owner; this is the first.'],
    },
    {
      title: 'and of each where some have it',
      source:
        'platform ⟦a⟧ "A" { used by desk }\nplatform b "B" { owner desk  used by desk }\nteam desk "Desk"\n',
    },
  ],
  fixes: [
    {
      title: 'proposes the team that uses it',
      source: `team desk "Desk"\nplatform crm "CRM" is crm {\n  used by desk\n}\n`,
      becomes: `team desk "Desk"\nplatform crm "CRM" is crm {\n  owner desk\n  used by desk\n}\n`,
    },
  ],
});
