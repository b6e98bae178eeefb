import { expect, it } from 'vitest';
import { checkPhases } from '../check-phases.ts';
import { exampleDay } from '../example.ts';
import { textEditsOf } from '../fix-text.ts';
import { describeRule } from '../testing/describe-rule.ts';
import { exampleUri, organizationOf } from '../testing/organization.ts';
import { rule } from './overfilled-role.ts';

describeRule(rule, {
  rows: [
    { title: 'leaves a vacancy alone', source: `role designer "Designer" { seats 3  held by "Ada Lind" }\n` },
    {
      title: 'points at the first who is too many',
      source: `role designer "Designer" {
  seats 2
  held by "Ada Lind", "Bo Ek"
  ⟦held by "Chen Wei"⟧
}
`,
      says: ['“Designer” has 2 seats and 3 holders: Ada Lind, Bo Ek and Chen Wei.'],
    },
  ],
  fixes: [
    {
      title: 'states the seats',
      source: `role director "Brand Director" { held by "Ada Lind", "Bo Ek" }\n`,
      becomes: `role director "Brand Director" { seats 2  held by "Ada Lind", "Bo Ek" }\n`,
    },
    {
      title: 'corrects the seats',
      source: `role director "Brand Director" {\n  seats 1\n  held by "Ada Lind", "Bo Ek"\n}\n`,
      becomes: `role director "Brand Director" {\n  seats 2\n  held by "Ada Lind", "Bo Ek"\n}\n`,
    },
  ],
});

it('follows a merger of roles to its line', () => {
  const text = `role a "A" { held by "Ana", "Cy" }
role b "B" { held by "Bo" }
plan p "P" { phase one "One" {
  merge a into b
} }
`;
  const model = organizationOf(text);
  const [outcome] = checkPhases(model, { today: exampleDay, only: [rule.id] });
  const [finding] = outcome?.fresh ?? [];
  expect(outcome?.resolved.map(({ at }) => at.line)).toEqual([0]);
  expect([finding?.message, finding?.at.line]).toEqual([
    'After phase “One”: “B” has 2 seats and 3 holders: Bo, Ana and Cy.',
    3,
  ]);
  const fix = finding?.fixes[0];
  const edits = fix && textEditsOf(model, fix, (uri) => (uri === exampleUri ? text : undefined));
  expect(edits?.map((edit) => edit.text.trim())).toEqual(['change b { seats 3 }']);
});
