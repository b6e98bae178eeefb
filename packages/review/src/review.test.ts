import { describe, expect, it } from 'vitest';
import type { Guards } from './guards.ts';
import { refusalsOf, whatIsAReason } from './guards.ts';
import { reviewMarkdown } from './markdown.ts';
import { textOf } from './phrase.ts';
import { rowsOf } from './rows.ts';
import { documentOf, reviewOfTexts } from './testing/review.ts';

type Texts = Parameters<typeof reviewOfTexts>[0];

function rowsBetween(before: Texts, after: Texts): readonly string[] {
  const [organization] = documentOf(reviewOfTexts(before, after)).organizations;
  if (organization?.status !== 'compared') throw new Error('It is on both sides.');
  return rowsOf(organization.changes).map(({ glyph, phrase, details }) =>
    [`${glyph} ${textOf(phrase)}`, ...details.map((detail) => `  ${textOf(detail)}`)].join('\n'),
  );
}

describe('what a reviewer reads', () => {
  const cases: readonly (readonly [what: string, before: string, after: string, rows: readonly string[]])[] =
    [
      ['nothing of nothing', 'team a', '// x\nteam a', []],
      [
        'a team that comes with what is in it',
        'team a "A"',
        'team a "A" { team b "B" { role x role y "Y" platform p "P" } }',
        ['+ team B in A, with 2 roles and 1 platform'],
      ],
      [
        'roles that come together, alike ones counted',
        'team a "A"',
        'team a "A" { role x "Analyst" role y "Analyst" role z "Lead, mail" }',
        ['+ 3 roles in A: Analyst ×2; Lead, mail'],
      ],
      [
        'roles that move together, with what else is different',
        'team a "A" { role x "X" role y "Y" }\nteam b "B"',
        'team a "A"\nteam b "B" { role x "X" role y "Why" { seats 2 } }',
        ['→ 2 roles from A to B: X, Why\n  Why, title: Y → Why\n  seats: + 2'],
      ],
      [
        'a team that is merged into another',
        'team a "A" { role x "X" role y "Y" }\nteam b "B" { role z "Z" }',
        'team b "B" { role z "Z" role x "X" role y "Y" }',
        ['− team A merged into B', '→ 2 roles from A to B: X, Y'],
      ],
      ['to the top', 'team a "A" { team b "B" }', 'team a "A"\nteam b "B"', ['→ team B from A to the top']],
      [
        'a rename that is inferred',
        'role x "Head of mail" { held by "Ana" }',
        'role y "Head of post" { held by "Ana" }',
        ['~ role Head of mail is now Head of post (taken for the same by who sits there)'],
      ],
      [
        'the same title that many get, and the same word',
        'team a "A" { role x "Sr. Analyst" role y "Sr. Analyst" }\nteam b "B" { role z "Sr. Analyst" role u "U" role v "V" }',
        'team a "A" { role x "Senior Analyst" role y "Senior Analyst" }\nteam b "B" { role z "Senior Analyst" role u "U" { fte 0.5 } role v "V" { fte 0.5 } }',
        ['~ 2 roles: U, V\n  fte: + 0.5', '~ 3 roles: Sr. Analyst → Senior Analyst in A ×2, B'],
      ],
      ['a first title', 'role x', 'role x "X"', ['~ role x is now X']],
      [
        'names that only the text has',
        'role a-2 "A" { id "2" }\nrole a-3 "A" { id "3" }\nrole a "A" { id "1" }',
        'role a "A" { id "2" }\nrole a-2 "A" { id "3" }',
        ['− role A', '~ 2 roles have other names in the text: a-2 → a …'],
      ],
      [
        'somebody else of the same title',
        'team a "A" { lead x  role x "Lead" { id "1" } }',
        'team a "A" { lead x  role x "Lead" { id "2" } }',
        ['− role Lead in A', '~ team A, lead: the former Lead → the new Lead', '+ role Lead in A'],
      ],
      [
        'the loss of an owner before other changes of platforms',
        'team a "A"\nplatform p "P" { owner a }\nplatform q "Q"',
        'team a "A"\nplatform p "P"\nplatform q "Q" { owner a }',
        ['~ platform P, owner: − A', '~ platform Q, owner: + A'],
      ],
      [
        'lists by their members',
        'team a "A"\nteam b "B"\nplatform p "P" { used by a for "mail" }',
        'team a "A"\nteam b "B"\nplatform p "P" { used by b  used by a for "post" }',
        ['~ platform P, used by: + B + A for post − A for mail'],
      ],
      [
        'rules and rates',
        'rules { reporting/team-has-lead off }\nrate USD 0.9 EUR',
        'rules { reporting/team-has-lead info }\nrate USD 0.8 EUR',
        [
          '~ Exchange rates, rates: USD 0.9 EUR → USD 0.8 EUR',
          '~ Rules, rules: reporting/team-has-lead off → reporting/team-has-lead info',
        ],
      ],
      [
        'long texts by their beginning',
        'role x "X"',
        `role x "X" { note "${'word '.repeat(60)}" }`,
        [`~ role X\n  note: + ${'word '.repeat(60).slice(0, 119)}…`],
      ],
    ];
  it.each(cases)('%s', (_, before, after, rows) => expect(rowsBetween(before, after)).toEqual(rows));
});

