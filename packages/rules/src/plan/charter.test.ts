import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './charter.ts';

describeRule(rule, {
  rows: [
    { title: 'asks no other team', source: `team studio "Studio" as in-house-agency\n` },
    {
      title: 'takes the charter of a team that the plan changes',
      source: `team core "Core" { charter { mission "One stack." } }
plan rebuild "Rebuild" { phase found "Found" { change core { serves core } } }
`,
    },
  ],
  fixes: [
    {
      title: 'starts one',
      source: `plan rebuild "Rebuild"\n`,
      becomes: `plan rebuild "Rebuild" {\n  charter { mission "what for" }\n}\n`,
    },
  ],
});
