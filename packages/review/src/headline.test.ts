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

it.each<readonly [what: string, text: string, come: string, go: string]>([
  ['a platform', 'platform cdp "CDP" { owner growth }', 'CDP is new', 'CDP goes'],
  ['a committee', 'committee c "C" { chair head }', 'the committee C is new', 'the committee C goes'],
  ['two', 'partner p "P"\npartner q "Q"', 'the partners P and Q are new', 'the partners P and Q go'],
  [
    'two of two kinds',
    'partner p "P"\nexternal e "E"',
    'the external E and the partner P are new',
    'the partner P and the external E go',
  ],
  [
    'a process with its steps',
    'process b "Brief" { owner growth  step ask by growth  step answer by growth.seo }',
    'the process Brief is new',
    'the process Brief goes',
  ],
  [
    'many',
    'partner p "P"\npartner q "Q"\nexternal e "E"',
    '1 external and 2 partners are new',
    '2 partners and 1 external go',
  ],
])('says that %s comes or goes', (_, text, come, go) => {
  const more = `${before}${text}\n`;
  expect(happening(before, more)).toBe(`What happens: ${come}.`);
  expect(happening(more, before)).toBe(`What happens: ${go}.`);
});

it('says what else there is of what stays', () => {
  const process = (step: string, owner: string): string =>
    `${before}process b "Brief" { owner ${owner}  step ask "Ask" by growth ${step} }\n`;
  const answer = 'step answer "Answer" by seo';
  expect(happening(process('', 'growth'), process(answer, 'growth'))).toBe(
    'What happens: the step Answer of Brief is new.',
  );
  expect(happening(process(answer, 'growth'), process('', 'seo'))).toBe(
    'What happens: the step Answer of Brief goes; something else is said of Brief.',
  );
});

const brief = (steps: string): string => `process b "Brief" { ${steps} }\n`;
const video = 'team t "T" { team v "Video" {} }\nteam u "U" { team v "Video" {} }\n';
const media = `team d "Demand" {}
team m "Media" { role r1 "A"  role r2 "B" }
team p "Print" { team q "Q" { role r "R" } role s "S" }
`;
it.each<readonly [what: string, before: string, after: string, happens: string]>([
  [
    'a step of its process',
    brief('step a "Ask"  step b "Bill"'),
    brief('step a "Ask"'),
    'the step Bill of Brief goes',
  ],
  [
    'steps of two processes',
    `${brief('step a "Ask"')}process c "Chat" { step a "Ask" }`,
    `${brief('')}process c "Chat" {}`,
    'the steps Ask of Brief and Ask of Chat go',
  ],
  [
    'what is said of a step',
    brief('step a "Ask" within 4 hours'),
    brief('step a "Ask" within 30 hours'),
    'something else is said of Ask of Brief',
  ],
  ['teams of one title', video, 'team t "T" {}\nteam u "U" {}\n', 'Video (T) and Video (U) go'],
  ['one of two teams of a title', video, video.replace('team v "Video"', ''), 'Video (T) goes'],
  [
    'teams of one title in teams of one title',
    video.replace('"U"', '"T"'),
    'team t "T" {}\nteam u "T" {}\n',
    'Video (t.v) and Video (u.v) go',
  ],
  [
    'roles of one title',
    'team t "T" {}\nteam u "U" {}\n',
    'team t "T" { role w "Writer" }\nteam u "U" { role w "Writer" }\n',
    'the roles Writer (T) and Writer (U) come',
  ],
  [
    'things of one title and of two kinds',
    'partner a "A"\nprocess b "A"\n',
    'partner a "A" { note "x" }\nprocess b "A" { note "x" }\n',
    'titles or wording of A (partner) and A (process) change, and nothing else',
  ],
  [
    'people of one name by their number',
    'person a "Ana"\nperson b "Ana"\nrole x "X" { held by a }\nrole y "Y" { held by b }\n',
    'role x "X"\nrole y "Y"\n',
    '2 people leave',
  ],
  ['somebody without a seat as declared', '', 'person zed "Zed"\n', 'the person Zed is new'],
  [
    'somebody who lost the only seat',
    'person zed "Zed"\nrole x "X" { held by zed }\n',
    'person zed "Zed"\nrole x "X"\n',
    'Zed has no seat any more',
  ],
  [
    'a team that is merged',
    media,
    `team d "Demand" { role r1 "A"  role r2 "B" }${media.slice(media.indexOf('\nteam p'))}`,
    'Media is merged into Demand with 2 roles',
  ],
  [
    'two that are merged into one',
    media,
    'team d "Demand" { role r1 "A"  role r2 "B" team q "Q" { role r "R" } role s "S" }\n',
    'Media and Print are merged into Demand with 1 team and 3 roles',
  ],
])('tells %s', (_, from, to, happens) => {
  expect(happening(from, to)).toBe(`What happens: ${happens}.`);
});

it('tells of many by their number', () => {
  const seats = (who: string): string =>
    `role a "A" { seats 3  held by ${['1', '2', '3'].map((n) => `"${who} ${n}"`).join(', ')} }\n`;
  expect(happening(seats('Ana'), seats('Bo'))).toBe('What happens: 3 people leave; 3 people join.');
});

function happening(from: string, to: string): string {
  const [organization] = documentOf(reviewOfTexts(from, to)).organizations;
  if (organization?.status !== 'compared') throw new Error('It is there on both sides.');
  return textOf(headlineOf(organization)[0] ?? []);
}
