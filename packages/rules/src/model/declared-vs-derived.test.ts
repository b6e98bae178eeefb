import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './declared-vs-derived.ts';

describeRule(rule, {
  rows: [
    {
      title: 'says what a hybrid lacks',
      source: `organization o "O" { model ⟦hybrid⟧ }\nteam brand "Brand" { responsible for website }\n`,
      says: [
        '“O” declares itself hybrid and is centralized: 100% of what is placed is central. No capability is placed both centrally and locally.',
      ],
    },
    {
      title: 'puts up with a few exceptions',
      source: `organization o "O" { model centralized }
region emea
team brand "Brand" { responsible for website, pricing, events, swag, inbound, messaging, web-design, print-design, brand-standards }
team local in emea { responsible for localization }
`,
    },
    {
      title: 'puts up with none where the model says so',
      source: `organization o "O" { model ⟦centralized⟧ }
region emea
team brand "Brand" { responsible for website, pricing, events, swag, inbound, messaging, web-design, print-design, brand-standards }
team local in emea { responsible for localization }
rules { model/declared-vs-derived warning { tolerance 5 } }
`,
      says: [
        '“O” declares itself centralized and is hybrid: 90% of what is placed is central. Against it speaks “Localization”.',
      ],
    },
    {
      title: 'says nothing where nothing is declared',
      source: `organization o "O"\nteam brand "Brand" { responsible for website }\n`,
    },
  ],
  fixes: [
    {
      title: 'declares what the placements say',
      source: `organization o "O" { model hybrid }\nteam brand "Brand" { responsible for website }\n`,
      becomes: `organization o "O" { model centralized }\nteam brand "Brand" { responsible for website }\n`,
    },
  ],
});
