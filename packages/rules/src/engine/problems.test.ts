import { expect, it } from 'vitest';
import { exampleDay } from '../example.ts';
import { findingKey } from '../finding.ts';
import { organizationOf } from '../testing/organization.ts';
import { check } from './checker.ts';

it.each([
  ['team a { lead nobody }', 'integrity/unresolved-name team:a nobody'],
  ['team a { seats 2 }', 'integrity/misplaced-statement team:a seats'],
  ['team a\nteam a', 'integrity/duplicate-name  a'],
  ['team a { note "x }', 'integrity/syntax team:a'],
])('a problem of text in %j is told apart by what it names, not by its words', (source, key) => {
  const { findings } = check(organizationOf(source), { today: exampleDay });
  expect(findings.map(findingKey)).toContain(key);
});
