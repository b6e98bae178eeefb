import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFragment, tokenize } from '../parse.ts';
import { shippedTexts } from '../testing/examples.ts';

/** What is declared, each with what is said of it, and what is wrong. */
function readFrom(text: string): { readonly says: readonly string[]; readonly problems: readonly string[] } {
  const { declarations, problems } = parseFragment(text, 'file:///t.mktorg');
  return {
    says: declarations.map(({ kind, name, parent, term, scope, facts, title, line }) => {
      const around = declarations[parent];
      return [
        kind,
        `${around ? `${around.name}.` : ''}${name}${line ? `..>${line.to.name}` : ''}`,
        title && `"${title}"`,
        term && `is ${term.name}`,
        scope.length > 0 && `in ${scope.map((ref) => ref.name).join('+')}`,
        facts.length > 0 && `{${facts.map(({ property }) => property.keyword).join(' ')}}`,
      ]
        .filter(Boolean)
        .join(' ');
    }),
    problems: problems.map(
      ({ at, message, data }) =>
        `${at.line + 1}:${at.column + 1} ${message}${data?.replacements.length ? ` → ${data.replacements.join(' | ')}` : ''}`,
    ),
  };
}

const braces = (kind: string, said: string) =>
  `What is said of ${kind} stands in its braces: \`{ ${said} }\`.`;

describe('a header with something in it that cannot stand there', () => {
  it.each([
    [
      'a term of several words',
      'platform h "H" is marketing automation {\n  owner a\n}\nteam a',
      ['platform h "H" is marketing-automation {owner}', 'team a'],
      ['1:19 A name of several words is written with `-`: `marketing-automation`. → marketing-automation'],
    ],
    [
      'a term of several words, one of them a keyword',
      'platform h "H" is customer data platform { owner a }',
      ['platform h "H" is customer-data-platform {owner}'],
      [
        '1:19 A name of several words is written with `-`: `customer-data-platform`. → customer-data-platform',
      ],
    ],
    [
      'a name of several words',
      'team brand studio "Studio" {\n  role x\n}',
      ['team brand-studio "Studio"', 'role brand-studio.x'],
      ['1:6 A name of several words is written with `-`: `brand-studio`. → brand-studio'],
    ],
    [
      'where a plan leads to',
      'plan p "P" from central to hybrid {\n  phase one\n}',
      ['plan p "P" {from}', 'phase p.one'],
      [`1:12 ${braces('a plan', 'from central to hybrid')}`],
    ],
    [
      'a statement before the braces',
      'team a "A" lead x {\n  role x\n}',
      ['team a "A" {lead}', 'role a.x'],
      [`1:12 ${braces('a team', 'lead x')}`],
    ],
    [
      'two titles',
      'team a "A" "B" {\n  lead x\n}',
      ['team a "A" {lead}'],
      [
        '1:12 `"B"` cannot stand in this header. A title is one text in quotes, and what else there is to say stands in the braces.',
      ],
    ],
    [
      'parts in another order',
      'team a is events "A" {\n  lead x\n}',
      ['team a "A" is events {lead}'],
      [
        '1:8 A header says in this order: its kind, a name, a title, `is …`, `as …`, `in …`, `from … to … by …`. → a "A" is events',
      ],
    ],
    [
      'two regions without a comma',
      'team a in emea apac {\n  lead x\n}\nregion emea\nregion apac',
      ['team a in emea+apac {lead}', 'region emea', 'region apac'],
      ['1:11 Several names have a `,` between them: `emea, apac`. → emea, apac'],
    ],
    [
      'what is in order, beside what is not',
      'team a { role x role y { seats 2 } }\nteam b b {\n}',
      ['team a', 'role a.x', 'role a.y {seats}', 'team b-b'],
      ['2:6 A name of several words is written with `-`: `b-b`. → b-b'],
    ],
  ])('%s', (_, text, says, problems) => {
    expect(readFrom(text)).toEqual({ says, problems });
  });
});

