import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterPhases, diff, match, type OrgModel } from '@mktorg/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DifferenceOptions, drawDifference } from './difference.ts';
import { overlap } from './layout/rect.ts';
import { glyphs, markInWords } from './mark.ts';
import { toMermaid } from './output/mermaid.ts';
import { toSvg } from './output/svg.ts';
import { toText } from './output/text.ts';
import type { Scene, SceneNode } from './scene.ts';
import { examples, organizationIn, organizationOf } from './testing/organization.ts';
import { randomOrganization } from './testing/random-organization.ts';
import { cleanData } from './text/clean.ts';

function between(a: OrgModel, b: OrgModel, options: DifferenceOptions = {}): Scene {
  const matching = match(a, b);
  return drawDifference(a, b, matching, diff(a, b, matching), options);
}

/** Marks of nodes and of lines, in words: `+ title (text)`. */
function said(scene: Scene): readonly string[] {
  const names = new Map(scene.nodes.map(({ id, title }) => [id, title]));
  return [
    ...scene.nodes.flatMap(({ mark, title, states }) => {
      if (!mark) return [];
      const ghost = states.includes('gone') ? ' [gone]' : states.includes('former') ? ' [former]' : '';
      return [`${glyphs[mark.type]} ${title}${mark.text === '' ? '' : ` (${mark.text})`}${ghost}`];
    }),
    ...scene.edges.flatMap(({ mark, kind, stray, from, to }) =>
      mark && (kind === 'dotted' || stray)
        ? [`${glyphs[mark.type]} ${names.get(from)} ${stray ? '-->' : '..>'} ${names.get(to)}`]
        : [],
    ),
  ];
}

const team = 'team a "A" { lead head role head "Head" role x "X" { level senior } role y "Y" }';
const interim = (said: string): string => `role b "B" { held by "P2" ${said} }`;
const cases: readonly (readonly [what: string, before: string, after: string, marks: readonly string[]])[] = [
  ['nothing', team, team, []],
  ['a role that comes', team, team.replace('role y', 'role z "Z" role y'), ['+ Z']],
  ['a role that goes', team, team.replace('role y "Y"', ''), ['− Y [gone]']],
  [
    'a role that moves',
    `${team} team b "B" { lead boss role boss "Boss" }`,
    `${team.replace(' role y "Y"', '')} team b "B" { lead boss role boss "Boss" role y "Y" }`,
    ['→ Y (to B) [former]', '→ Y (from A)'],
  ],
  ['a level', team, team.replace('senior', 'director'), ['~ X (level: Senior → Director)']],
  ['seats', team, team.replace('level senior', 'level senior seats 3'), ['~ X (seats: 3)']],
  ['an interim that comes', interim(''), interim('interim'), ['~ B (now interim)']],
  ['an interim that ends', interim('interim'), interim(''), ['~ B (no longer interim)']],
  [
    'an interim that comes with a date',
    interim(''),
    interim('interim until 2027-01-01'),
    ['~ B (interim: until 2027-01-01)'],
  ],
  [
    'a dated interim that ends',
    interim('interim until 2027-01-01'),
    interim(''),
    ['~ B (no longer interim)'],
  ],
  [
    'an interim that is given a date',
    interim('interim'),
    interim('interim until 2027-01-01'),
    ['~ B (interim: until 2027-01-01)'],
  ],
  [
    'an interim without its date',
    interim('interim until 2027-01-01'),
    interim('interim'),
    ['~ B (interim: no longer until 2027-01-01)'],
  ],
  [
    'an interim that lasts',
    interim('interim until 2027-01-01'),
    interim('interim until 2027-06-01'),
    ['~ B (interim: until 2027-01-01 → until 2027-06-01)'],
  ],
  ['a title', team, team.replace('"X"', '"X two"'), ['~ X two (was “X”)']],
  [
    'another manager in the same team',
    `${team} external sales "Sales"`,
    `${team.replace('role y "Y"', 'role y "Y" { reports to x }')} external sales "Sales"`,
    ['~ Y (reports to: X)', '− Y --> Head'],
  ],
  [
    'a line that leads elsewhere',
    team.replace('role y "Y"', 'role y "Y" { reports to x }'),
    team.replace('role y "Y"', 'role y "Y" { reports to head }'),
    ['~ Y (reports to: X → Head)', '− Y --> X'],
  ],
  ['a dotted line that comes', team, `${team} x ..> y "help"`, ['+ X ..> Y']],
  ['a dotted line that goes', `${team} x ..> y "help"`, team, ['− X ..> Y']],
  [
    'a dotted line that ends elsewhere',
    `${team} x ..> y "help"`,
    `${team} x ..> head "help"`,
    ['→ X ..> Head', '− X ..> Y'],
  ],
  [
    'a dotted line to an external that is gone',
    `external it "IT" ${team} x ..> it "help"`,
    team,
    ['− IT [gone]', '− X ..> IT'],
  ],
  [
    'a team that is merged into another',
    `${team} team b "B" { role p "P" role q "Q" }`,
    team.replace('role y "Y"', 'role y "Y" role p "P"'),
    ['→ P (from B)', '− B [gone]', '→ P (to A) [former]', '− Q [gone]'],
  ],
  [
    'a platform of another owner',
    `${team} team b "B" { lead boss role boss "Boss" } platform p "P" { owner a }`,
    `${team} team b "B" { lead boss role boss "Boss" } platform p "P" { owner b }`,
    ['→ P (to B) [former]', '→ P (from A)'],
  ],
];

