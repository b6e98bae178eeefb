import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './social-home.ts';

describeRule(rule, {
  rows: [
    {
      title: 'finds it once, where it is not local',
      source: `region emea "EMEA"
team field "Field" in emea { responsible for social-media to deliver }
team brand "Brand" { responsible for ⟦social-media⟧ to produce }
`,
      says: ['“Brand” is the home of social media, without a recorded reason.'],
    },
    {
      title: 'is content with one ruling, on a team around as well',
      source: `region emea "EMEA"
team field "Field" in emea { responsible for social-media to deliver }
team brand "Brand" {
  placed because "Brand owns the voice"
  role social "Social media manager" { responsible for social-media to produce }
}
`,
    },
    {
      title: 'leaves alone who is only consulted',
      source: `team brand "Brand" { consulted on social-media }\n`,
    },
  ],
  fixes: [
    {
      title: 'adds a ruling',
      source: `team social "Social" is social-media\n`,
      becomes: `team social "Social" is social-media {\n  placed because "why here"\n}\n`,
    },
  ],
});
