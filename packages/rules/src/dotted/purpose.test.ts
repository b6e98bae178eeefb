import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './purpose.ts';

describeRule(rule, {
  rows: [
    {
      title: 'reads a blank purpose as none',
      source: `team brand "Brand"\nrole designer "Designer" { ..> ⟦brand⟧ "  " }\n`,
    },
    {
      title: 'says it once where no line at all has a purpose',
      source: `rules { dotted/purpose warning { many 3 } }
team a "A" { ..> ⟦b⟧ }
team b "B" { ..> c }
team c "C" { ..> a }
`,
      says: ['None of the 3 dotted lines has a purpose; this is the first.'],
    },
    {
      title: 'and each time where some have one',
      source: `rules { dotted/purpose warning { many 3 } }
team a "A" { ..> ⟦b⟧ }
team b "B" { ..> ⟦c⟧ }
team c "C" { ..> a "reviews" }
`,
    },
  ],
  fixes: [
    {
      title: 'adds a purpose',
      source: `team a "A"\nteam b "B"\na ..> b { strength strong }\n`,
      becomes: `team a "A"\nteam b "B"\na ..> b "what for" { strength strong }\n`,
    },
  ],
});
