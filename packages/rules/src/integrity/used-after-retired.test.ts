import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './used-after-retired.ts';

const today = `team a "A" { role x "X" }  team b "B"
platform old "Old" { owner b }  platform new "New" { owner b  integrates old }
program loyalty "Loyalty" { owner b  runs on old }
process p "P" { owner b  intake via old  step one "One" by a }
`;

describeRule(rule, {
  rows: [
    {
      title: 'says all that works with it at once',
      source: `${today}plan q "Q" { phase one "One" { retire ⟦old⟧ because "old" } }\n`,
      says: [
        '“One” retires “Old”, and the platform “New” still exchanges data with it, the program “Loyalty” still runs on it and requests for the process “P” still come in through it.',
      ],
    },
    {
      title: 'is content where the phase changes what works with it',
      source: `${today}plan q "Q" { phase one "One" {
  retire old because "old"
  change new { integrates -old }  change loyalty { runs on new }  change p { intake via new }
} }
`,
    },
    {
      title: 'names what stands in its place',
      source: `${today}plan q "Q" {
  phase one "One" { merge a into b }
  phase two "Two" { add role y "Y" to ⟦a⟧ }
}
`,
      says: ['“Two” speaks of “A”, which “One” has merged away.'],
    },
    {
      title: 'finds who is told after having gone',
      source: `${today}plan q "Q" {
  phase one "One" { remove x because "done"  told x "1:1" }
  phase two "Two" { told ⟦x⟧ "1:1" }
}
`,
      says: ['“Two” speaks of “X”, which “One” has removed.'],
    },
    {
      title: 'speaks of those who do the work',
      source: `${today}plan q "Q" { phase one "One" { remove ⟦a⟧ because "old" } }\n`,
      says: ['“One” removes “A”, and the step “One” is still done by it.'],
    },
    {
      title: 'lets whoever is told be gone',
      source: `${today}plan q "Q" { phase one "One" { remove a.x because "old"  told a.x "then" } }\n`,
    },
    {
      title: 'leaves owners to the rules about owners',
      source: `${today}plan q "Q" { phase one "One" { remove b because "old" } }\n`,
    },
  ],
});
