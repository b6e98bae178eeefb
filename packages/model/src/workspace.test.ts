import { standardVocabulary } from '@mktorg/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataOf } from './testing/data.ts';
import { fragmentOf } from './testing/organization.ts';
import type { Workspace } from './workspace.ts';
import { createWorkspace } from './workspace.ts';

function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const workspace = createWorkspace(standardVocabulary());
  workspace.update(edits(files));
  return workspace;
}

function edits(files: Readonly<Record<string, string | undefined>>) {
  return new Map(
    Object.entries(files).map(([file, text]) => {
      const uri = `file:///w/${file}`;
      return [uri, text === undefined ? undefined : fragmentOf(text, uri)] as const;
    }),
  );
}

describe('organisations', () => {
  it.each<
    readonly [title: string, files: Record<string, string>, expected: Record<string, readonly string[]>]
  >([
    ['a document alone', { 'a.mktorg': 'team a' }, { 'w/a.mktorg': ['a.mktorg'] }],
    [
      'a folder with an organization',
      { 'x/o.mktorg': 'organization o', 'x/b.mktorg': '', 'x/y/c.mktorg': '', 'd.mktorg': '' },
      { 'w/d.mktorg': ['d.mktorg'], 'w/x': ['x/b.mktorg', 'x/o.mktorg', 'x/y/c.mktorg'] },
    ],
    [
      'one inside another',
      { 'o.mktorg': 'organization o', 'x/p.mktorg': 'organization p', 'x/y/c.mktorg': '', 'xy/d.mktorg': '' },
      { w: ['o.mktorg', 'xy/d.mktorg'], 'w/x': ['x/p.mktorg', 'x/y/c.mktorg'] },
    ],
  ])('%s', (_, files, expected) => {
    const models = workspaceOf(files).models();
    const found = models.map(({ root, documents }) => [root.slice(8), documents.map((uri) => uri.slice(10))]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it('an edit makes a new model of its own organisation only', () => {
    const workspace = workspaceOf({ 'x/o.mktorg': 'organization o', 'y/o.mktorg': 'organization o' });
    const update = workspace.update(edits({ 'y/o.mktorg': 'organization other' }));
    expect(update.models.map(({ root }) => root)).toEqual(['file:///w/y']);
    expect(update.gone).toEqual([]);
  });

  it('a folder that ceases to be an organisation falls apart', () => {
    const workspace = workspaceOf({ 'x/o.mktorg': 'organization o', 'x/a.mktorg': 'team a' });
    const update = workspace.update(edits({ 'x/o.mktorg': undefined }));
    expect(update.models.map(({ root }) => root)).toEqual(['file:///w/x/a.mktorg']);
    expect(update.gone).toEqual(['file:///w/x']);
    expect(workspace.modelOf('file:///w/x/o.mktorg')).toBeUndefined();
  });
});

describe('an edit', () => {
  const files = {
    'o.mktorg': 'organization o',
    'a.mktorg': 'team a {\n  lead x\n  role x\n}',
    'b.mktorg': 'team b { role x  role z { reports to a.x } }',
  };

  it('leaves elements as they are that say the same', () => {
    const workspace = workspaceOf(files);
    const before = workspace.modelOf('file:///w/a.mktorg');
    workspace.update(edits({ 'a.mktorg': 'team a {\n  lead x\n  role x\n}\nteam c' }));
    const after = workspace.modelOf('file:///w/a.mktorg');
    expect(after).not.toBe(before);
    for (const id of ['team:a', 'role:a.x', 'team:b', 'role:b.z', 'function:growth']) {
      expect(after?.elements.get(id), id).toBe(before?.elements.get(id));
    }
  });

  it('leaves former models as they were', () => {
    const workspace = workspaceOf(files);
    const before = workspace.modelOf('file:///w/a.mktorg');
    const was = before && dataOf(before);
    workspace.update(edits({ 'a.mktorg': 'team other', 'b.mktorg': undefined }));
    expect(before && dataOf(before)).toEqual(was);
  });

  it('reaches other documents through names', () => {
    const workspace = workspaceOf(files);
    const update = workspace.update(edits({ 'a.mktorg': 'team a { role y }' }));
    expect(update.models[0]?.problems.map(({ rule, at }) => [rule, at.uri])).toEqual([
      ['integrity/unresolved-name', 'file:///w/b.mktorg'],
    ]);
  });
});

describe('what one document changes in another', () => {
  const org = { 'o.mktorg': 'organization o' };
  it.each<readonly [title: string, before: Record<string, string>, edit: Record<string, string | undefined>]>(
    [
      ['a name comes', { 'a.mktorg': 'team a { lead b.x }' }, { 'b.mktorg': 'team b { role x }' }],
      ['a name goes', { 'a.mktorg': 'team a { lead x }', 'b.mktorg': 'role x' }, { 'b.mktorg': undefined }],
      [
        'a name becomes ambiguous',
        { 'a.mktorg': 'team a { lead x }', 'b.mktorg': 'team b { role x }' },
        { 'c.mktorg': 'team c { role x }' },
      ],
      [
        'a candidate moves down',
        { 'a.mktorg': 'team a { lead x }', 'b.mktorg': 'team b { role x } team c { role x }' },
        { 'b.mktorg': '\nteam b { role x } team c { role x }' },
      ],
      [
        'a person is called differently',
        { 'a.mktorg': 'role x { held by sari }', 'b.mktorg': 'person sari "Sari"' },
        { 'b.mktorg': 'person sari "Sari Wijaya"' },
      ],
      ['a similar name comes', { 'a.mktorg': 'team a { lead designr }' }, { 'b.mktorg': 'role designer' }],
      [
        'the first of two goes',
        { 'b.mktorg': 'team a "First"', 'c.mktorg': 'team a "Second"' },
        { 'b.mktorg': '' },
      ],
      [
        'one comes before the first',
        { 'b.mktorg': 'team a "First"', 'c.mktorg': 'team a "Second"' },
        { 'a.mktorg': 'team a "New"' },
      ],
      [
        'an alike dotted line comes before',
        { 'b.mktorg': 'x ..> y', 'c.mktorg': 'role x role y x ..> y' },
        { 'a.mktorg': 'x ..> y' },
      ],
      [
        'the end of a dotted line moves',
        { 'b.mktorg': 'x ..> y', 'c.mktorg': 'role x role y' },
        { 'c.mktorg': 'role x team t { role y }' },
      ],
      [
        'a term of the model goes',
        { 'b.mktorg': 'capability pricing "Ours"', 'c.mktorg': 'team a { responsible for pricing }' },
        { 'b.mktorg': '' },
      ],
      [
        'the team comes that a header names',
        { 'a.mktorg': 'team b.c { role x }' },
        { 'b.mktorg': 'team b { lead y  role y }' },
      ],
      [
        'the team goes that a header names',
        { 'a.mktorg': 'team b', 'c.mktorg': 'team b.c' },
        { 'a.mktorg': 'team d' },
      ],
      [
        'what a plan adds comes',
        { 'a.mktorg': 'plan p { phase q { add role x } }' },
        { 'b.mktorg': 'role x' },
      ],
      [
        'a plan finds its target',
        { 'a.mktorg': 'plan p { phase q { add role x to t  add role y to t } }' },
        { 'b.mktorg': 'team u { team t }' },
      ],
    ],
  )('%s', (_, before, edit) => {
    const workspace = workspaceOf({ ...org, ...before });
    workspace.update(edits(edit));
    const after = Object.entries({ ...org, ...before, ...edit }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const clean = workspaceOf(Object.fromEntries(after));
    expect(workspace.models().map(dataOf)).toEqual(clean.models().map(dataOf));
    const start = workspaceOf({ ...org, ...before });
    expect(workspace.models().map(dataOf)).not.toEqual(start.models().map(dataOf));
  });
});

/** Lines that agree and disagree with one another in all ways that reach from document to document. */
const lines = [
  'team a { lead x  role x { held by sari } }',
  'team a "Again" { role y { ..> x "why" } }',
  'team b is growth in emea { lead a.x  role x { seats 2  held by sari, ayu } }',
  'team b { responsible for pricing with finance }',
  'role x',
  'team b.c { lead x  role x }',
  'role a.y',
  'team a.d { team e { role z { reports to b.x } } }',
  'role x { reports to y }',
  'role y { reports to x  held by sari }',
  'x ..> y "purpose"',
  'a.x ..> b.x',
  'a.x ..> b.x',
  'person sari "Sari"',
  'person sari "Sari Wijaya"',
  'person ayu',
  'region emea',
  'external finance',
  'external x',
  'regulation gdpr in emea { covered by finance }',
  'capability pricing "Our pricing" { home growth }',
  'platform crm is customer-relationship { owner x  used by b for "work" }',
  'rate USD 0.9 EUR',
  'rules { reporting/team-has-lead off }',
  'plan q { from central to hybrid  phase one from 2027-01 to 2027-02 { add role n to b { held by sari }  move x to a  remove y } }',
  'plan r { phase two { add team x { lead n  role n }  add role y to x  change crm { owner n } } }',
  'plan s { phase three { change x "Aide" is cmo in emea { -reports to  held by +sari, -"Bo" }  remove x ..> y  x ..> a.x } }',
  'process w { owner a  step one by x  step two via crm }',
  'plan t { phase four { add step zero by y to w before one  move w.two to w before one  change w.one by b within 2 days } }',
  'plan u { phase five { remove y }  phase six { add role y to a  change b { role n  -lead  lead n }  source pricing by hire } }',
  'team {',
  'lead',
  'organization p "P" { model hybrid }',
];
const paths = ['a.mktorg', 'b.mktorg', 'c.mktorg', 'x/d.mktorg', 'x/y/e.mktorg'];

const edit = fc.record({
  file: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...paths) },
    { weight: 1, arbitrary: fc.constant('o.mktorg') },
  ),
  text: fc.option(
    fc
      .tuple(fc.nat(2), fc.array(fc.constantFrom(...lines), { maxLength: 7 }))
      .map(([blank, some]) => '\n'.repeat(blank) + some.join('\n')),
    { nil: undefined, freq: 6 },
  ),
});

describe('after any edits', () => {
  it('a workspace is what it would be from the start', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 }),
        (steps) => {
          const workspace = createWorkspace(standardVocabulary());
          const files: Record<string, string> = { 'o.mktorg': 'organization o' };
          workspace.update(edits(files));
          const known = new Set(['file:///w']);
          for (const step of steps) {
            const changes: Record<string, string | undefined> = {};
            for (const { file, text } of step) {
              changes[file] = text;
              if (text === undefined) delete files[file];
              else files[file] = text;
            }
            const update = workspace.update(edits(changes));
            for (const root of update.gone) known.delete(root);
            for (const { root } of update.models) known.add(root);
          }
          const clean = workspaceOf(files);
          expect(workspace.models().map(dataOf)).toEqual(clean.models().map(dataOf));
          expect([...known].sort()).toEqual(clean.models().map(({ root }) => root));
        },
      ),
      { numRuns: 150 },
    );
  });
});
