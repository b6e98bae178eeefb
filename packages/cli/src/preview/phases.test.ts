import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization, type OrgModel } from '@mktorg/model';
import { check } from '@mktorg/rules';
import { expect, it } from 'vitest';
import { createPhasesAhead, type PhasesAhead } from './phases.ts';

const text = `team m "Marketing" {
  lead cmo
  role cmo "CMO" { held by "Ann" interim until 2027-01 }
}
plan p "P" {
  owner cmo
  phase one "One" { add team b "Brand" to m }
}
`;

const uri = 'file:///o/organization.mktorg';
const fresh = (): OrgModel =>
  mergeOrganization('file:///o', [parseFragment(text, uri)], standardVocabulary());

/** Asks for a page, and notes who was told. */
function asking(ahead: PhasesAhead, model: OrgModel, told: string[]) {
  return (page: string, today: string, isWanted: () => boolean): Promise<void> => {
    const { findings } = check(model, { today });
    return ahead.lookAhead({ model, findings }, today, page, { isWanted, tell: () => void told.push(page) });
  };
}

const [monday, later] = ['2026-11-02', '2027-03-01'];
const always = (): boolean => true;

it.each([
  ['one page', [always], ['a']],
  ['the second of two, where the first is gone', [() => false, always], ['b']],
  ['each of several', [always, always, always], ['a', 'b', 'c']],
  ['nobody, where all are gone', [() => false, () => false], []],
])('tells %s', async (_, pages, expected) => {
  const [ahead, model, told] = [createPhasesAhead(), fresh(), [] as string[]];
  const ask = asking(ahead, model, told);
  await Promise.all(pages.map((isWanted, index) => ask('abc'[index] ?? '', monday, isWanted)));
  expect(told).toEqual(expected);
});

it('tells a page once, however often it asks', async () => {
  const [ahead, model, told] = [createPhasesAhead(), fresh(), [] as string[]];
  const ask = asking(ahead, model, told);
  await Promise.all([ask('a', monday, always), ask('a', monday, always)]);
  await ask('a', monday, always);
  expect(told).toEqual(['a']);
});

it('knows it of one day', async () => {
  const [ahead, model, told] = [createPhasesAhead(), fresh(), [] as string[]];
  const ask = asking(ahead, model, told);
  await ask('a', monday, always);
  const counts = (today: string): readonly unknown[] => {
    const notes = ahead.of(model, today);
    return [notes?.today, notes?.after.get('phase:p.one')?.findings];
  };
  expect([counts(monday), counts(later)]).toEqual([
    [2, 2],
    [undefined, undefined],
  ]);
  await ask('a', later, always);
  expect([counts(monday), counts(later)]).toEqual([
    [undefined, undefined],
    [3, 3],
  ]);
  expect(told).toEqual(['a', 'a']);
});