describe('a statement without braces', () => {
  it.each([
    [
      'behind a header at the top',
      'role x "X" held by "Y"\nrole z',
      ['role x "X" {held by}', 'role z'],
      [`1:12 ${braces('a role', 'held by "Y"')} → { held by "Y" }`],
    ],
    [
      'several, where the first could be said of what is around it',
      'team t {\n  role x "X" reports to y held by "Y"\n  lead x\n}',
      ['team t {lead}', 'role t.x "X" {reports to held by}'],
      [`2:14 ${braces('a role', 'reports to y held by "Y"')} → { reports to y held by "Y" }`],
    ],
    [
      'a dotted line',
      'role x "X" ..> y "help"',
      ['role x "X"', 'dotted-line x...>y'],
      [`1:12 ${braces('a role', '..> y "help"')} → { ..> y "help" }`],
    ],
    [
      'in a body on one line, which says it of what is around',
      'team t { role x lead x }',
      ['team t {lead}', 'role t.x'],
      [],
    ],
    ['that only what is around can say', 'team t {\n  role x lead x\n}', ['team t {lead}', 'role t.x'], []],
  ])('%s', (_, text, says, problems) => {
    expect(readFrom(text)).toEqual({ says, problems });
  });
});

describe('names of several words', () => {
  it.each([
    ['owner marketing operations', 'A name of several words is written with `-`: `marketing-operations`.'],
    ['owner brand lead', 'A name of several words is written with `-`: `brand-lead`.'],
    ['used by a b', 'Several names have a `,` between them: `a, b`.'],
    ['used by sales, marketing team', 'A name of several words is written with `-`: `marketing-team`.'],
  ])('%s', (statement, message) => {
    const text = `platform p {\n  ${statement}\n  status live\n}\nteam a\nteam b`;
    const { says, problems } = readFrom(text);
    expect(says).toHaveLength(3);
    expect(says[0]).toContain('status');
    expect(problems.map((problem) => problem.replace(/^\S+ | →.*$/g, ''))).toEqual([message]);
  });

  it('but not in rules, where severities stand behind rules', () => {
    const rules = 'rules {\n  platform/owner off { max few }\n}\n';
    expect(readFrom(`${rules}owner`).problems.join()).not.toContain('several words');
  });
});

describe('a header without its kind', () => {
  it.each([
    [
      'that what it says gives away',
      'northlight "Northlight" {\n  delivers x\n  workflow owner y\n}\nteam b',
      ['partner northlight "Northlight" {delivers workflow owner}', 'team b'],
      [
        '1:1 An element starts with its kind, which is missing before `northlight`: `partner northlight`. → partner northlight',
      ],
    ],
    [
      'among others of a kind',
      'region emea "EMEA"\napac "Asia Pacific"\nregion us',
      ['region emea "EMEA"', 'region apac "Asia Pacific"', 'region us'],
      ['2:1 An element starts with its kind, which is missing before `apac`: `region apac`. → region apac'],
    ],
    [
      'of the organization',
      'acme "Acme" {\n  motion self-serve\n}\nteam b',
      ['organization acme "Acme" {motion}', 'team b'],
      [
        '1:1 An element starts with its kind, which is missing before `acme`: `organization acme`. → organization acme',
      ],
    ],
    [
      'in a phase',
      'plan p {\n  phase q {\n    team x "X" {\n      lead y\n    }\n  }\n}',
      ['plan p', 'phase p.q', 'team q.x "X" {lead}'],
      ['3:5 A phase says what it does with what there is: what it brings stands behind `add`. → add team'],
    ],
  ])('%s', (_, text, says, problems) => {
    expect(readFrom(text)).toEqual({ says, problems });
  });
});

describe('a keyword that says nothing yet', () => {
  it.each([
    [
      'budget',
      'What `budget` says is missing. Write `budget 1.2M EUR per year` or `budget owner demand-gen`.',
    ],
    [
      'budget EUR per year',
      'What `budget` says is missing. Write `budget 1.2M EUR per year` or `budget owner demand-gen`.',
    ],
    [
      'informed',
      'What `informed` says is missing. Write `informed of pricing` or `informed "monthly demo"`.',
    ],
  ])('%s', (statement, message) => {
    const { says, problems } = readFrom(`partner p {\n  ${statement}\n  serves a\n}\nteam b`);
    expect(says).toEqual(['partner p {serves}', 'team b']);
    expect(problems).toEqual([`2:3 ${message}`]);
  });
});

