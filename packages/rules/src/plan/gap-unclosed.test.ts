import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './gap-unclosed.ts';

describeRule(rule, {
  rows: [
    {
      title: 'looks at what phases add',
      source: `skill wiring "Wiring"  team a "A"
plan p "P" {
  phase one "One" {
    add platform cdp "CDP" { status ⟦planned⟧ }
    add role x "X" to a { needs ⟦wiring⟧ }
  }
}
`,
      says: [
        '“CDP” is planned, and no phase brings it.',
        '“X” needs “Wiring”, nobody has it, and no phase sources it.',
      ],
    },
    {
      title: 'is content with one plan of several',
      source: `platform cdp "CDP" { status planned }  team a "A"
plan p "P" { phase one "One" { add role x "X" to a } }
plan q "Q" { phase one "One" { change cdp { status live } } }
`,
    },
    {
      title: 'takes a skill that a holder has',
      source: `skill wiring "Wiring"  person ana "Ana" { skills wiring }
team a "A" { needs wiring  role x "X" { held by ana } }
plan p "P" { phase one "One" { remove a.x because "done"  add role y "Y" to a { held by ana } } }
`,
    },
    {
      title: 'sees a skill leave',
      source: `skill wiring "Wiring"
team a "A" { needs ⟦wiring⟧  role x "X" { skills wiring } }
plan p "P" { phase one "One" { remove a.x because "done" } }
`,
    },
  ],
});
