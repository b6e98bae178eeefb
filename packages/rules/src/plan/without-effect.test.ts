import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './without-effect.ts';

const organization = `team desk "Email desk" { role writer "Writer" { interim  needs copy  held by "Ana" } }
team core "Martech core" { role maintainer "Maintainer" }
skill copy "Copy"
skill code "Code"
writer ..> core "releases"
`;

function phase(...changes: readonly string[]): string {
  return `${organization}plan rebuild "Rebuild" {
  phase found "Found" {
    add role architect "Architect" to core
    ${changes.join('\n    ')}
  }
}
`;
}

describeRule(rule, {
  rows: [
    { title: 'leaves alone what makes a difference', source: phase('change writer "Author" { -needs }') },
    {
      title: 'leaves alone a value beside those that are there',
      source: phase('change writer { needs +code }'),
    },
    {
      title: 'leaves alone what is taken from a list because it is gone',
      source: phase('remove core because "Done"', 'change desk { serves -core }'),
    },
    {
      title: 'knows where lines go by then',
      source: phase('merge core into desk', '} phase next { remove writer ..> desk'),
    },
    {
      title: 'finds lines of a phase that comes to nothing',
      source: `team a "A"  team b "B" { lead x  role x "X" }
plan p "P" {
  phase one "One" { move a to b  move b to a }
  phase two "Two" { merge b into a  change b { ⟦lead x⟧ } }
}
`,
      says: ['“Two” states `lead` of “B”, and that holds already.'],
    },
    {
      title: 'finds steps that are put beside themselves',
      source: `team t "T"  process p "P" { owner t  step one "One" by t  step two "Two" by t }
plan q "Q" {
  phase a "A" { add step n "N" by t to p after ⟦n⟧ }
  phase b "B" { move p.one, p.two to p after ⟦two⟧ }
}
`,
      says: [
        '“A” puts “N” beside itself, and so says no place.',
        '“B” puts “Two” beside itself, and so says no place.',
      ],
    },
    {
      title: 'finds what is added under the name of what has been moved',
      source: `team a "A" { role lead "Lead" }  team b "B"
plan q "Q" { phase one "One" { move lead to b  add role ⟦lead⟧ "Lead" to a } }
`,
      says: ['“One” adds “Lead” under a name that what has been moved away keeps in the plan.'],
    },
    {
      title: 'finds what is moved to where it is, taken back twice, and taken from where it is not',
      source: phase(
        'move ⟦writer⟧ to desk',
        'change writer { -interim }',
        'change writer { ⟦-interim⟧  needs -⟦code⟧ }',
      ),
      says: [
        '“Found” moves “Writer” to where it is already.',
        '“Found” takes back `interim` of “Writer”, which says nothing.',
        '“Found” takes “Code” from `needs` of “Writer”, where it is not.',
      ],
    },
  ],
});
