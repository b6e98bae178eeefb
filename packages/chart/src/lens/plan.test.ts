import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../draw.ts';
import { withFindings } from '../findings.ts';
import { overlap, type Rect } from '../layout/rect.ts';
import { glyphs } from '../mark.ts';
import type { ChartOptions } from '../options.ts';
import { toMarkdown } from '../output/markdown.ts';
import { toMermaid } from '../output/mermaid.ts';
import { toSvg } from '../output/svg.ts';
import { toText } from '../output/text.ts';
import { phaseNotes } from '../phase-notes.ts';
import type { Scene, TextLine } from '../scene.ts';
import { organizationOf } from '../testing/organization.ts';

const organization = `
organization o "Org"
team a "A" { lead head role head "Head" { held by "Ayu" } role x "X" role y "Y" }
team b "B" { lead boss role boss "Boss" }
x ..> boss "art"
process path "Path" { step brief by a  step check by b }
platform mail "Mail" { owner a }
platform post "Post"
skill architecture "Architecture"
`;

function planOf(phase: string, rest = ''): Scene {
  return drawChart(
    organizationOf(
      `${organization}\nplan p "Plan" {\n${rest}\nphase one "One" from 2027-01 to 2027-06 {\n${phase}\n}\n}`,
    ),
    { lens: 'plan' },
  );
}

/** The cards of a phase by part: \`part: + title (details)\`. */
function cards(scene: Scene): readonly string[] {
  const byId = new Map(scene.nodes.map((node) => [node.id, node]));
  return scene.nodes.flatMap(({ parent, title, mark, details }) => {
    const part = parent === undefined ? undefined : byId.get(parent);
    if (part?.shape !== 'part') return [];
    const rest = details.length > 0 ? ` (${details.join('; ')})` : '';
    return [`${part.title}: ${mark ? `${glyphs[mark.type]} ` : ''}${title}${rest}`];
  });
}

