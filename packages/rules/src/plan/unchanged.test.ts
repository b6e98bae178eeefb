import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './unchanged.ts';

describeRule(rule, {
  rows: [
    {
      title: 'finds a phase that only talks',
      source: `skill wiring "Wiring"
role x "X"
plan p "P" {
  phase ⟦a⟧ "A" { told x "soon"  source wiring by hire }
  phase b "B" { remove x because "done" }
}
`,
      says: ['The phase “A” changes nothing.'],
    },
    {
      title: 'finds a phase that repeats the one before',
      source: `role x "X"  team a "A"
plan p "P" {
  phase one "One" { move x to a }
  phase ⟦two⟧ "Two" { move x to a }
}
`,
    },
    {
      title: 'leaves what comes too late to its own rule',
      source: `role x "X"  team a "A"
plan p "P" {
  phase one "One" { remove x because "done" }
  phase two "Two" { move x to a }
}
`,
    },
  ],
});
