import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './told.ts';

const today = `person ana "Ana"
team a "A" { lead x  role x "X" { held by ana }  role y "Y" { held by "Ben" }  role z "Z" }
team b "B" { role v "V" }
team c "C"
`;

describeRule(rule, {
  rows: [
    {
      title: 'names who is in the team',
      source: `${today}plan p "P" { phase one "One" { merge ⟦a⟧ into b } }\n`,
      says: ['“One” merges the team “A” (Ana and Ben), and nobody tells.'],
    },
    {
      title: 'takes the team',
      source: `${today}plan p "P" { phase one "One" { move a.y to b  told a "soon" } }\n`,
    },
    {
      title: 'takes the lead of a team',
      source: `${today}plan p "P" { phase one "One" { told a.x "soon" }  phase two "Two" { move a to b } }\n`,
    },
    {
      title: 'takes the person',
      source: `${today}plan p "P" { phase one "One" { remove a.x because "done"  told ana "soon" } }\n`,
    },
    {
      title: 'takes all roles of a team',
      source: `${today}plan p "P" { phase one "One" { remove a because "done"  told a.x, a.y "soon" } }\n`,
    },
    {
      title: 'does not take what comes later',
      source: `${today}plan p "P" { phase one "One" { move ⟦a.y⟧ to b }  phase two "Two" { told a.y "sorry" } }\n`,
    },
    {
      title: 'tells nobody of a seat without a holder, or of an empty team',
      source: `${today}plan p "P" { phase one "One" { move a.z to b  merge c into b  remove b.v because "vacant" } }\n`,
    },
    {
      title: 'tells the roles where the organization names no holders',
      source: `team a "A" { role y "Y" }  team b "B"\nplan p "P" { phase one "One" { move ⟦a.y⟧ to b } }\n`,
      says: ['“One” moves the role “Y”, and nobody tells.'],
    },
  ],
});
