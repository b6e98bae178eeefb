import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './personal-data-cover.ts';

describeRule(rule, {
  rows: [
    {
      title: 'says it once for each regulation, with all that holds the data',
      source: `platform a "A" { personal data under ⟦gdpr⟧, ⟦ccpa⟧ }
dataset b "B" { personal data under gdpr }
`,
      says: [
        'Nobody covers “GDPR”, and 2 elements hold personal data under it: “A” and “B”.',
        'Nobody covers “CCPA”, and 1 element holds personal data under it: “A”.',
      ],
    },
    {
      title: 'follows the users into their region',
      source: `region emea "EMEA"
region apac "APAC"
regulation gdpr in emea
regulation pdpa in apac { covered by legal }
external legal "Legal"
team field "Field" in emea { team desk "Desk" }
platform a "A" { used by desk  ⟦personal data⟧ }
platform b "B" { used by apac  personal data }
`,
      says: ['Nobody covers “GDPR”, which binds in “EMEA”, and 1 element holds personal data under it: “A”.'],
    },
    {
      title: 'leaves alone a regulation that binds where no data is, and one of a retired platform',
      source: `region emea "EMEA"
regulation gdpr in emea
platform a "A" { personal data under ccpa  status retired }
platform b "B" { personal data }
`,
    },
  ],
  fixes: [
    {
      title: 'asks who covers a regulation that the model states',
      source: `region emea "EMEA"\nregulation gdpr in emea\nplatform a "A" { personal data under gdpr }\n`,
      becomes: `region emea "EMEA"\nregulation gdpr in emea {\n  covered by whom\n}\nplatform a "A" { personal data under gdpr }\n`,
      unfinished: true,
    },
  ],
});
