import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './lost-element.ts';

const today = `team a "A" { responsible for swag  team b "B" { accountable for pricing  role x "X"  role y "Y" } }
team c "C" { responsible for events  role z "Z" { responsible for website } }
platform old "Old" is email { owner c  used by b, c }
platform new "New" is email { owner c  used by c }
`;

describeRule(rule, {
  rows: [
    {
      title: 'asks only for users who have no other of its kind',
      source: `${today}plan p "P" { phase one "One" { retire ⟦old⟧ } }\n`,
      says: ['“Old” is retired, and its user “B” goes nowhere.'],
    },
    {
      title: 'follows users who move',
      source: `${today}plan p "P" { phase one "One" { move b to c  change new { used by +b }  retire old } }\n`,
    },
    {
      title: 'counts roles and work of the teams inside',
      source: `${today}plan p "P" { phase one "One" { remove ⟦a⟧ } }\n`,
      says: ['“A” is removed with 2 roles in it, and nobody does “Swag” and “Pricing” any more.'],
    },
    {
      title: 'leaves what was moved before, and what others take over',
      source: `${today}plan p "P" { phase one "One" {
  move a.b.x, a.b.y to c
  change c { responsible for +pricing, swag }
  remove a
} }
`,
    },
    {
      title: 'counts the work of a role, and not the role itself',
      source: `${today}plan p "P" { phase one "One" { remove a.b.x, ⟦c.z⟧ } }\n`,
      says: ['“Z” is removed, and nobody does “Website” any more.'],
    },
    {
      title: 'works in later phases, by other names',
      source: `${today}plan p "P" { phase one "One" { move b to c }  phase two "Two" { remove ⟦b⟧ } }\n`,
      says: ['“B” is removed with 2 roles in it, and nobody does “Pricing” any more.'],
    },
    {
      title: 'asks where people go who had no other seat',
      source: `team a "A" { role x "X" { held by "Ana", "Bo" }  role y "Y" { held by "Bo" } }
plan p "P" { phase one "One" { remove ⟦a.x⟧ because "" } }
`,
      says: ['“X” is removed, and Ana has no seat any more.'],
    },
    {
      title: 'takes a reason for an answer',
      source: `${today}plan p "P" { phase one "One" { remove a because "sold"  retire old because "dead" } }\n`,
    },
  ],
});
