import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './layer-scope.ts';

describeRule(rule, {
  rows: [
    {
      title: 'knows a role of a local team, and the team around',
      source: `region emea "EMEA"
team field "Field" in emea {
  team desk "Desk" {
    lead head
    role head "Head"
  }
}
platform crm "CRM" is crm { owner ⟦head⟧  used by desk }
`,
    },
    {
      title: 'needs regions to speak of local users',
      source: `team core "Core"\nplatform mail "Email" is email { owner core  used by core }\n`,
    },
    {
      title: 'counts a region or the whole organization among the users',
      source: `organization o "O"
region emea "EMEA"
team core "Core"
platform mail "Email" is email { owner core  used by emea }
platform web "Web" is website-platform { owner core  used by o }
`,
    },
    {
      title: 'looks as deep as the option says',
      source: `rules { platform/layer-scope warning {
  lowest 3
  highest 0
} }
region emea "EMEA"
team field "Field" in emea
team core "Core"
platform cms "CMS" is content-management { owner ⟦field⟧  used by core }
platform mail "Email" is email { owner core  used by core }
`,
    },
    {
      title: 'leaves alone what is on its way out, and what has no category',
      source: `region emea "EMEA"
team field "Field" in emea
platform crm "CRM" is crm { owner field  used by field  status retiring }
platform thing "Thing" { owner field  used by field }
`,
    },
  ],
});