describe('a difference', () => {
  it.each(cases)('marks %s', (_, before, after, marks) => {
    expect(said(between(organizationOf(before), organizationOf(after)))).toEqual(marks);
    expect(said(between(organizationOf(before), organizationOf(after), { focus: true }))).toEqual(marks);
  });
});

const crm = 'team a "A" team b "B" region emea "EMEA" platform crm "CRM" is crm { owner a used by a }';
const mail = 'platform mail "Mail" is email { owner a used by a }';
const stacks: readonly (readonly [what: string, before: string, after: string, marks: readonly string[]])[] =
  [
    ['nothing', `${crm} ${mail}`, `${mail} ${crm}`, []],
    ['a platform that comes', crm, `${crm} ${mail}`, ['+ Mail']],
    ['a platform that goes', `${crm} ${mail}`, crm, ['− Mail [gone]']],
    ['another owner', crm, crm.replace('owner a', 'owner b'), ['~ CRM (owner: A → B)']],
    ['more users', crm, crm.replace('used by a', 'used by a, b'), ['~ CRM (used by: + B)']],
    [
      'another category',
      crm,
      crm.replace('is crm', 'is email'),
      ['→ CRM (is: Customer relationship management → Email)', '→ CRM (to Email) [former]'],
    ],
    [
      'another scope',
      crm,
      crm.replace('is crm', 'is crm in emea'),
      ['→ CRM (to EMEA) [former]', '→ CRM (for: + EMEA)'],
    ],
    [
      'an integration that comes, and one that goes with a platform',
      `${crm} ${mail.replace('owner', 'integrates crm owner')}`,
      `${crm.replace('owner', 'integrates web owner')} platform web "Web" is cms { owner a used by a }`,
      ['+ Web', '− Mail [gone]', '~ CRM (integrates: + Web)', '+ CRM <> Web', '− Mail <> CRM'],
    ],
    [
      'personal data',
      crm,
      crm.replace('owner a', 'personal data owner a'),
      ['~ CRM (now with personal data)'],
    ],
    [
      'personal data that go',
      crm.replace('owner a', 'personal data under gdpr owner a'),
      crm,
      ['~ CRM (no longer with personal data)'],
    ],
    [
      'a regulation of personal data',
      crm.replace('owner a', 'personal data owner a'),
      crm.replace('owner a', 'personal data under gdpr owner a'),
      ['~ CRM (personal data: under GDPR)'],
    ],
    [
      'an AI in a platform',
      crm,
      crm.replace('owner a', 'owner a ai scores "Scores"'),
      ['~ CRM (AI: + Scores)'],
    ],
  ];

/** Marks of platforms and of what they exchange. */
function saidOfStack(scene: Scene): readonly string[] {
  const names = new Map(scene.nodes.map(({ id, title }) => [id, title]));
  const lines = scene.edges.flatMap(({ mark, from, to }) =>
    mark ? [`${glyphs[mark.type]} ${names.get(from)} <> ${names.get(to)}`] : [],
  );
  return [...said(scene), ...lines];
}

