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

describe('a name that means nobody', () => {
  const before = 'person ana "Ana"\nteam a "A" { lead x  role x "X" { held by ana }  role y "Y" }';
  const after = before.replace('role y "Y"', 'role y "Y" { held by anna }');
  const slip = 'No person is called `anna`. Somebody who is not declared stands in quotes: `"anna"`.';

  it('joins nothing and fills no seat, and is said to mean nothing', () => {
    const { effects, entries, unread } = reviewOfTexts(before, after);
    expect([entries, effects.joined, effects.left, effects.vacancies]).toEqual([[], [], [], []]);
    expect(effects.totals.people).toEqual({ before: 1, after: 1 });
    expect(unread.after.map(({ message }) => message)).toEqual([slip]);
    expect(reviewMarkdown(documentOf(reviewOfTexts(before, after)))).toContain('No person is called');
  });
  it('leaves nothing', () => {
    const { effects, entries, unread } = reviewOfTexts(after, before);
    expect([entries, effects.left, effects.vacancies]).toEqual([[], [], []]);
    expect(unread.before.map(({ message }) => message)).toEqual([slip]);
  });
  it('is no difference where it stands on both sides, and is not quoted without people', () => {
    expect(reviewOfTexts(after, after).unread).toEqual({ before: [], after: [] });
    const { unread } = reviewOfTexts(before, after, { redact: 'people' });
    expect(unread.after.map(({ message }) => message)).toEqual(['A name here means nothing.']);
  });
});

describe('how grave it is', () => {
  const teams =
    'team a "A" { lead x  role x "X" { held by "Ana" }  role y "Y" }\nteam b "B" { role z "Z" }\n';
  const more = 'platform p "P" { owner a }\nprocess q "Q" { owner a  step one by a  step two by b }\n';
  const rest = 'initiative i "I" { lead a.x }\ncommittee c "C" { chair a.x }\nexternal e "E"\n';
  const before = `${teams}${more}${rest}`;
  it.each<readonly [what: string, from: string, to: string, tier: string]>([
    ['who leads a team', 'lead x', 'lead y', 'structural'],
    ['who leads an initiative', 'lead a.x }', 'lead a.y }', 'structural'],
    ['who holds a seat', '"Ana"', '"Bo"', 'structural'],
    ['who holds it for how long', 'held by "Ana"', 'held by "Ana"  interim', 'structural'],
    ['to whom somebody reports', 'role z "Z"', 'role z "Z" { reports to e }', 'structural'],
    ['who owns a platform', 'platform p "P" { owner a }', 'platform p "P" { owner b }', 'structural'],
    ['that nobody does', 'platform p "P" { owner a }', 'platform p "P" {}', 'structural'],
    ['who chairs', 'chair a.x', 'chair a.y', 'structural'],
    ['a team that comes', 'external e', 'team n "N"\nexternal e', 'structural'],
    ['a platform that goes', 'platform p "P" { owner a }\n', '', 'structural'],
    ['a platform that comes', 'external e', 'platform n "N"\nexternal e', 'commitment'],
    ['a step that goes', '  step two by b', '', 'commitment'],
    ['a level', 'role z "Z"', 'role z "Z" { level senior }', 'commitment'],
    ['a title', 'role z "Z"', 'role z "Zed"', 'descriptive'],
  ])('%s', (_, from, to, tier) => {
    const [entry] = reviewOfTexts(before, before.replace(from, to)).entries;
    expect(entry?.tier).toBe(tier);
  });

  it('all of whoever leads from now on', () => {
    const after = before
      .replace('lead x', 'lead y')
      .replace('role y "Y"', 'role y "Head of A" { level director }');
    const { entries } = reviewOfTexts(before, after);
    expect(entries.map(({ name, tier }) => [name, tier])).toEqual([
      ['A', 'structural'],
      ['Head of A', 'structural'],
    ]);
  });
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

  it('refuse once for all that lacks a reason, with the places to give one', () => {
    const roles = 'abcdefgh'.split('').map((each) => `role ${each} "${each.toUpperCase()}"`);
    const text = (inOne: readonly string[], inOther: readonly string[]): string =>
      `team one "One" {\n${inOne.join('\n')}\n}\nteam other "Other" {\n${inOther.join('\n')}\n}\nplatform p "P" { owner ${inOne.length > 0 ? 'one' : 'other'} }`;
    const review = reviewOfTexts(text(roles, []), text([], roles));
    const [refusal, ...others] = refusalsOf(
      review,
      { requireReason: true },
      ({ line }) => `line ${line + 1}`,
    );
    expect(others).toEqual([]);
    expect(refusal?.entries.length).toBe(9);
    expect(refusal?.message).toBe(
      `9 structural changes do not say why: role A is moved (line 5); role B is moved (line 6); role C is moved (line 7); role D is moved (line 8); role E is moved (line 9); 4 more. ${whatIsAReason}`,
    );
  });

  it.each([
    ['on another owner', 'platform p "P" { owner b  note "b runs it" }'],
    ['on what is gone', 'organization o { note "p is not used" }'],
  ])('take a new note %s', (_, is) => {
    const teams = 'team a "A" { }\nteam b "B" { }\n';
    const review = reviewOfTexts(
      `${teams}organization o { note "Old" }\nplatform p "P" { owner a }`,
      `${teams}${is.startsWith('organization') ? '' : 'organization o { note "Old" }\n'}${is}`,
    );
    expect(refusalsOf(review, { requireReason: true })).toEqual([]);
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
