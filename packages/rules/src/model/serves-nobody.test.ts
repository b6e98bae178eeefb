import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './serves-nobody.ts';

describeRule(rule, {
  rows: [
    { title: 'leaves alone a team of another form', source: `team rescue "Rescue" as tiger-team\n` },
    {
      title: 'counts whom a role inside serves',
      source: `team brand "Brand"
team studio "Studio" as shared-service {
  lead designer
  role designer "Designer" { serves brand }
}
`,
    },
    {
      title: 'takes a form of the model',
      source: `form hub-team "Hub team" { applies to team  central }\nteam ⟦lisbon⟧ "Lisbon" as hub-team\n`,
      says: ['“Lisbon” is a hub team and serves nobody.'],
    },
  ],
  fixes: [
    {
      title: 'asks whom it serves',
      source: `team studio "Studio" as in-house-agency\n`,
      becomes: `team studio "Studio" as in-house-agency {\n  serves whom\n}\n`,
      unfinished: true,
    },
  ],
});
