import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './overlap.ts';

describeRule(rule, {
  rows: [
    {
      title: 'finds each but the first',
      source: `platform a "A" is email
platform ⟦b⟧ "B" is email
platform ⟦c⟧ "C" is email
platform d "D" is crm
`,
    },
    {
      title: 'finds what is for the whole beside what is local',
      source: `region emea "EMEA"\nplatform a "A" is email in emea\nplatform ⟦b⟧ "B" is email\n`,
      says: ['“B” and “A” are both live platforms for Email, and both serve “EMEA”.'],
    },
    {
      title: 'says it once of a category with very many',
      source: `rules { platform/overlap warning { many 2 } }
platform a "A" is email
platform ⟦b⟧ "B" is email
platform c "C" is email
platform d "D" is email
`,
      says: ['4 platforms for Email are live and meet: “A”, “B”, “C” and “D”.'],
    },
    {
      title: 'leaves alone what is planned or merged away',
      source: `platform a "A" is email
platform b "B" is email { status planned }
platform c "C" is email
plan p "P" { phase one "One" from 2027-01 to 2027-06 { merge c into a } }
`,
    },
  ],
});
