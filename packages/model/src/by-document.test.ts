import { parseFragment, standardVocabulary } from '@mktorg/language';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentsThatDiffer, occurrencesOf } from './by-document.ts';
import { mergeOrganization } from './merge.ts';
import type { OrgModel } from './model.ts';
import { elementsIn } from './model.ts';
import { people, peopleInSeveralSeats } from './queries/people.ts';
import { directReports, linesFrom, linesTo, managerOf, reportingCycles } from './queries/reporting.ts';
import { holdersOf } from './queries/responsibilities.ts';
import { teamsLedBy } from './queries/teams.ts';
import { createWorkspace } from './workspace.ts';

const root = 'file:///o';
const names = ['organization', 'a', 'b', 'c', 'd'];

/** Lines that lead, report, hold and point across documents. */
const line = fc.constantFrom(
  'organization o "O"',
  'team t "T" {',
  'team u {',
  '}',
  'lead boss',
  'lead aide',
  'role boss "Boss" { held by "Ann" }',
  'role aide "Aide" { held by "Ann" }',
  'role clerk { reports to t.boss  held by bea, "Ann" }',
  'reports to t.aide',
  't.boss ..> t',
  't.aide ..> u "craft"',
  'responsible for pricing',
  'person bea "Bea"',
);
const text = fc.array(line, { maxLength: 9 }).map((lines) => lines.join('\n'));
const edit = fc.record({ name: fc.constantFrom(...names), text: fc.option(text, { nil: undefined }) });

/** Everything that is kept up to date from model to model. */
function answers(model: OrgModel) {
  const roles = model.byKind.role.map(({ id }) => ({
    id,
    manager: managerOf(model, id)?.id,
    reports: directReports(model, id).map((role) => role.id),
    leads: teamsLedBy(model, id).map((team) => team.id),
    from: linesFrom(model, id).map((each) => each.id),
    to: linesTo(model, id).map((each) => each.id),
  }));
  return {
    roles,
    people: people(model),
    several: peopleInSeveralSeats(model),
    cycles: reportingCycles(model),
    pricing: holdersOf(model, 'capability:pricing'),
  };
}

it('answers after any edits what a fresh start answers', () => {
  fc.assert(
    fc.property(
      fc.array(edit, { minLength: 1, maxLength: 12 }),
      fc.infiniteStream(fc.boolean()),
      (edits, ask) => {
        const workspace = createWorkspace(standardVocabulary());
        const texts = new Map<string, string>([[`${root}/organization.mktorg`, 'organization o "O"\n']]);
        const put = (uri: string, now: string | undefined): OrgModel | undefined => {
          const fragment = now === undefined ? undefined : parseFragment(now, uri);
          workspace.update(new Map([[uri, fragment]]));
          return workspace.modelOf(`${root}/organization.mktorg`);
        };
        for (const [uri, now] of texts) put(uri, now);
        for (const { name, text: now } of edits) {
          const uri = `${root}/${name}.mktorg`;
          const whole = name === 'organization' ? `organization o "O"\n${now ?? ''}` : now;
          if (whole === undefined) texts.delete(uri);
          else texts.set(uri, whole);
          const model = put(uri, whole);
          if (!model || !ask.next().value) continue;
          const fragments = [...texts].map(([each, source]) => parseFragment(source, each));
          expect(answers(model)).toEqual(answers(mergeOrganization(root, fragments, standardVocabulary())));
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('counts as reports of a role exactly those whose line leads to it', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const fragments = texts.map((source, index) => parseFragment(source, `${root}/${index}.mktorg`));
      const model = mergeOrganization(root, fragments, standardVocabulary());
      for (const { id } of model.byKind.role) {
        const lines = model.byKind.role.filter((role) => managerOf(model, role.id)?.id === id);
        expect(new Set(directReports(model, id))).toEqual(new Set(lines));
      }
    }),
    { numRuns: 300 },
  );
});

it('finds keys where they are, as often as they are there, whatever comes and goes', () => {
  const keys = occurrencesOf((elements) => elements.flatMap(({ tags }) => tags.map(({ value }) => value)));
  const workspace = createWorkspace(standardVocabulary());
  const found = (changes: { readonly [file: string]: string | undefined }) => {
    const fragments = Object.entries(changes).map(
      ([file, source]) =>
        [
          `${root}/${file}`,
          source === undefined ? undefined : parseFragment(source, `${root}/${file}`),
        ] as const,
    );
    workspace.update(new Map(fragments));
    const model = workspace.modelOf(`${root}/o.mktorg`);
    if (!model) throw new Error('There is no organization.');
    const all = keys(model);
    return { x: all.documents('x'), several: [...all.several].sort(), isEmpty: all.isEmpty };
  };
  expect(found({ 'o.mktorg': 'organization o "O"\n' })).toEqual({ x: [], several: [], isEmpty: true });
  const a = `${root}/a.mktorg`;
  const b = `${root}/b.mktorg`;
  const once = found({ 'b.mktorg': 'team b { tags x }\n' });
  expect(once).toEqual({ x: [b], several: [], isEmpty: false });
  expect(found({ 'a.mktorg': 'team a { tags x, y }\nteam c { tags y }\n' })).toEqual({
    x: [a, b],
    several: ['x', 'y'],
    isEmpty: false,
  });
  expect(found({ 'b.mktorg': '\nteam b "B"\n' })).toEqual({ x: [a], several: ['y'], isEmpty: false });
  expect(found({ 'a.mktorg': undefined })).toEqual({ x: [], several: [], isEmpty: true });
});

it('tells which documents differ', () => {
  const workspace = createWorkspace(standardVocabulary());
  const modelWith = (file: string, source: string | undefined): OrgModel => {
    const uri = `${root}/${file}`;
    workspace.update(new Map([[uri, source === undefined ? undefined : parseFragment(source, uri)]]));
    const model = workspace.modelOf(`${root}/o.mktorg`);
    if (!model) throw new Error('There is no organization.');
    return model;
  };
  const first = modelWith('o.mktorg', 'organization o "O"\n');
  const second = modelWith('a.mktorg', 'team a\n');
  const third = modelWith('b.mktorg', 'team b\n');
  expect(documentsThatDiffer(first, third)).toEqual([`${root}/a.mktorg`, `${root}/b.mktorg`]);
  expect(documentsThatDiffer(second, third)).toEqual([`${root}/b.mktorg`]);
  const fourth = modelWith('a.mktorg', '\nteam a\n');
  expect(documentsThatDiffer(third, fourth)).toEqual([`${root}/a.mktorg`]);
  expect(documentsThatDiffer(fourth, fourth)).toEqual([]);
  const fifth = modelWith('a.mktorg', undefined);
  expect(documentsThatDiffer(fourth, fifth)).toEqual([`${root}/a.mktorg`]);
  expect(elementsIn(fifth, `${root}/a.mktorg`)).toEqual([]);
});
