import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './impossible-number.ts';

describeRule(rule, {
  rows: [
    {
      title: 'knows every number',
      source: `organization o "O" {
  fiscal-year starts ⟦13⟧
  revenue ⟦-1M EUR⟧
}
role a "A" { seats ⟦0⟧  fte ⟦1.2⟧  cost ⟦-5 EUR⟧ }
person p "P" { fte ⟦0⟧ }
archetype none "None" { max ⟦0⟧ }
view v "V" { depth ⟦-1⟧ }
committee c "C" { members ⟦a at 140%⟧, p at 100% }
`,
    },
    {
      title: 'leaves alone the limits',
      source: `organization o "O" { fiscal-year starts 12  revenue 0 EUR }
role a "A" { seats 1  fte 1 }
role b "B" { fte 0.05 }
`,
    },
  ],
});
