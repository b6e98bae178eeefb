import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './unknown-rule.ts';

describeRule(rule, {
  fixes: [
    {
      title: 'writes the rule that was meant',
      source: `rules {\n  reporting/span-of-controll info { max 9 }\n}\n`,
      becomes: `rules {\n  reporting/span-of-control info { max 9 }\n}\n`,
    },
    {
      title: 'writes it in an allow',
      source: `team a "A" {\n  allow reporting/team-has-leads because "So \\"it\\" is"\n  role b "B"\n}\n`,
      becomes: `team a "A" {\n  allow reporting/team-has-lead because "So \\"it\\" is"\n  role b "B"\n}\n`,
    },
  ],
});
