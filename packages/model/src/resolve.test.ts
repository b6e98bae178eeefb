import { describe, expect, it } from 'vitest';
import { childrenOf, findAs, mentionsOf } from './model.ts';
import { organizationOf, problemsOf } from './testing/organization.ts';

/** What the lead of a team called `asks` resolves to, or what is wrong with it. */
const leads: readonly (readonly [title: string, source: string, expected: string])[] = [
  ['a role inside the team', 'team asks { lead boss  role boss }', 'role:asks.boss'],
  ['a role of the team above', 'team top { role boss  team asks { lead boss } }', 'role:top.boss'],
  [
    'the nearest of several',
    'team top { role boss  team asks { lead boss  role boss } }',
    'role:top.asks.boss',
  ],
  ['the only one anywhere', 'team asks { lead boss }  team other { role boss }', 'role:other.boss'],
  ['a dotted name', 'team asks { lead b.boss }  team a { role boss }  team b { role boss }', 'role:b.boss'],
  ['the end of a longer path', 'team x { team a { role boss } }  team asks { lead a.boss }', 'role:x.a.boss'],
  [
    'a dotted name from inside',
    'team asks { lead a.boss  team a { role boss } } team a { role boss }',
    'role:asks.a.boss',
  ],
  [
    'at the top before deeper ones',
    'role boss  team other { role boss }  team asks { lead boss }',
    'role:boss',
  ],
  ['only kinds that lead', 'team boss { role boss }  team asks { lead boss }', 'role:boss.boss'],
  [
    'several',
    'team a { role boss }  team b { role boss }  team asks { lead boss }',
    'ambiguous-name 1:62 → a.boss, b.boss',
  ],
  ['a part of a name', 'team a { role big-boss }  team asks { lead boss }', 'unresolved-name 1:44'],
  ['a slip', 'team asks { lead disigner  role designer  role analyst }', 'unresolved-name 1:18 → designer'],
  ['nothing like it', 'team asks { lead zzz  role designer }', 'unresolved-name 1:18'],
  ['another kind', 'platform boss  team asks { lead boss }', 'wrong-kind 1:33'],
  ['names in any script', 'team asks { lead مدير  role مدير }', 'role:asks.مدير'],
];

describe('a name', () => {
  it.each(leads)('may mean %s', (_, source, expected) => {
    const model = organizationOf(source);
    const asking = model.byKind.team.find(({ name }) => name === 'asks');
    expect(asking?.lead?.id ?? problemsOf(model).join()).toBe(expected);
  });

  it('may be composed in another way', () => {
    const model = organizationOf(`team caf\u00e9  platform p { owner cafe\u0301 }`);
    expect(model.byKind.platform[0]?.owner?.id).toBe('team:caf\u00e9');
  });

  it('means a thing before a term', () => {
    const model = organizationOf('external finance  team a { responsible for pricing with finance }');
    const [responsibility] = model.byKind.team[0]?.responsibilities ?? [];
    expect(responsibility?.with.map(({ id }) => id)).toEqual(['external:finance']);
  });

  it('means a term where no thing has the name', () => {
    const model = organizationOf('team a { responsible for pricing with finance }');
    expect(model.byKind.team[0]?.responsibilities[0]?.with.map(({ id }) => id)).toEqual(['function:finance']);
  });

  it('that two kinds share where both can stand cannot be told apart', () => {
    const model = organizationOf('team a  role a  platform p { owner a }');
    expect(model.problems.map(({ message }) => message)).toEqual([
      '`a` is the name of role `a` and of team `a`. Rename one.',
    ]);
  });

  it('is resolved across documents, and remembered where it stands', () => {
    const model = organizationOf({
      'a.mktorg': 'team a { lead b.boss }',
      'b.mktorg': 'team b { role boss }',
    });
    expect(mentionsOf(model, 'role:b.boss')).toEqual([
      {
        from: 'team:a',
        to: 'role:b.boss',
        field: 'lead',
        slot: 'value',
        name: 'b.boss',
        at: { uri: 'file:///acme/a.mktorg', line: 0, column: 14, endLine: 0, endColumn: 20 },
      },
    ]);
  });

  it('seats nobody where it means nobody', () => {
    const model = organizationOf('role a { held by sari, "Chen Wei", ayu }  person ayu "Ayu Lestari"');
    const names = model.byKind.role[0]?.holders.map(({ name, person }) => [name, person]);
    expect(names).toEqual([
      ['Chen Wei', undefined],
      ['Ayu Lestari', 'person:ayu'],
    ]);
    expect(problemsOf(model)).toEqual(['unresolved-name 1:18 → "sari"']);
  });
});

