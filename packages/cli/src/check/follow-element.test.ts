import { expect, it } from 'vitest';
import { organizationOf } from '../../../model/src/testing/organization.ts';
import { createFollower } from './follow-element.ts';

const cases: readonly (readonly [what: string, text: string, id: string, now: string])[] = [
  ['what is as it was', 'team a { role x }', 'role:a.x', 'role:a.x'],
  ['what says so', 'team a { role y { previously x } }', 'role:a.x', 'role:a.y'],
  ['what stands in what says so', 'team b { previously a  role x }', 'role:a.x', 'role:b.x'],
  ['both', 'team b { previously a  role y { previously x } }', 'role:a.x', 'role:b.y'],
  ['what moved', 'team a\nteam b { role x }', 'role:a.x', 'role:b.x'],
  ['what moved with its team', 'team b { team a { role x } }\nrole x', 'role:a.x', 'role:b.a.x'],
  ['not one of several', 'team b { role x }\nteam c { role x }', 'role:a.x', 'role:a.x'],
  ['not another kind', 'team x', 'role:x', 'role:x'],
  ['not what is gone', 'team a', 'role:a.x', 'role:a.x'],
  ['no element at all', 'team a', 'owner', 'owner'],
];

it.each(cases)('follows %s', (_, text, id, now) => {
  expect(createFollower(organizationOf(text))(id)).toBe(now);
});
