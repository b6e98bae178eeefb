import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './pricing-partner.ts';

describeRule(rule, {
  rows: [
    {
      title: 'knows Finance and Revenue in other languages, and by tag',
      source: `external مالية "الإدارة المالية"
external 財務部 "財務部"
external office "Office of the plan" { tags revenue }
team a "A" { responsible for pricing with مالية }
team b "B" { responsible for pricing with 財務部 }
team c "C" { accountable for pricing with office }
`,
    },
    {
      title: 'is not content with another partner',
      source: `external it "IT"\nteam a "A" { accountable for messaging, ⟦pricing⟧ with it }\n`,
    },
    {
      title: 'leaves alone Finance itself, and whoever only has a say',
      source: `team finance-desk "Finance" { accountable for pricing }
team a "A" { consulted on pricing }
`,
    },
  ],
  fixes: [
    {
      title: 'adds the department that the model has',
      source: `external money "Group Finance"\nteam a "A" {\n  responsible for pricing to govern\n}\n`,
      becomes: `external money "Group Finance"\nteam a "A" {\n  responsible for pricing to govern with money\n}\n`,
    },
  ],
});
