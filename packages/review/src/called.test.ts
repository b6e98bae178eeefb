import { expect, it } from 'vitest';
import { callingIn } from './called.ts';
import { reviewOfTexts } from './testing/review.ts';

const before = `team north "North" { role bm "Brand Manager"  role w "Writer"  role w-2 "Writer" }
team south "South" { role bm "Brand Manager" }
team content "Content" { lead old  role old "Head" { id "1" } }
platform crm "CRM" { owner north.bm }
`;
const after = before.replace(
  'lead old  role old "Head" { id "1" }',
  'lead head  role head "Head" { id "2" }',
);
const { before: a, after: b, matching } = reviewOfTexts(before, after);
const calling = callingIn(a, b, matching);

it.each<readonly [id: string, called: string]>([
  ['role:content.head', 'Head'],
  ['role:north.bm', 'Brand Manager (North)'],
  ['team:north', 'North'],
  ['role:north.w', 'Writer (North)'],
])('%s by itself is %s', (id, called) => expect(calling.one('after', id)).toBe(called));

const was = (id: string) => ({ side: 'before', id }) as const;
const is = (id: string) => ({ side: 'after', id }) as const;

it.each([
  [
    [was('role:content.old'), is('role:content.head')],
    ['the former Head', 'the new Head'],
  ],
  [
    [was('role:north.bm'), is('role:south.bm')],
    ['Brand Manager (North)', 'Brand Manager (South)'],
  ],
  [
    [was('role:north.w'), is('role:north.w-2')],
    ['Writer (north.w)', 'Writer (north.w-2)'],
  ],
  [
    [was('role:north.w'), is('role:north.w')],
    ['Writer (North)', 'Writer (North)'],
  ],
  [
    [was('team:content'), is('team:north')],
    ['Content', 'North'],
  ],
])('side by side they are told apart', (all, called) => {
  expect(all.map(calling.together(all))).toEqual(called);
});

it('what ships with the program is the same on both sides', () => {
  const all = [was('capability:pricing'), is('capability:pricing')];
  expect(new Set(all.map(calling.together(all))).size).toBe(1);
});

it('a team and a role of one title', () => {
  const texts = `team t "Content" { role r "Content" }\nplatform p "P" { owner t }`;
  const { entries } = reviewOfTexts(texts, texts.replace('owner t', 'owner t.r'));
  expect(entries.map(({ parts }) => parts.map(({ minus, plus }) => [...minus, ...plus]))).toEqual([
    [['Content (team)', 'Content (role)']],
  ]);
});