describe('a range with one end', () => {
  it.each(['from 2027-01', 'to 2027-01', 'from to 2027-01', 'from 2027-01 2027-06'])('%s', (range) => {
    const { says, problems } = readFrom(`plan p {\n  phase q ${range} {\n    cost 1 EUR\n  }\n}`);
    expect(says).toEqual(['plan p', 'phase p.q {cost}']);
    expect(problems.map((problem) => problem.replace(/^\S+ | →.*$/g, ''))).toEqual([
      'A range says both of its ends: `from … to …`.',
    ]);
  });
});

describe('a missing quote', () => {
  it.each([
    [
      'at the end of a title',
      'team a "A {\n  lead x\n}\nteam b',
      ['team a "A" {lead}', 'team b'],
      ['1:8 This text has no closing quote. A text ends on the line where it starts.'],
    ],
    [
      'at the start of a title',
      'team a The team" {\n  lead x\n}\nteam b',
      ['team a "The team" {lead}', 'team b'],
      ['1:8 This text has no opening quote. → "The team"'],
    ],
    [
      'before the end of a body',
      'role x { held by "Y }\nteam b',
      ['role x {held by}', 'team b'],
      ['1:18 This text has no closing quote. A text ends on the line where it starts.'],
    ],
  ])('%s', (_, text, says, problems) => {
    expect(readFrom(text)).toEqual({ says, problems });
  });
});

describe('a missing brace', () => {
  const neverClosed = (line?: number) =>
    `This \`{\` is never closed: its \`}\` is missing${line === undefined ? '.' : `, by the indentation behind line ${line}.`}`;

  it.each([
    [
      'of an element before another',
      'team a {\n  role x\nteam b {\n  role y\n}\n',
      ['team a', 'role a.x', 'team b', 'role b.y'],
      [`1:8 ${neverClosed(2)}`],
    ],
    [
      'of an element inside, before what goes on around it',
      'team a {\n  role x {\n    seats 2\n  lead x\n}\nteam b',
      ['team a {lead}', 'role a.x {seats}', 'team b'],
      [`2:10 ${neverClosed(3)}`],
    ],
    [
      'of an element inside, before the brace of what is around it',
      'team a {\n  role x {\n    seats 2\n}\nteam b',
      ['team a', 'role a.x {seats}', 'team b'],
      [`2:10 ${neverClosed(3)}`],
    ],
    [
      'of an element with nothing in it yet',
      'team a {\nteam b {\n  role y\n}',
      ['team a', 'team b', 'role b.y'],
      [`1:8 ${neverClosed(1)}`],
    ],
    [
      'on one line',
      'team a {\n  role x { seats 2\n  role y\n}',
      ['team a', 'role a.x {seats}', 'role a.y'],
      [`2:10 ${neverClosed(2)}`],
    ],
    [
      'of two elements',
      'team a {\n  role x {\n    seats 2\n  role y\nteam b',
      ['team a', 'role a.x {seats}', 'role a.y', 'team b'],
      [`1:8 ${neverClosed(4)}`, `2:10 ${neverClosed(3)}`],
    ],
    [
      'in a text without indentation',
      'team a {\nlead x\nrole x {\nseats 2\n}\nrole y',
      ['team a {lead}', 'role a.x {seats}', 'role a.y'],
      [`1:8 ${neverClosed()}`],
    ],
    [
      'of rules',
      'rules {\n  platform/owner off\nteam a {\n  role x\n}',
      ['team a', 'role a.x'],
      [`1:7 ${neverClosed(2)}`],
    ],
    [
      'that opens',
      'team a\n  lead x\n  role x {\n    seats 2\n  }\n}\nteam b',
      ['team a {lead}', 'role a.x {seats}', 'team b'],
      ['1:6 What is said of an element stands in braces, and here their `{` is missing: `team a {`. → a {'],
    ],
    [
      'that opens on the line, of what a phase adds and changes',
      'plan p {\n  phase q {\n    add role y "Y" to a level senior }\n    change x ..> y "mail" }\n    change w is v -interim }\n    remove z\n  }\n}\nteam b',
      ['plan p', 'phase p.q', 'role q.y "Y" {level}', 'dotted-line q...>y', 'team b'],
      [
        '3:23 What is said of an element stands in braces, and here their `{` is missing: `add role y "Y" to a {`. → a {',
        '4:12 What is said of an element stands in braces, and here their `{` is missing: `change x {`. → x {',
        '5:17 What is said of an element stands in braces, and here their `{` is missing: `change w is v {`. → v {',
      ],
    ],
    [
      'that opens, in a change with a title and without its word',
      'plan p {\n  phase q {\n    x.y "Y" {\n      lead z\n    }\n    remove a\n  }\n}\nteam b',
      ['plan p', 'phase p.q', 'team b'],
      ['3:5 What a phase says anew of an element stands behind `change`. → change x'],
    ],
    [
      'that closes, twice',
      'team a {\n  role x {\n    seats 2\n  }\n  }\n  lead x\n}\nteam b',
      ['team a {lead}', 'role a.x {seats}', 'team b'],
      ['5:3 This `}` closes nothing: no `{` is open here.'],
    ],
  ])('%s', (_, text, says, problems) => {
    expect(readFrom(text)).toEqual({ says, problems });
  });
});

