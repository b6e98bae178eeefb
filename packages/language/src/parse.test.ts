import { describe, expect, it } from 'vitest';
import { parseFragment } from './parse.ts';
import { shippedTexts } from './testing/examples.ts';

/** What was declared, `kind:name` each, indented by what it stands in. */
function declared(text: string): string {
  const { declarations } = parseFragment(text, 'file:///t.mktorg');
  const depth = (index: number): number => (index < 0 ? 0 : 1 + depth(declarations[index]?.parent ?? -1));
  return declarations.map((d) => `${'.'.repeat(depth(d.parent))}${d.kind}:${d.name}`).join(' ');
}

function problems(text: string): string[] {
  return parseFragment(text, 'file:///t.mktorg').problems.map(
    (p) =>
      `${p.at.line + 1}:${p.at.column + 1} ${p.message}${p.data?.replacements.length ? ` → ${p.data.replacements.join(', ')}` : ''}`,
  );
}

function facts(text: string): string[] {
  return parseFragment(text, 'file:///t.mktorg').declarations.flatMap((d) =>
    d.facts.map((f) => {
      const value =
        'ref' in f && f.ref
          ? f.ref.name
          : 'value' in f
            ? JSON.stringify(f.value, (k, v) => (k === 'at' ? undefined : v))
            : '';
      return `${d.name}.${f.property.field} ${value}`.trim();
    }),
  );
}

describe('what ships', () => {
  it.each(shippedTexts())('$file has no problem of its own', ({ text }) => {
    expect(problems(text)).toEqual([]);
  });
});

describe('soft keywords', () => {
  it.each([
    ['kinds as names', 'team content { lead role.lead\n  role lead "Lead" }', 'team:content .role:lead'],
    ['a keyword after `owner`', 'platform x { owner process }', 'platform:x'],
    ['a keyword after `members`', 'committee x { members lead at 20%, team }', 'committee:x'],
    [
      'a list that goes on with a keyword',
      'platform x { integrates crm,\n  core,\n  plan\n  status live }',
      'platform:x',
    ],
    [
      'a dotted line to a keyword, in a body',
      'team a { ..> lead "x" }\nteam b {\n  ..> team "y"\n}',
      'team:a .dotted-line: team:b .dotted-line:',
    ],
    ['a dotted line from a keyword', 'role ..> team "x"', 'dotted-line:'],
    [
      'names in every script',
      'team 市場部 "市場" { lead 總監\n role 總監 "總監" }\nrole مدير "مدير"\nrole กลยุทธ์',
      'team:市場部 .role:總監 role:مدير role:กลยุทธ์',
    ],
    [
      '`level` in a role and at the top',
      'level chief { rank 9 }\nrole x { level chief }',
      'level:chief role:x',
    ],
    [
      'a keyword within a rule id',
      'rules { platform/owner off because "x"  partner/reason info { max 8 } }',
      '',
    ],
    ['a word behind a number', 'partner x { until 2027-06-30\n pixel ..> y "z" }', 'partner:x .dotted-line:'],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual([]);
    expect(declared(text)).toBe(expected);
  });
});

