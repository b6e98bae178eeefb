import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './handoff-time.ts';

describeRule(rule, {
  rows: [
    {
      title: 'finds each handoff without a time',
      source: `team a "A"
team b "B"
process p "P" {
  step one by a
  step ⟦two⟧ by b
  step three by b
  step ⟦four⟧ by a
}
`,
    },
  ],
  fixes: [
    {
      title: 'adds a time behind the platform and before the approval',
      source: `team a "A"
team b "B"
platform board "Board"
process p "P" {
  step one by a
  step two by b via board approval
}
`,
      becomes: `team a "A"
team b "B"
platform board "Board"
process p "P" {
  step one by a
  step two by b via board within 2 days approval
}
`,
    },
  ],
});
