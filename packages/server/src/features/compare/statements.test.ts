import { parseFragment, standardVocabulary } from '@mktorg/language';
import { afterPhases, type Change, mergeOrganization } from '@mktorg/model';
import { expect, it } from 'vitest';
import { statementsBetween } from './statements.ts';

const uri = 'file:///o/organization.mktorg';
const source = `team a "A" {
  role x "X"
}
team b "B"
process path "Path" { owner a  step one "One" by a  step two "Two" by b }
plan p "P" {
  phase found "Found" {
    move a.x to b
    move path.two to path before one
  }
}
`;

const at = { uri, line: 0, column: 0, endLine: 0, endColumn: 1 };

it.each([
  ['an element that it speaks of', 'owner', { id: 'role:a.x', at }, 'move a.x to b'],
  ['what is in a value of several parts', 'uses', { by: 'role:a.x', for: 'mail', at }, 'move a.x to b'],
  ['an order', 'order', { ids: ['step:path.two', 'step:path.one'] }, 'move path.two to path before one'],
  ['a text that looks like an id', 'description', 'role:a.x', 'phase found "Found" {'],
  [
    'a part of a value that looks like an id',
    'uses',
    { by: 'team:c', for: 'role:a.x', at },
    'phase found "Found" {',
  ],
])('leads from what a change says to the statement behind it: %s', (_, field, value, line) => {
  const model = mergeOrganization('file:///o', [parseFragment(source, uri)], standardVocabulary());
  const outcomes = afterPhases(model, 'plan:p');
  const after = outcomes.at(-1)?.model ?? model;
  const change: Change = {
    type: 'changed',
    before: 'team:c',
    after: 'team:c',
    field,
    minus: [],
    plus: [value],
  };
  const place = statementsBetween([], outcomes, { before: model, after }).of('team:c', false, [change]);
  expect(source.split('\n')[place?.line ?? -1]?.trim()).toBe(line);
});
