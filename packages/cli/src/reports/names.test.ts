import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization } from '@mktorg/model';
import { expect, it } from 'vitest';
import { namesApart } from './names.ts';

const text = `team a "A" { role x "X"  role w "W"  team deep "Deep" { role x "X" } }
team b "B" { role x "X"  role other "X"  team deep "Deep" { role x "X" } }
role x "X"
`;
const model = mergeOrganization(
  'file:///acme',
  [parseFragment(text, 'file:///acme/a.mktorg')],
  standardVocabulary(),
);

it.each<readonly [what: string, ids: readonly string[], names: readonly string[]]>([
  ['titles', ['role:a.x', 'role:a.w'], ['X', 'W']],
  ['one that is said twice', ['role:a.x', 'role:a.x'], ['X']],
  ['what they stand in', ['role:a.x', 'role:a.w', 'role:b.x'], ['X (A)', 'W', 'X (B)']],
  ['names, in one place', ['role:b.x', 'role:b.other', 'role:a.x'], ['X (b.x)', 'X (b.other)', 'X (A)']],
  ['names, in places of one title', ['role:a.deep.x', 'role:b.deep.x'], ['X (a.deep.x)', 'X (b.deep.x)']],
  ['names, where one stands nowhere', ['role:x', 'role:a.x'], ['X (x)', 'X (A)']],
  ['ids of what is not there', ['role:gone.z'], ['gone.z']],
])('says %s', (_, ids, names) => {
  expect(namesApart(model, ids)).toEqual(names);
});
