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

it.each([
  ['syntax', 'owner a  owner "'],
  ['names', 'owner nobody'],
  ['statements that are made twice', 'owner a  owner b'],
  ['what stands where it means nothing', 'seats 2'],
])('asks for nothing more of what is not read as a whole, for %s', (_, said) => {
  const source = `team a\nteam b\nplatform p "P" { ${said}\n}\n`;
  const asked = (text: string): readonly string[] =>
    check(organizationOf(text), { today: exampleDay })
      .findings.filter(({ rule, element }) => element === 'platform:p' && rule.startsWith('platform/'))
      .map(({ rule }) => rule);
  expect(asked(source.replace(said, ''))).not.toEqual([]);
  expect(asked(source)).toEqual([]);
});
