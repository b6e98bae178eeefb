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
  [
    'words',
    before.replace('"Growth"', '"Growth & Demand"'),
    {},
    [
      'What happens: titles or wording of Growth & Demand change, and nothing else.',
      'What it risks: no new finding.',
    ],
  ],
  [
    'somebody new',
    before.replace('"Bo"', '"Cy"'),
    {},
    ['What happens: Bo leaves; Cy joins.', 'What it risks: no new finding.'],
  ],
  [
    'a seat that goes',
    before.replace(/ {2}role seo.*\n/, ''),
    { maxRemoved: 0.25 },
    [
      'What happens: the role SEO Lead goes; Bo leaves.',
      'What follows: the organization has 1 seat instead of 2.',
      'What it risks: refused by 1 guard; no new finding.',
    ],
  ],
  [
    'a team that moves',
    `team brand {\n${before.replace('}\nplatform', '}\n}\nplatform')}`,
    {},
    [
      'What happens: Growth moves from the top to brand with 2 seats; brand is new.',
      'What it risks: no new finding.',
    ],
  ],
  [
    'another lead',
    before.replace('lead head', 'lead seo').replace(' { held by "Ana" }', ''),
    {},
    [
      'What happens: Growth is led by SEO Lead; Ana leaves.',
      'What follows: 2 roles report to somebody else; 1 seat is newly vacant.',
      'What it risks: no new finding.',
    ],
  ],
  [
    'a platform alone',
    before.replace('owner growth  ', ''),
    {},
    [
      'What happens: something else is said of CRM.',
      'What it risks: CRM is left without an owner; 1 new warning.',
    ],
  ],
  [
    'names with commas and ands of their own',
    `${before}team a "Web, Mobile" {}\nteam b "Print and Post" {}\n`,
    {},
    ['What happens: “Web, Mobile” and “Print and Post” are new.', 'What it risks: no new finding.'],
  ],
];

it.each(cases)('says what %s comes to', (_, after, guards, headline) => {
  const [organization] = documentOf(reviewOfTexts(before, after), guards).organizations;
  if (organization?.status !== 'compared') throw new Error('It is there on both sides.');
  expect(headlineOf(organization).map(textOf)).toEqual(headline);
});

it('tells of many by their number', () => {
  const seats = (who: string): string =>
    `role a "A" { seats 3  held by ${['1', '2', '3'].map((n) => `"${who} ${n}"`).join(', ')} }\n`;
  const [organization] = documentOf(reviewOfTexts(seats('Ana'), seats('Bo'))).organizations;
  if (organization?.status !== 'compared') throw new Error('It is there on both sides.');
  expect(textOf(headlineOf(organization)[0] ?? [])).toBe('What happens: 3 people leave; 3 people join.');
});
