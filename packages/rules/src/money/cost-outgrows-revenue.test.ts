import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './cost-outgrows-revenue.ts';

describeRule(rule, {
  rows: [
    {
      title: 'skips phases that do not state both',
      source: `plan p "P" {
  phase a "A" { revenue 100M EUR  cost 10M EUR }
  phase b "B" { cost 20M EUR }
  phase c "C" { revenue 100M EUR  cost ⟦10.5M EUR⟧ }
}
`,
      says: ['In “C” cost grows by 5%, to 10,500,000 EUR, and revenue not at all.'],
    },
    {
      title: 'compares what falls',
      source: `plan p "P" {
  phase a "A" { revenue 100M EUR  cost 10M EUR }
  phase b "B" { revenue 90M EUR  cost ⟦9.5M EUR⟧ }
}
`,
      says: ['In “B” cost falls by 5%, to 9,500,000 EUR, and revenue falls by 10%.'],
    },
    {
      title: 'cannot compare currencies without a rate',
      source: `plan p "P" {
  phase a "A" { revenue 100M EUR  cost 10M EUR }
  phase b "B" { revenue 100M USD  cost 20M USD }
}
`,
    },
  ],
});
