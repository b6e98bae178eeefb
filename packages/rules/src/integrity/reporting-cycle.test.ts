import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './reporting-cycle.ts';

describeRule(rule, {
  rows: [
    {
      title: 'finds a circle through leads',
      source: `team a "A" {
  lead x
  role x "X" { reports to ⟦y⟧ }
  role y "Y"
}
`,
      says: ['2 roles report to each other in a circle: “X” → “Y” → “X”.'],
    },
    {
      title: 'says of one alone that it reports to itself',
      source: 'role a "A" { reports to ⟦a⟧ }\n',
      says: ['“A” reports to itself.'],
    },
    {
      title: 'finds every circle once, and not who reports into it',
      source: `role a "A" { reports to ⟦b⟧ }
role b "B" { reports to a }
role c "C" { reports to a }
role d "D" { reports to ⟦e⟧ }
role e "E" { reports to d }
`,
    },
  ],
});
