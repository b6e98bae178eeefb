import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './inside-itself.ts';

const today = `team a "A" { lead x  role x "X" { held by "Ana" } }
team b "B" { team c "C" }
`;

describeRule(rule, {
  rows: [
    {
      title: 'finds two teams that move into one another',
      source: `${today}plan p "P" { phase one "One" { move a to b  move b to ⟦a⟧ } }\n`,
      says: ['“One” moves “B” into “A”, which stands inside it by then.'],
    },
    {
      title: 'finds a circle over phases and more than two teams',
      source: `${today}plan p "P" {
  phase one "One" { add team d "D"  move b to d }
  phase two "Two" { move a to c }
  phase three "Three" { retire d replaced by ⟦a⟧ because "done" }
}
`,
      says: ['“Three” replaces “D” by “A”, which stands inside it by then.'],
    },
    {
      title: 'leaves what the text alone tells to the text',
      source: `${today}plan p "P" { phase one "One" { merge b into b.c } }\n`,
    },
    {
      title: 'leaves alone what was moved out',
      source: `${today}plan p "P" { phase one "One" { move c to a  merge b into c } }\n`,
    },
  ],
});