describe('broken text', () => {
  it.each([
    [
      'a statement without its value',
      'team a {\n  lead\n  role cmo { level director }\n}',
      'team:a .role:cmo',
      ['2:3 A name is expected after `lead`, not the keyword `role`.'],
    ],
    [
      'an unknown kind',
      'tema a {\n  role x\n}\nteam b',
      'team:a .role:x team:b',
      ['1:1 `tema` is no keyword. Did you mean `team`? A dotted line would go on with `..>`. → team'],
    ],
    [
      'an unknown statement',
      'team a {\n  ownr b\n  role x\n}',
      'team:a .role:x',
      ['2:3 `ownr` is no keyword. Did you mean `owner`? A dotted line would go on with `..>`. → owner'],
    ],
    [
      'no closing brace',
      'team a {\n  role x\n',
      'team:a .role:x',
      ['1:8 This `{` is never closed: its `}` is missing.'],
    ],
    [
      'one brace too many',
      'team a { role x } }\nteam b',
      'team:a .role:x team:b',
      ['1:19 This `}` closes nothing: no `{` is open here.'],
    ],
    [
      'an element without a name',
      'team {\n role x }',
      'team: .role:x',
      ['1:1 A team needs a name: `team name`.'],
    ],
    [
      'no closing quote',
      'team a "x {\nteam b',
      'team:a team:b',
      [
        '1:8 This text has no closing quote. A text ends on the line where it starts.',
        '1:11 This `{` is never closed: its `}` is missing, by the indentation behind line 1.',
      ],
    ],
    [
      'a name that starts with a digit',
      'role 3pl',
      'role:3pl',
      [
        '1:6 `3pl` is no name. A name starts with a letter and goes on with letters, digits, `-` and `_`: `n-3pl`. → n-3pl',
      ],
    ],
    [
      'full-width punctuation',
      'team a { serves b，c }',
      'team:a',
      ['1:18 `，` is not `,`: the language uses plain signs. → ,'],
    ],
    [
      'money without a currency',
      'platform p { cost 9 per year }',
      'platform:p',
      ['1:19 An amount needs its currency, as a code of three letters: `9 EUR per year`.'],
    ],
    [
      'no date',
      'partner p { until 2027-13 }',
      'partner:p',
      [
        '1:19 `2027-13` is no date. Write a day `2027-03-31`, a month `2027-03`, a quarter `2027-Q1` or a year `2027`.',
      ],
    ],
    [
      'a statement outside of any element',
      'owner x',
      '',
      ['1:1 `owner` says something about an element, and stands inside its braces: `team name { owner … }`.'],
    ],
    [
      'a statement on the wrong kind',
      'person p { owner x }',
      'person:p',
      ['1:12 `owner` does not apply to a person. A person can say: skills, fte, location.'],
    ],
    [
      'an element in the wrong place',
      'team a { platform p }',
      'team:a .platform:p',
      ['1:10 A platform does not stand inside a team, but at the top of a file.'],
    ],
    [
      'a dot in the name of what stands in nothing',
      'platform a.b',
      'platform:b',
      ['1:10 A platform stands inside no other element, so its name has no dot.'],
    ],
    [
      'a dot in a name inside a body',
      'team a { team b.c }',
      'team:a .team:c',
      [
        '1:15 A name with a dot says inside which element this stands, and belongs at the top of a file. Here the text says so already.',
      ],
    ],
    ['an empty file', '', '', []],
  ])('%s', (_, text, expected, messages) => {
    expect(declared(text)).toBe(expected);
    expect(problems(text)).toEqual(messages);
  });
});

describe('facts', () => {
  it.each([
    [
      'role r { seats 3  fte 0.8  level director }',
      ['r.seats {"value":3}', 'r.fte {"value":0.8}', 'r.level director'],
    ],
    [
      'platform p { cost 1.2M EUR per quarter  renews 2027-Q1 }',
      [
        'p.cost {"amount":1200000,"currency":"EUR","per":"quarter"}',
        'p.renews {"text":"2027-Q1","from":"2027-01-01","to":"2027-03-31"}',
      ],
    ],
    ['partner p { budget owner x  workflow owner y }', ['p.budgetOwner x', 'p.workflowOwner y']],
    [
      'program p { measure "Stays" from 31% to 36% by 2028-02 }',
      [
        'p.measures {"what":"Stays","from":{"value":31,"unit":"%","text":"31%"},"to":{"value":36,"unit":"%","text":"36%"},"by":{"text":"2028-02","from":"2028-02-01","to":"2028-02-29"}}',
      ],
    ],
    ['role r { note "a \\"b\\"" }', ['r.notes {"value":"a \\"b\\""}']],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual([]);
    expect(facts(text)).toEqual(expected);
  });

  it('takes several options of a rule from one line', () => {
    const { settings } = parseFragment(
      'rules { platform/layer-scope info { lowest 3  highest 0 } }',
      'file:///t',
    );
    expect(settings.map(({ options }) => options)).toEqual([{ lowest: 3, highest: 0 }]);
  });

  it('takes the doc comment as description', () => {
    const [team] = parseFragment(
      '/**\n * Runs the stack.\n * All of it.\n */\nteam a',
      'file:///t',
    ).declarations;
    expect(team?.description).toBe('Runs the stack.\nAll of it.');
  });
});

