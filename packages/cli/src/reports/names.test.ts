import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization } from '@mktorg/model';
import { expect, it } from 'vitest';
import { namesApart } from './names.ts';

const text = `team a "A" { role x "X"  role w "W"  team deep "Deep" { role x "X" } }
team b "B" { role x "X"  role other "X"  team deep "Deep" { role x "X" } }
role x "X"
team w "W" {}
plan p { phase one { add role w-2 "W" to b } }
`;
const model = mergeOrganization(
  'file:///acme',
  [parseFragment(text, 'file:///acme/a.mktorg')],
  standardVocabulary(),
);

it.each<readonly [what: string, ids: readonly string[], names: readonly string[]]>([
  ['titles', ['role:a.w', 'team:a'], ['W', 'A']],
  ['what one stands in whose title others have', ['role:a.x'], ['X (A)']],
  ['one that is said twice', ['role:a.x', 'role:a.x'], ['X (A)']],
  ['names, where a team and a role have one title', ['team:w', 'role:a.w'], ['W (w)', 'W (a.w)']],
  ['a role beside a team of its title, which is not spoken of', ['role:a.w'], ['W']],
  ['what a plan brings, and what it is like', ['role:b.w-2', 'role:a.w'], ['W (B)', 'W']],
  ['what they stand in', ['role:a.x', 'role:a.w', 'role:b.x'], ['X (A)', 'W', 'X (b.x)']],
  ['names, in one place', ['role:b.x', 'role:b.other', 'role:a.x'], ['X (b.x)', 'X (b.other)', 'X (A)']],
  ['names, in places of one title', ['role:a.deep.x', 'role:b.deep.x'], ['X (a.deep.x)', 'X (b.deep.x)']],
  ['names, where one stands nowhere', ['role:x', 'role:a.x'], ['X (x)', 'X (A)']],
  ['ids of what is not there', ['role:gone.z'], ['gone.z']],
])('says %s', (_, ids, names) => {
  expect(namesApart(model, ids)).toEqual(names);
});
