import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './lifecycle-by-motion.ts';

describeRule(rule, {
  rows: [
    {
      title: 'says nothing of a mixed motion, or of none',
      source: `organization app "App" { motion mixed }
team pmm "Product marketing" is product-marketing { responsible for lifecycle-marketing }
team growth-team "Growth" is growth { responsible for lifecycle-marketing }
`,
    },
    {
      title: 'takes the nearest function around, past lifecycle teams',
      source: `organization app "App" { motion sales-led }
team pmm "Product marketing" is product-marketing {
  team ⟦lifecycle⟧ "Lifecycle" is lifecycle-marketing
  role writer "Writer" { responsible for ⟦lifecycle-marketing⟧ to produce }
}
`,
      says: [
        '“Lifecycle” is under Product marketing, in a sales-led motion.',
        '“Writer” does lifecycle marketing under Product marketing, in a sales-led motion.',
      ],
    },
    {
      title: 'respects a ruling on the statement',
      source: `organization app "App" { motion sales-led }
team pmm "Product marketing" is product-marketing {
  responsible for lifecycle-marketing because "Users first"
}
`,
    },
  ],
  fixes: [
    {
      title: 'adds a ruling',
      source: `organization app "App" { motion sales-led }
team pmm "Product marketing" is product-marketing {
  responsible for lifecycle-marketing
}
`,
      becomes: `organization app "App" { motion sales-led }
team pmm "Product marketing" is product-marketing {
  placed because "why here"
  responsible for lifecycle-marketing
}
`,
    },
  ],
});
