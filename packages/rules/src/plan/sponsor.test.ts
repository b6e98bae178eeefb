import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './sponsor.ts';

describeRule(rule, {
  rows: [
    { title: 'leaves the missing charter to its own rule', source: `team core "Core" as core-team\n` },
    { title: 'asks no other team', source: `team a "A" { charter { mission "One stack." } }\n` },
  ],
  fixes: [
    {
      title: 'asks who sponsors the plan',
      source: `plan rebuild "Rebuild"\n`,
      becomes: `plan rebuild "Rebuild" {\n  sponsor whom\n}\n`,
      unfinished: true,
    },
    {
      title: 'asks who sponsors the core team, in its charter',
      source: `team core "Core" as core-team {\n  charter {\n    mission "One stack."\n  }\n}\n`,
      becomes: `team core "Core" as core-team {\n  charter {\n    sponsor whom\n    mission "One stack."\n  }\n}\n`,
      unfinished: true,
    },
  ],
});
