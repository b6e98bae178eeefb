import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './four-parts.ts';

const today = `skill wiring "Wiring"  team a "A" { role x "X" }  team b "B"  platform mail "Mail"\n`;

describeRule(rule, {
  rows: [
    {
      title: 'names what is missing',
      source: `${today}plan p "P" { phase ⟦one⟧ "One" { retire mail because "old" } }\n`,
      says: [
        'The phase “One” says nothing of skills sourcing, roles and responsibilities and organization structure.',
      ],
    },
    {
      title: 'counts a new owner as a responsibility, and a moved role as structure',
      source: `${today}plan p "P" { phase one "One" { change mail { owner a }  source wiring by train  move x to b } }\n`,
    },
    {
      title: 'does not count a plain change of a team as structure',
      source: `${today}plan p "P" { phase ⟦one⟧ "One" { change a { budget 1M EUR }  change mail { owner a }  source wiring by hire } }\n`,
      says: ['The phase “One” says nothing of organization structure.'],
    },
    { title: 'leaves alone a phase that changes nothing', source: `plan p "P" { phase one "One" }\n` },
  ],
});