describe('a sign before what a list gains or loses', () => {
  it.each([
    ['held by +"Nu", -"Yo"', ['+Nu 3:14', '-Yo 3:21']],
    ['held by + nu,\n -\n  yo', ['+nu 3:15', '-yo 5:3']],
    ['used by +a, +b, - c', ['+a 3:14', '+b 3:18', '-c 3:23']],
  ])('%s', (said, expected) => {
    const text = `plan p { phase one {\n change x {\n    ${said} } } }`;
    const { declarations, problems } = parseFragment(text, 'file:///t.mktorg');
    const found = declarations.flatMap(({ changes }) =>
      (changes ?? []).flatMap(({ facts }) =>
        (facts ?? []).map((fact) => {
          const ref = fact.type === 'holder' ? fact.ref : fact.type === 'use' ? fact.by : undefined;
          const name = fact.type === 'holder' ? fact.name : undefined;
          const sign = ref?.sign ?? (fact.type === 'holder' ? fact.sign : undefined);
          const at = ref?.at ?? name?.at;
          return `${sign ?? ''}${ref?.name ?? name?.value} ${(at?.line ?? 0) + 1}:${(at?.column ?? 0) + 1}`;
        }),
      ),
    );
    expect(problems).toEqual([]);
    expect(found).toEqual(expected);
  });

  it.each([
    ['role q { held by +"Nu" }', ['1:18 + → "Nu"']],
    ['role q { held by - nu, "Bo" }', ['1:18 -']],
    ['platform q { used by +a, -b  integrates +c }', ['1:22 + → a', '1:26 -', '1:41 + → c']],
    ['team q { responsible for +seo to +run with -b }', ['1:26 + → seo', '1:34 + → run', '1:44 -']],
    ['team q { members +a at 20% }', ['1:18 + → a']],
    ['plan p { phase one { add team t { serves +a } } }', ['1:42 + → a']],
    ['plan p { phase one { change t { team u { serves +a } } } }', ['1:49 + → a']],
  ])('is none in %s', (text, expected) => {
    const { problems } = parseFragment(text, 'file:///t.mktorg');
    const told = problems.filter(({ message }) =>
      message.includes('in a change that a phase of a plan makes'),
    );
    expect(
      told.map(({ at, message, data }) =>
        [
          `${at.line + 1}:${at.column + 1}`,
          message.charAt(1),
          ...(data?.replacements ?? []).map((r) => `→ ${r}`),
        ].join(' '),
      ),
    ).toEqual(expected);
    expect(problems.length).toBe(told.length + (text.includes('members') ? 1 : 0));
  });

  it.each([
    ['responsible for +seo, -sem', 1],
    ['responsible for +seo to +run', 1],
    ['responsible for seo with -b', 1],
    ['responsible for +seo, +sem with b', 0],
    ['responsible for -seo  responsible for +sem', 0],
    ['used by +a, b', 1],
    ['skills a, -b, +c', 1],
    ['held by +"Nu", "Yo"', 1],
    ['members x, +y at 20%', 1],
    ['used by +a, -b', 0],
    ['lead -a  used by a, b', 0],
  ])('is one for a whole responsibility, and for all of a list: %s', (said, count) => {
    const { problems } = parseFragment(`plan p { phase one { change t { ${said} } } }`, 'file:///t.mktorg');
    expect(problems.map(({ rule }) => rule)).toEqual(Array(count).fill('integrity/misplaced-statement'));
  });
});