describe('a difference of platforms in layers', () => {
  it.each(stacks)('marks %s', (_, before, after, marks) => {
    const [a, b] = [organizationOf(before), organizationOf(after)];
    for (const focus of [false, true])
      expect(saidOfStack(between(a, b, { lens: 'stack', focus })).toSorted()).toEqual(marks.toSorted());
  });

  it('says what it does not show, and leaves out what stays as it was where that is asked for', () => {
    const before = `${crm} ${mail} ${mail.replace('mail "Mail"', 'mail-2 "Mail two"')}`;
    const after = before.replace('"Mail two"', '"Mails"').replace('team b "B"', '');
    const scene = between(organizationOf(before), organizationOf(after), { lens: 'stack', focus: true });
    expect(scene.subtitle).toContain('~ 1 changed');
    expect(scene.notes).toEqual([
      'Changes that this chart does not show: 1 team',
      '1 platform as before not drawn',
    ]);
    expect(scene.nodes.filter(({ shape }) => shape === 'more').map(({ title }) => title)).toEqual([
      '1 platform as before',
    ]);
  });
});

it.each([
  ['step one "One" by x', 'step two "Two" by y', 'process p "P" {', '1 process'],
  ['phase one "One" { note "x" }', 'phase two "Two" { note "y" }', 'plan p "P" {', '1 plan'],
])('counts what stands in another order among what it does not show: %s', (one, two, around, said) => {
  const text = (first: string, second: string): string => `${team} ${around} ${first} ${second} }`;
  const scene = between(organizationOf(text(one, two)), organizationOf(text(two, one)), { focus: true });
  expect(scene.notes).toContain(`Changes that this chart does not show: ${said}`);
});

it('keeps what lines lead to, although nothing happens to it', () => {
  const before = `${team} partner p "P" { workflow owner a } partner q "Q" { workflow owner a } x ..> q "weekly"`;
  const after = before.replace('"P" {', '"P" { until 2027-01-01 ');
  const scene = between(organizationOf(before), organizationOf(after));
  expect(said(scene)).toEqual(['~ P (until: 2027-01-01)']);
  expect(scene.edges.flatMap(({ kind, to }) => (kind === 'dotted' ? [to] : []))).toEqual(['partner:q']);
});