const problems: readonly (readonly [
  title: string,
  files: string | Record<string, string>,
  expected: readonly string[],
])[] = [
  ['twice the same', 'team a\nteam a { lead x }', ['duplicate-name 2:6', 'unresolved-name 2:15']],
  ['the same name of two kinds', 'team a\nplatform a', []],
  ['the same name in two teams', 'team a { role x }\nteam b { role x }', []],
  ['twice in two documents', { 'a.mktorg': 'team a', 'b.mktorg': '\nteam a' }, ['duplicate-name 2:6']],
  ['two organizations', 'organization x\norganization y', ['duplicate-name 2:14']],
  [
    'two organizations in a folder',
    { 'a.mktorg': 'organization x', 'b.mktorg': 'organization y' },
    ['duplicate-name 1:14'],
  ],
  ['one thing said twice', 'platform p {\n  owner a\n  owner a\n}\nteam a', ['duplicate-statement 3:3']],
  ['two solid lines', 'role a { reports to b  reports to c } role b role c', []],
  ['a standard term of our own', 'capability pricing', []],
  ['a word of a fixed set', 'organization x { model hybird }', ['unknown-word 1:24 → hybrid']],
  [
    'words of a change',
    'organization x plan p { from decentralised to hybrid }',
    ['unknown-word 1:30 → decentralized'],
  ],
  ['broken text', 'team a {\n  lead\n', ['syntax 1:8', 'syntax 2:3']],
  ['a kind of what has none', 'person x is analyst', ['misplaced-statement 1:13']],
  ['a form of something else', 'team a as steering-committee', ['wrong-kind 1:11']],
  ['a form of its own', 'committee a as club form club { applies to team }', ['wrong-kind 1:16']],
  ['a dotted line from what has none', 'platform p { ..> a } team a', ['wrong-kind 1:14']],
  ['a name of a term', 'team a is brnad-marketing', ['unresolved-name 1:11 → brand-marketing']],
  ['an alias of a term', 'role a { level c-level }', ['unresolved-name 1:16 → executive']],
  [
    'the title of a term',
    'capability x "Search ads"\nteam t { responsible for search-ads }',
    ['unresolved-name 2:26 → x'],
  ],
  [
    'a name that a term begins',
    'team a is growth-marketing',
    ['unresolved-name 1:11 → growth, brand-marketing, product-marketing'],
  ],
  [
    'a person who is not declared',
    'role a { held by Tim }\nperson tom\nrole b { held by Alexandra }',
    ['unresolved-name 1:18 → tom, "Tim"', 'unresolved-name 3:18 → "Alexandra"'],
  ],
  ['a channel', 'process a { intake via slack }', ['unresolved-name 1:24 → "slack"']],
];