describe('without people', () => {
  const named = `person ana "Ana Zhou" { id "P1" note "Secretly leaving" }
team a "A" { lead x  role x "X" { held by ana  note "Told Ana"  id "S1" } role y "Y" { held by "Bo Quill" } }
plan p { phase one { told x "Over lunch with Ana Zhou" } }
`;
  it('nobody is named in anything that leaves, and vacancies are counted', () => {
    const after = named
      .replace('held by ana', 'held by "Cy Vane"')
      .replace(' { held by "Bo Quill" }', '')
      .replace('team a "A"', 'team a "New {{{"')
      .replace('Secretly leaving', 'Gone');
    const document = documentOf(reviewOfTexts(named, after, { redact: 'people' }));
    for (const text of [JSON.stringify(document), reviewMarkdown(document)]) {
      expect(text).not.toMatch(/Ana|Zhou|Bo Quill|Cy Vane|Secretly|Gone|P1|S1|lunch/);
    }
    const [organization] = document.organizations;
    if (organization?.status !== 'compared') throw new Error('It is on both sides.');
    expect(organization.effects.vacancies.map(({ name, after: now }) => [name, now])).toEqual([['Y', 1]]);
  });
  it('what is the same is still recognized by its people', () => {
    const before = 'team a "A" { role x "X" { held by "Ana" } }\nteam b "B"';
    const after = 'team a "A"\nteam b "B" { role z "Z" { held by "Ana" } }';
    const { entries } = reviewOfTexts(before, after, { redact: 'people' });
    expect(entries.map(({ change, name }) => [change, name])).toEqual([['moved', 'Z']]);
  });
});

describe('guards', () => {
  const before = 'team a "A" { role x { seats 3 } role y }\nteam b "B"';
  const cases: readonly (readonly [
    what: string,
    after: string,
    guards: Guards,
    refusals: readonly string[],
  ])[] = [
    ['let everything through that they are not asked about', '', {}, []],
    [
      'count seats, not roles',
      'team a "A" { role x }\nteam b "B"',
      { maxRemoved: 0.5 },
      ['3 of 4 seats are removed (75%), which is more than 50%.'],
    ],
    [
      'let through as much as they allow',
      'team a "A" { role x role y }\nteam b "B"',
      { maxRemoved: 0.5 },
      [],
    ],
    [
      'do not take a move for a removal',
      'team a "A"\nteam b "B" { role x { seats 3 } role y }',
      { maxRemoved: 0 },
      [],
    ],
    [
      'want reasons for what is structural',
      'team a "A" { role x { seats 3 } }\nteam b "B" { role y }',
      { requireReason: true },
      [`1 structural change does not say why: role y is moved. ${whatIsAReason}`],
    ],
    [
      'take that of the element',
      'team a "A" { role x { seats 3 } }\nteam b "B" { role y { placed because "So" } }',
      { requireReason: true },
      [],
    ],
    [
      'take that of the team around it',
      'team a "A" { role x { seats 3 } }\nteam b "B" { placed because "So"  role y }',
      { requireReason: true },
      [],
    ],
    [
      'take that of the team that something leaves',
      'team a "A" { placed because "Nobody asked for y"  role x { seats 3 } }\nteam b "B"',
      { requireReason: true },
      [],
    ],
    [
      'want none for what is new',
      `${before.replace('team b "B"', 'team b "B" { placed because "So" }')}`,
      { requireReason: true },
      [],
    ],
  ];
  it.each(cases)('%s', (_, after, guards, refusals) => {
    const review = reviewOfTexts(before, after === '' ? 'team a "A"' : after);
    expect(refusalsOf(review, guards).map(({ message }) => message)).toEqual(refusals);
  });

  it('take that of a phase that spoke of it', () => {
    const plan = 'plan p { phase one { move y to b because "One desk" } }';
    const review = reviewOfTexts(
      `${before}\n${plan}`,
      `team a "A" { role x { seats 3 } }\nteam b "B" { role y }`,
    );
    expect(refusalsOf(review, { requireReason: true }).map(({ message }) => message)).toEqual([
      `1 structural change does not say why: plan p is removed. ${whatIsAReason}`,
    ]);
  });
});