const seed = fc.integer({ min: 0, max: 1_000_000 });
const size = fc.integer({ min: 1, max: 40 });
const options: fc.Arbitrary<DifferenceOptions> = fc.record(
  {
    focus: fc.boolean(),
    lens: fc.constantFrom('reporting', 'stack'),
    of: fc.constantFrom('team:t0', 'role:r1', 'region:emea'),
    depth: fc.integer({ min: 0, max: 3 }),
    redactPeople: fc.boolean(),
    show: fc.record({ platforms: fc.boolean(), governance: fc.boolean() }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

/** Between organizations that share names and little else, so that everything moves. */
function always(check: (scene: Scene, chosen: DifferenceOptions) => void, runs = 40): void {
  fc.assert(
    fc.property(seed, seed, size, size, options, (from, to, few, many, chosen) => {
      const [a, b] = [randomOrganization(from, few), randomOrganization(to, many)];
      check(between(organizationOf(a), organizationOf(b), chosen), chosen);
    }),
    { numRuns: runs },
  );
}

/** What is local lies on the ground of its column. */
function isGround({ id }: SceneNode): boolean {
  return id.startsWith('#cell:');
}

describe('a picture of a difference', () => {
  it('keeps boxes apart, or one inside the other, and names each once', () => {
    always((scene) => {
      expect(new Set(scene.nodes.map(({ id }) => id)).size).toBe(scene.nodes.length);
      expect(new Set(scene.edges.map(({ id }) => id)).size).toBe(scene.edges.length);
      const known = new Set(scene.nodes.map(({ id }) => id));
      for (const { from, to } of scene.edges) expect([known.has(from), known.has(to)]).toEqual([true, true]);
      const parents = new Map(scene.nodes.map(({ id, parent }) => [id, parent]));
      const isIn = (inner: SceneNode, outer: SceneNode): boolean => {
        let at: string | undefined = inner.id;
        while (at !== undefined && at !== outer.id) at = parents.get(at);
        return at === outer.id;
      };
      for (const [i, a] of scene.nodes.entries()) {
        for (const b of scene.nodes.slice(i + 1)) {
          if (isIn(a, b) || isIn(b, a) || isGround(a) || isGround(b)) continue;
          expect(overlap(a, b) ? `${a.id} and ${b.id} overlap` : '').toBe('');
        }
      }
    });
  });

  it('tells of every mark in words, and explains it in the legend', () => {
    always((scene) => {
      const used = new Set([...scene.nodes, ...scene.edges].flatMap(({ mark }) => mark?.type ?? []));
      const explained = scene.legend.entries.flatMap(({ sample }) =>
        sample.type === 'mark' ? [sample.mark] : [],
      );
      expect(new Set(explained)).toEqual(used);
      for (const { mark, label, shape } of scene.nodes) {
        if (mark && shape !== 'more')
          expect(label.endsWith(`, ${cleanData(markInWords(mark))}`) ? '' : label).toBe('');
      }
    });
  });

  it('is the same to the byte for the same models, and plain data', () => {
    fc.assert(
      fc.property(seed, seed, options, (from, to, chosen) => {
        const draw = (): Scene =>
          between(
            organizationOf(randomOrganization(from, 25)),
            organizationOf(randomOrganization(to, 25)),
            chosen,
          );
        expect(toSvg(draw())).toBe(toSvg(draw()));
        expect(JSON.parse(JSON.stringify(draw()))).toEqual(draw());
      }),
      { numRuns: 10 },
    );
  });

  it('names nobody when people are redacted', () => {
    always((scene, { redactPeople }) => {
      if (!redactPeople) return;
      for (const name of ['Ayu Lestari', 'نورة القحطاني', '陳柏宇', 'Çelik', 'Trần']) {
        expect(JSON.stringify(scene)).not.toContain(name);
      }
    });
  });
});

describe('a small change to a large organization', () => {
  const many = Array.from(
    { length: 40 },
    (_, i) => `team t${i} "Team ${i}" { lead l role l role a role b role c }`,
  );
  const before = organizationOf(`team all "All" { lead boss role boss ${many.join(' ')} }`);
  const after = organizationOf(
    `team all "All" { lead boss role boss ${many.join(' ').replace('role a role b', 'role b role n "New"')} }`,
  );

  it('is a small picture in focus', () => {
    const scene = between(before, after, { focus: true });
    expect(scene.nodes.map(({ title }) => title)).toEqual([
      'All',
      'boss',
      'Team 0',
      'l',
      'New',
      'a',
      '+ 2 seats, as before',
      '+ 156 seats in 39 teams, as before',
    ]);
  });

  it('says what happens in teams that are closed', () => {
    const scene = between(before, after, { depth: 1 });
    expect(said(scene)).toEqual(['~ Team 0 (inside: 1 added, 1 removed)']);
  });
});

const folder = path.join(import.meta.dirname, 'testdata');
const orchard = (file: string): OrgModel => organizationOf(readFileSync(path.join(folder, file), 'utf8'));

/** `UPDATE_GOLDEN=1 vitest run packages/chart` writes them anew; look at what changed. */
describe('golden differences', () => {
  const [before, after] = [orchard('orchard.mktorg'), orchard('orchard-after.mktorg')];
  it('are of models without problems', () => expect(after.problems).toEqual([]));
  it.each<[string, DifferenceOptions, (scene: Scene) => string]>([
    ['difference.svg', {}, (scene) => toSvg(scene)],
    ['difference.focus.svg', { focus: true }, (scene) => toSvg(scene, { theme: 'auto' })],
    ['difference.txt', {}, (scene) => toText(scene, { width: 110 })],
    ['difference.redacted.txt', { focus: true, redactPeople: true }, (scene) => toText(scene)],
    ['difference.mmd', { focus: true }, (scene) => toMermaid(scene)],
  ])('%s', (file, chosen, write) => {
    const text = write(between(before, after, chosen));
    if (process.env['UPDATE_GOLDEN']) writeFileSync(path.join(folder, file), text);
    expect(text).toBe(readFileSync(path.join(folder, file), 'utf8'));
  });
});

describe('a phase of a plan', () => {
  it('is drawn as the difference that it makes', () => {
    const model = organizationIn(`${examples}/accidental-operations`);
    const [first] = afterPhases(model, model.byKind.plan[0]?.id ?? '');
    if (!first) throw new Error('No phase.');
    const scene = drawDifference(model, first.model, matchingOf(model, first.ids), first.changes, {
      focus: true,
    });
    expect(said(scene)).toContain('+ Marketing Operations');
  });
});

function matchingOf(before: OrgModel, ids: ReadonlyMap<string, string>) {
  const after = new Map([...ids].filter(([id]) => before.elements.has(id)));
  return { after, before: new Map([...after].map(([id, now]) => [now, id])), inferred: new Map() };
}
