import { expect, it } from 'vitest';
import type { Guards } from './guards.ts';
import { headlineOf } from './headline.ts';
import { textOf } from './phrase.ts';
import { documentOf, reviewOfTexts } from './testing/review.ts';

const before = `team growth "Growth" {
  lead head
  role head "Head of Growth" { held by "Ana" }
  role seo "SEO Lead" { held by "Bo" }
}
platform crm "CRM" is crm { owner growth  used by growth for "accounts" }
`;

const cases: readonly (readonly [
  what: string,
  after: string,
  guards: Guards,
  headline: readonly string[],
])[] = [
  ['nothing', before, {}, []],
  ['words', before.replace('"Growth"', '"Growth & Demand"'), {}, ['1 change.']],
  ['somebody new', before.replace('"Bo"', '"Cy"'), {}, ['1 structural change.', 'Bo leaves; Cy joins.']],
  [
    'a seat that goes',
    before.replace(/ {2}role seo.*\n/, ''),
    { maxRemoved: 0.25 },
    ['Refused by a guard for 1 reason, 1 structural change.', '1 role goes; Bo leaves.'],
  ],
  [
    'a team that moves',
    `team brand { team growth "Growth" {} }\n${before.replace('team growth "Growth"', 'team brand.growth')}`,
    {},
    [
      '1 structural change, 1 other, 2 new findings.',
      'Growth moves to brand; 1 role reports to somebody else.',
    ],
  ],
  [
    'another lead',
    before.replace('lead head', 'lead seo').replace(' { held by "Ana" }', ''),
    {},
    ['2 structural changes.', 'Ana leaves; 2 roles report to somebody else; 1 seat is newly vacant.'],
  ],
  [
    'a platform alone',
    before.replace('owner growth  ', ''),
    {},
    ['1 structural change, 1 new finding.', 'CRM is left without an owner.'],
  ],
];

it.each(cases)('says in two sentences what %s comes to', (_, after, guards, headline) => {
  const [organization] = documentOf(reviewOfTexts(before, after), guards).organizations;
  if (organization?.status !== 'compared') throw new Error('It is there on both sides.');
  expect(headlineOf(organization).map(textOf)).toEqual(headline);
});

it('tells of many by their number', () => {
  const seats = (who: string): string =>
    `role a "A" { seats 3  held by ${['1', '2', '3'].map((n) => `"${who} ${n}"`).join(', ')} }\n`;
  const [organization] = documentOf(reviewOfTexts(seats('Ana'), seats('Bo'))).organizations;
  if (organization?.status !== 'compared') throw new Error('It is there on both sides.');
  expect(textOf(headlineOf(organization)[1] ?? [])).toBe('3 people leave; 3 people join.');
});
