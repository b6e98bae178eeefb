import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './missing-rate.ts';

describeRule(rule, {
  rows: [
    {
      title: 'says it once for each currency',
      source: `organization o "O" { currency EUR }
team a "A" { budget ⟦1 USD⟧ }
team b "B" { budget 2 USD }
platform c "C" { cost ⟦3 SAR⟧ }
`,
      says: [
        'No rate converts USD into EUR, and 2 amounts are in USD.',
        'No rate converts SAR into EUR, and 1 amount is in SAR.',
      ],
    },
    {
      title: 'takes the first currency where none is stated',
      source: `team a "A" { budget 1 USD }\nteam b "B" { budget 2 USD }\nteam c "C" { budget ⟦3 EUR⟧ }\n`,
    },
    {
      title: 'uses a rate in both directions',
      source: `organization o "O" { currency EUR }\nrate EUR 1.1 USD\nteam a "A" { budget 1 USD }\n`,
    },
  ],
});