describe('a text with too much wrong in it for one run of the parser', () => {
  it.each([
    ['that nests too deep', 'team a {\n'.repeat(2000)],
    ['that is no model at all', 'anna "Anna Lind", x y z\n'.repeat(2000)],
    ['in which every header is wrong', 'team t a b is c d {}\n'.repeat(2000)],
    ['in which every line is half typed', 'a ..>\n'.repeat(4000)],
  ])('is told as such: %s', (_, text) => {
    const { declarations, problems } = parseFragment(`team first\n${text}`, 'file:///t.mktorg');
    expect(declarations[0]?.name).toBe('first');
    expect(problems.length).toBeGreaterThan(1000);
  });

  it('tells a thousand places, how many more there are, and keeps what it can read', () => {
    const text = `team first\n${'anna,"Anna Lind",x\n'.repeat(1500)}team last { lead anna }`;
    const { declarations, problems } = parseFragment(text, 'file:///t.mktorg');
    expect(declarations.map(({ name }) => name)).toEqual(['first', 'last']);
    expect(problems).toHaveLength(1001);
    expect(problems.find(({ message }) => message.startsWith('Too much'))).toMatchObject({
      at: { line: 1001, column: 0 },
      message:
        'Too much of this text cannot be read. 500 more lines, from this one on, were passed over, because they begin with no kind of element.',
    });
  });
});

/** Every element by its path and the lines of the element at the top that it stands in. */
function outline(
  text: string,
): readonly { readonly path: string; readonly from: number; readonly to: number }[] {
  const { declarations } = parseFragment(text, 'file:///t.mktorg');
  const known: { path: string; from: number; to: number }[] = [];
  for (const { kind, name, parent, at, line } of declarations) {
    const around = known[parent];
    const own = `${kind}:${name}${line ? `${line.from?.name ?? ''}..>${line.to.name}` : ''}`;
    known.push({
      path: around ? `${around.path}/${own}` : own,
      from: around?.from ?? at.line,
      to: around?.to ?? at.endLine,
    });
  }
  return known;
}

describe('a word, sign or quote less', () => {
  const texts = shippedTexts().filter(({ file }) => file.startsWith('examples/'));
  const pieces = texts.map(({ text }) => ({
    text,
    whole: outline(text),
    cuts: [
      ...tokenize(text).tokens.map(({ startOffset, image }) => [startOffset, image.length] as const),
      ...[...text.matchAll(/["{}]/g)].map(({ index }) => [index, 1] as const),
    ],
  }));
  const broken = fc
    .constantFrom(...pieces.filter(({ cuts }) => cuts.length > 0))
    .chain((piece) => fc.record({ piece: fc.constant(piece), cut: fc.constantFrom(...piece.cuts) }));

  it('leaves everything beside its element at the top as it was, and is told', () => {
    fc.assert(
      fc.property(broken, ({ piece: { text, whole }, cut: [start, length] }) => {
        const line = text.slice(0, start).split('\n').length - 1;
        const left = text.slice(0, start) + text.slice(start + length);
        const paths = new Set(outline(left).map(({ path }) => path));
        const lost = whole.filter(({ path, from, to }) => (line < from || line > to) && !paths.has(path));
        expect(lost).toEqual([]);
        expect(readFrom(left).problems.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 1000 },
    );
  });
});