/** The cards of roles, with what the badge of a pool says: `X ×3`. */
function pools({ nodes }: Scene): readonly string[] {
  return nodes.flatMap(({ id, title, badges }) => {
    if (!/^#(item|told):/.test(id)) return [];
    const counts = badges.flatMap(({ kind, text }) => (kind === 'count' ? [text.text] : []));
    return [[title, ...counts].join(' ')];
  });
}

describe('the plan lens', () => {
  it.each([
    [
      'add team c "C" { role z "Z" { seats 2 } }',
      ['Organization structure: + C', 'Roles and responsibilities: + Z (in C)'],
    ],
    ['add role z "Z" to b', ['Roles and responsibilities: + Z (in B)']],
    ['move x to b', ['Organization structure: → X (from A to B)']],
    ['move b to a', ['Organization structure: → B (to A)']],
    [
      'move path.check to path before brief',
      ['Roles and responsibilities: → Path: check (Step; before brief)'],
    ],
    ['merge b into a', ['Organization structure: → B (merged into A)']],
    ['remove y because "No more letters"', ['Roles and responsibilities: − Y (No more letters)']],
    ['retire post replaced by mail', ['Martech: − Post (retired, replaced by Mail)']],
    ['change mail { owner b  used by +a }', ['Martech: ~ Mail (owner: B; used by: + A)']],
    ['change a { lead x }', ['Organization structure: ~ A (lead: X)']],
    [
      'change a { responsible for pricing }',
      ['Roles and responsibilities: ~ A (responsibility: responsible for Pricing)'],
    ],
    ['source architecture by hire', ['Skills sourcing: + Architecture (Skill; by Hire)']],
    [
      'move x to b\nchange x { reports to boss }',
      ['Organization structure: → X (from A to B; reports to: Boss)'],
    ],
    ['change x { skills architecture }', ['Skills sourcing: ~ X (skills: Architecture)']],
    ['change x { ..> boss "artwork" }', ['Organization structure: ~ X (+ ..> Boss “artwork”)']],
    ['change x "X, anew"', ['Roles and responsibilities: ~ X (title: X, anew)']],
    ['remove x ..> boss', ['Organization structure: − X ..> Boss']],
    ['move x to b\ntold x "1:1, May"', ['Organization structure: → X (from A to B; told: 1:1, May)']],
    ['told x "1:1, May"', ['Roles and responsibilities: X (told: 1:1, May)']],
    [
      'told x "1:1, May"\ntold x "team meeting, June"',
      ['Roles and responsibilities: X (told: 1:1, May; told: team meeting, June)'],
    ],
    [
      'add step sign "Sign off" by b within 2 days approval to path after check',
      ['Roles and responsibilities: + Path: Sign off (Step; after check · by B · within 2 days · approval)'],
    ],
    [
      'add process new "New" { owner a  step one "One" by a  step two "Two" by b }',
      ['Roles and responsibilities: + New (Process; owner A · with 2 steps)'],
    ],
    [
      'add team c "C" { charter { mission "M"  goal g "G" { objective "O" } } }',
      ['Organization structure: + C (with 1 charter, 1 goal, 1 objective)'],
    ],
    ['add charter to b { mission "Be quick" }', ['Roles and responsibilities: + charter (Charter; in B)']],
    ['add goal quick "Be quick" to a', ['Roles and responsibilities: + Be quick (Goal; owner A)']],
    ['add barrier wall "Wall" to p', ['Roles and responsibilities: + Wall (Barrier)']],
    ['add capability new "New one"', ['Roles and responsibilities: + New one (Capability)']],
    ['add category new "New one"', ['Martech: + New one (Category)']],
    ['move x to boss', ['Organization structure: → X (reports to: Boss)']],
    ['move b to head', ['Organization structure: → B (reports to: Head)']],
    ['move mail to b', ['Martech: → Mail (owner: B)']],
    ['change x "One"\nchange x "Two"', ['Roles and responsibilities: ~ X (title: Two)']],
    ['change mail { used by +a }\nchange mail { used by +b }', ['Martech: ~ Mail (used by: + A, + B)']],
    ['change mail { -owner }\nchange mail { owner b }', ['Martech: ~ Mail (owner: B)']],
  ])('shows %s', (phase, expected) => {
    expect(cards(planOf(phase))).toEqual(expected);
  });

  it('says what is true today and after each phase', () => {
    const scene = planOf('add role z "Z" to b\ncost 2.5M EUR per year\nrevenue 30M EUR');
    const said = scene.nodes.flatMap(({ shape, details }) => (shape === 'part' ? [details] : []));
    expect(said).toEqual([
      ['2 teams in 2 layers'],
      ['2 teams in 2 layers'],
      ['4 roles'],
      ['5 roles (+1)'],
      ['2 platforms', '1 without owner'],
      ['2 platforms'],
      [],
      [],
      ['4 seats · 3 vacant'],
      ['5 seats (+1) · 4 vacant (+1)', 'cost 2.5M EUR per year · revenue 30M EUR'],
    ]);
  });

  it.each<[string, boolean, readonly string[]]>([
    ['retire mail', false, []],
    ['remove y', false, ['1 statement names what is gone: Post (used by Y)']],
    [
      'remove b because "No"',
      false,
      ['2 statements name what is gone: Path: check (by B), Post (used by B)'],
    ],
    [
      'remove a because "No"',
      false,
      ['4 statements name what is gone: Post (used by X), Post (used by Y), Path: brief (by A), 1 more'],
    ],
    ['remove bo', false, ['1 statement names what is gone: Boss (held by Bo Ek)']],
    ['remove bo', true, ['1 statement names what is gone']],
  ])('names the statements that name what is gone: %s, redacted: %s', (phase, redactPeople, expected) => {
    const used = organization
      .replace('"Post"', '"Post" { used by x, y, b }')
      .replace('role boss "Boss"', 'role boss "Boss" { held by bo }');
    const text = `${used}\nperson bo "Bo Ek"\nplan p { phase one { ${phase} } }`;
    const scene = drawChart(organizationOf(text), { lens: 'plan', redactPeople });
    const said = scene.nodes.flatMap(({ details }) => details.filter((each) => each.includes('is gone')));
    expect(said).toEqual(expected);
  });

  it('names a statement of an earlier phase that names what is gone', () => {
    const phases = `
      phase found { add team n "N" to a  change mail { owner n } }
      phase undo { remove n because "No" }`;
    const scene = drawChart(organizationOf(`${organization}\nplan p { ${phases} }`), { lens: 'plan' });
    const said = scene.nodes.flatMap(({ details }) => details.filter((each) => each.includes('is gone')));
    expect(said).toEqual(['1 statement names what is gone: Mail (owner N)']);
  });

  it.each<[string, string, readonly string[]]>([
    ['a pool that shrinks to one seat', 'change x { seats 1 }', ['X']],
    ['a pool that grows', 'change x { seats 4 }', ['X ×4']],
    ['a role that becomes a pool', 'change y { seats 2 }', ['Y ×2']],
    ['something else that is said of a pool', 'change x { level senior }', ['X ×3']],
    ['a pool that moves', 'move x to b', ['X ×3']],
    ['a pool that changes where it moves to', 'move x to b  change x { seats 2 }', ['X ×2', 'X ×2']],
    ['a pool that goes', 'remove x because "No"', ['X ×3']],
    ['a pool that is told', 'told x "1:1"', ['X ×3']],
    ['a pool that is merged, and into what', 'merge x into y  change y { level senior }', ['X ×3', 'Y ×4']],
    ['what comes and takes another in', 'add role z "Z" to b  merge y into z', ['Z ×2', 'Y']],
    [
      'what happened in an earlier phase',
      'change x { seats 5 } } phase two { move x to b } phase three { remove x because "No" ',
      ['X ×5', 'X ×5', 'X ×5'],
    ],
  ])('counts the seats after the phase: %s', (_, phase, expected) => {
    const pool = organization.replace('role x "X"', 'role x "X" { seats 3 }');
    const model = organizationOf(`${pool}\nplan p { phase one { ${phase} } }`);
    expect(pools(drawChart(model, { lens: 'plan' })).toSorted()).toEqual(expected.toSorted());
    // Who is told is about people.
    const redacted = drawChart(model, { lens: 'plan', redactPeople: true });
    expect(pools(redacted).toSorted()).toEqual(phase.startsWith('told') ? [] : expected.toSorted());
  });

  it('says what the rules find, if told', () => {
    const model = organizationOf(`${organization} plan p { phase one { remove x } }`);
    const phases = {
      today: 12,
      after: new Map([
        ['phase:p.one', { findings: 9, fresh: 1, resolved: 4, resolvedBy: ['a ×3', 'b', 'c', 'd', 'e'] }],
      ]),
    };
    const text = toText(drawChart(model, { lens: 'plan', phases }), { width: 120 });
    expect(text).toContain('12 findings');
    expect(text).toContain('9 findings (4 resolved, 1 new) · resolves a ×3, b, c, d, 1 more rule');
  });

  it('says on the card of what a phase does only what that phase brings', () => {
    const model = organizationOf(
      `${organization} plan p { phase one { change x { level senior } } phase two { change x { level manager } } }`,
    );
    const found = (rule: string) => ({ rule, severity: 'warning' as const, element: 'role:a.x' });
    const phases = phaseNotes(
      [found('r/today')],
      [
        { phase: { id: 'phase:p.one' }, findings: [], fresh: [], resolved: [found('r/today')] },
        { phase: { id: 'phase:p.two' }, findings: [], fresh: [found('r/new')], resolved: [] },
      ],
    );
    const today = new Map([['role:a.x', { errors: 0, warnings: 3, infos: 0 }]]);
    const scene = withFindings(drawChart(model, { lens: 'plan', phases }), today);
    const told = scene.nodes.flatMap(({ element, phase, findings }) =>
      element === 'role:a.x' ? [[phase, findings?.warnings]] : [],
    );
    expect(told).toEqual([
      ['phase:p.one', undefined],
      ['phase:p.two', 1],
    ]);
  });

  it('says which gaps each phase closes', () => {
    const gaps = drawChart(
      organizationOf(`${organization} plan p {
        phase one { add platform board "Board"  change a { needs architecture }  source architecture by hire }
        phase two { change x { held by "Bo"  skills architecture } }
        phase three { remove x }
      }`),
      { lens: 'plan' },
    ).nodes.flatMap(({ title, details }) => (title === 'Gaps' ? [details] : []));
    expect(gaps).toEqual([
      ['2 missing', 'platform: Board', 'skill: Architecture'],
      ['closes platform: Board', 'to come: Architecture', '1 gap left'],
      ['closes skill: Architecture', 'none left'],
      ['opens skill: Architecture', '1 gap left'],
    ]);
  });

  it('draws phases to scale where they have dates, and those that overlap below each other', () => {
    const [a, b, c] = ['from 2027-01 to 2027-06', 'from 2027-06 to 2027-12', 'from 2028-01 to 2028-03'];
    const scene = drawChart(
      organizationOf(
        `${organization} plan p { phase a ${a} { } phase b ${b} { } phase c ${c} { } phase d { } }`,
      ),
      { lens: 'plan' },
    );
    const spans = scene.nodes.filter(({ shape }) => shape === 'span');
    expect(spans.map(({ title }) => title)).toEqual(['a', 'b', 'c']);
    const [first, second, third] = spans;
    if (!first || !second || !third) throw new Error('three phases have dates');
    expect(second.y).toBeGreaterThan(first.y);
    expect(third.y).toBe(first.y);
    expect(first.width / third.width).toBeCloseTo(181 / 91, 0);
    const lines = scene.nodes.find(({ shape }) => shape === 'axis')?.lines.map(({ text }) => text);
    expect(lines?.[0]).toContain('2027');
  });

  it('draws the plan that is asked for, by itself or by a phase, and names the others', () => {
    const of = (id: string | undefined) =>
      drawChart(model, { lens: 'plan', ...(id !== undefined && { of: id }) });
    expect(of(undefined).title).toBe('From chaos to marketing operations');
    expect(of(undefined).notes.at(-1)).toBe('Not in this chart: plan Another plan (other)');
    expect(of('plan:other').title).toBe('Another plan');
    expect(of('phase:other.only').title).toBe('Another plan');
  });

  it('says that there is no plan', () => {
    const scene = drawChart(organizationOf(organization), { lens: 'plan' });
    expect([scene.title, scene.nodes]).toEqual(['Org', []]);
    expect(scene.subtitle).toMatch(/^There is no plan yet\. /);
    expect(toMermaid(scene)).toContain('flowchart');
    expect(toMarkdown(scene)).toContain('There is no plan yet');
  });

  it('draws phases without dates in their order, as a flowchart in Mermaid', () => {
    const scene = drawChart(
      organizationOf(`${organization} plan p { phase one { remove x } phase two { remove y } }`),
      { lens: 'plan' },
    );
    const heads = scene.nodes.filter(({ shape }) => shape === 'phase');
    expect(heads.map(({ title, details }) => [title, details])).toEqual([
      ['Today', []],
      ['one', ['no dates']],
      ['two', ['no dates']],
    ]);
    expect(toMermaid(scene)).toContain('subgraph n1["one · no dates"]');
  });

  it('says where phases overlap, and where a while passes', () => {
    const [a, b, c] = ['from 2027-01 to 2027-06', 'from 2027-06 to 2027-07', 'from 2027-12 to 2028-02'];
    const scene = drawChart(
      organizationOf(`${organization} plan p { phase a ${a} { } phase b ${b} { } phase c ${c} { } }`),
      { lens: 'plan' },
    );
    expect(scene.nodes.filter(({ shape }) => shape === 'phase').map(({ details }) => details[1])).toEqual([
      undefined,
      undefined,
      'starts before the phase before ends',
      '4 months later',
    ]);
  });

  it('ends a benefit in the phase in which it is to be reached', () => {
    const scene = planOf(
      'remove x',
      'benefit "Early" by 2027-03\nbenefit "Late" by 2029-01\nbenefit "Some day"',
    );
    const phase = scene.nodes.find(({ id }) => id === 'phase:p.one');
    const end = (phase?.x ?? 0) + (phase?.width ?? 0);
    const ends = scene.nodes.flatMap(({ shape, title, x, width }) =>
      shape === 'measure' ? [[title, x + width]] : [],
    );
    expect(ends).toEqual([
      ['Early', end],
      ['Late', end],
      ['Some day', end],
    ]);
  });

  it('names nobody when people are redacted', () => {
    const text = JSON.stringify(drawChart(model, { lens: 'plan', redactPeople: true }));
    for (const word of ['Jo Park', 'Lin Mei', '1:1, January', 'resistant', 'team meeting']) {
      expect(text).not.toContain(word);
    }
  });
});

const folder = path.join(import.meta.dirname, '../testdata');
const model = organizationOf(readFileSync(path.join(folder, 'plan.mktorg'), 'utf8'));

/** Phases of statements that may make no sense. */
const statements = fc.constantFrom(
  'move x to b',
  'remove x',
  'merge a into b',
  'retire mail replaced by post',
  'retire post',
  'add team c "ظ team" to a',
  'add role z "A role with a long title that takes several lines on its card" to c',
  'source architecture by train',
  'change x { level senior  skills architecture }',
  'told nobody "x"',
  'move nobody to nowhere',
  'remove a',
  'cost 3 EUR',
  'add platform q "Q" { owner c }',
  'change post { owner b }',
  'add x ..> head "help"',
);
const plans = fc
  .array(
    fc.record({
      dates: fc.constantFrom('', ' from 2027-01 to 2027-03', ' from 2027-02', ' to 2028'),
      body: fc.array(statements, { maxLength: 9 }),
    }),
    { maxLength: 5 },
  )
  .map((phases) => {
    const written = phases.map(
      ({ dates, body }, i) => `phase p${i} "Phase ${i}"${dates} {\n${body.join('\n')}\n}`,
    );
    return `${organization}\nplan p "Plan" {\nbenefit "B" by 2027-02\nbarrier w "Wall"\n${written.join('\n')}\n}`;
  });

describe('a picture of a plan', () => {
  const always = (check: (scene: Scene) => void): void =>
    fc.assert(
      fc.property(plans, (text) => check(drawChart(organizationOf(text), { lens: 'plan' }))),
      { numRuns: 60 },
    );

  it('keeps cards in their column and row, and apart', () => {
    always((scene) => {
      const byId = new Map(scene.nodes.map((node) => [node.id, node]));
      expect(byId.size).toBe(scene.nodes.length);
      for (const [i, a] of scene.nodes.entries()) {
        const parent = byId.get(a.parent ?? '');
        if (parent) expect(inside(a, parent) ? '' : `${a.id} leaves ${parent.id}`).toBe('');
        const head = byId.get(a.under ?? '');
        if (head) expect([a.x, a.width]).toEqual([head.x, head.width]);
        expect(inside(a, { x: 0, y: 0, width: scene.width, height: scene.height })).toBe(true);
        for (const b of scene.nodes.slice(i + 1)) {
          if (a.parent === b.id || b.parent === a.id) continue;
          expect(overlap(a, b) ? `${a.id} and ${b.id} overlap` : '').toBe('');
        }
      }
    });
  });

  it('keeps texts in their boxes', () => {
    always((scene) => {
      for (const node of scene.nodes) {
        for (const line of node.lines) {
          expect(inside(rectOf(line), node) ? '' : `“${line.text}” leaves ${node.id}`).toBe('');
        }
      }
      const first = scene.nodes.find(({ id }) => id === '#today');
      const labels = scene.heading.filter(({ style, y }) => style === 'team' && y > (first?.y ?? 0));
      const below = Math.max(
        ...scene.nodes.filter(({ shape }) => shape === 'part').map((n) => n.y + n.height),
      );
      for (const line of labels) {
        if (line.y < below) expect(rectOf(line).x + line.width).toBeLessThanOrEqual(first?.x ?? 0);
        else for (const node of scene.nodes) expect(overlap(rectOf(line), node)).toBe(false);
      }
    });
  });

  it('puts phases after each other, from the left', () => {
    always((scene) => {
      const lefts = scene.nodes
        .filter(({ shape }) => shape === 'phase')
        .map(({ x, width }) => [x, x + width]);
      for (const [i, [left = 0]] of lefts.entries()) expect(left).toBeGreaterThan(lefts[i - 1]?.[1] ?? 0);
    });
  });

  it('is written everywhere without an error, and explains its marks', () => {
    always((scene) => {
      for (const write of [toSvg, toText, toMermaid, toMarkdown])
        expect(write(scene).length).toBeGreaterThan(0);
      const used = new Set(scene.nodes.flatMap(({ mark }) => mark?.type ?? []));
      const told = scene.legend.entries.flatMap(({ sample }) =>
        sample.type === 'mark' ? [sample.mark] : [],
      );
      expect(new Set(told)).toEqual(used);
    });
  });
});

/** `UPDATE_GOLDEN=1 vitest run packages/chart` writes them anew; look at what changed. */
describe('golden plans', () => {
  it('are of a model without problems', () => expect(model.problems).toEqual([]));
  it.each<[string, Partial<ChartOptions>, (scene: Scene) => string]>([
    ['plan.svg', {}, (scene) => toSvg(scene)],
    ['plan.redacted.svg', { redactPeople: true }, (scene) => toSvg(scene, { theme: 'auto' })],
    ['plan.txt', {}, (scene) => toText(scene, { width: 100 })],
    ['plan.mmd', {}, (scene) => toMermaid(scene)],
    [
      'plan-dated.mmd',
      {},
      (scene) =>
        toMermaid({ ...scene, nodes: scene.nodes.filter(({ id }) => id !== 'phase:operations.later') }),
    ],
    ['plan.md', {}, (scene) => toMarkdown(scene)],
  ])('%s', (file, chosen, write) => {
    const text = write(drawChart(model, { lens: 'plan', ...chosen }));
    if (process.env['UPDATE_GOLDEN']) writeFileSync(path.join(folder, file), text);
    expect(text).toBe(readFileSync(path.join(folder, file), 'utf8'));
  });
});

function inside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x - 0.01 &&
    inner.y >= outer.y - 0.01 &&
    inner.x + inner.width <= outer.x + outer.width + 0.01 &&
    inner.y + inner.height <= outer.y + outer.height + 0.01
  );
}

function rectOf({ x, y, width, align }: TextLine): Rect {
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { x: left, y: y - 8, width, height: 10 };
}
