import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './unchanged.ts';

describeRule(rule, {
  rows: [
    {
      title: 'is content with a phase that sources and tells',
      source: `skill wiring "Wiring"
role x "X"
plan p "P" {
  phase a "A" { told x "soon" }
  phase b "B" { source wiring by hire }
  phase c "C" { remove x because "done" }
}
`,
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
      title: 'finds what comes to nothing by itself',
      source: `role x "X"
plan p "P" { phase ⟦one⟧ "One" { add role y "Y"  remove y because "done" } }
`,
      says: ['The phase “One” changes nothing.'],
    },
    {
      title: 'leaves lines that come to nothing to their own rules',
      source: `role x "X"  team a "A" { role y "Y" }  team b "B"
plan p "P" {
  phase zero "Zero" { move a to b }
  phase one "One" { move b to a }
  phase two "Two" { remove y ..> a  change y { -interim } }
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