describe('what a problem says', () => {
  it.each([
    [
      'role a { held by Tim }',
      'No person is called `Tim`. Somebody who is not declared stands in quotes: `"Tim"`.',
    ],
    [
      'process a { intake via slack }',
      'No platform is called `slack`. A channel that is no platform stands in quotes: `"slack"`.',
    ],
    [
      'team a { responsible for seo }',
      '`seo` is a skill, and no capability is called so. A skill stands behind `needs`, `skills` or `delivers`.',
    ],
    ['team a { responsible for a }', '`a` is a team; a capability can stand here.'],
  ])('%s', (text, message) => {
    expect(organizationOf(text).problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe('problems', () => {
  it.each(problems)('%s', (_, files, expected) => {
    expect(problemsOf(organizationOf(files))).toEqual(expected);
  });

  it('lead to the places involved', () => {
    const [duplicate] = organizationOf({ 'a.mktorg': '\nteam a "First"', 'b.mktorg': 'team a' }).problems;
    expect(duplicate?.related).toEqual([
      {
        message: 'First is declared here first',
        at: { uri: 'file:///acme/a.mktorg', line: 1, column: 5, endLine: 1, endColumn: 6 },
      },
    ]);
  });
});

describe('what is declared twice', () => {
  const model = organizationOf({
    'a.mktorg': 'team a { role x }',
    'b.mktorg': 'team a "Other" { role x  role y }',
  });

  it('counts as the first says', () => {
    expect(findAs(model, 'team:a', 'team')?.title).toBeUndefined();
  });
  it('keeps what only the second has inside', () => {
    expect(model.byKind.role.map(({ id }) => id)).toEqual(['role:a.x', 'role:a.y']);
  });
});

describe('a term of the model', () => {
  it('stands for the standard one, and has from it what it does not say', () => {
    const model = organizationOf(
      'region emea  external office  regulation gdpr in emea { covered by office }',
    );
    const gdpr = findAs(model, 'regulation:gdpr', 'regulation');
    expect(gdpr?.standard).toBe(false);
    expect(gdpr?.coveredBy.map(({ id }) => id)).toEqual(['external:office']);
    expect(gdpr?.title).toMatch(/GDPR|General Data Protection/);
    expect(gdpr?.description).toBeTruthy();
    expect(model.byKind.regulation.filter(({ name }) => name === 'gdpr')).toHaveLength(1);
  });
});

describe('dotted lines', () => {
  it('have an identity of their ends, numbered where alike', () => {
    const model = organizationOf({
      'a.mktorg': 'team a { role x { ..> y "one" } }\nrole y\nx ..> y',
      'b.mktorg': 'y ..> x "back"\na.x ..> y',
    });
    expect(model.byKind['dotted-line'].map(({ id, parent }) => [id, parent])).toEqual([
      ['dotted-line:a.x..>y', 'role:a.x'],
      ['dotted-line:a.x..>y#2', undefined],
      ['dotted-line:y..>a.x', undefined],
      ['dotted-line:a.x..>y#3', undefined],
    ]);
  });
  it('need both ends', () => {
    const model = organizationOf('role x { ..> nobody "purpose" }');
    expect(model.byKind['dotted-line']).toEqual([]);
    expect(problemsOf(model)).toEqual(['unresolved-name 1:14']);
  });
});

describe('the name of an organisation', () => {
  it.each([
    ['organization x "Larkhaven Hotels"', 'Larkhaven Hotels'],
    ['organization x', 'x'],
    ['team a', 'acme'],
  ])('%s', (source, name) => {
    expect(organizationOf(source).name).toBe(name);
  });
});

describe('a header with a dot', () => {
  const files = {
    'a.mktorg': 'team marketing.brand { role bd  team studio }',
    'b.mktorg': 'team marketing { role cmo }\nteam marketing.brand.studio.motion',
  };
  const model = organizationOf(files);

  it('puts what it declares inside what it names, in any file', () => {
    const parents = model.byKind.team.map(({ path, parent }) => `${path} < ${parent}`);
    expect(parents).toEqual([
      'marketing.brand < team:marketing',
      'marketing.brand.studio < team:marketing.brand',
      'marketing < undefined',
      'marketing.brand.studio.motion < team:marketing.brand.studio',
    ]);
    expect(childrenOf(model, 'team:marketing').map(({ id }) => id)).toEqual([
      'team:marketing.brand',
      'role:marketing.cmo',
    ]);
  });

  it('mentions what it names', () => {
    const fields = mentionsOf(model, 'team:marketing').map(({ from, field }) => `${from} ${field}`);
    expect(fields).toEqual(['team:marketing.brand inside']);
  });

  it.each([
    ['nothing of that name', 'team nope.x', ['unresolved-name 1:6']],
    ['a path that is not whole', 'team a { team b }\nteam b.c', ['unresolved-name 2:6 → a.b']],
    ['another kind', 'region a\nteam a.b', ['wrong-kind 2:6']],
  ])('is refused: %s', (_, source, expected) => {
    expect(problemsOf(organizationOf(source))).toEqual(expected);
  });
});
