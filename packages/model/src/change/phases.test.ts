import { describe, expect, it } from 'vitest';
import type { OrgModel } from '../model.ts';
import { childrenOf } from '../model.ts';
import { organizationOf, problemsOf, spot } from '../testing/organization.ts';
import { told } from '../testing/told.ts';
import { apply } from './apply.ts';
import { invert } from './change.ts';
import { factsOf } from './listing.ts';
import { afterPhases, phaseByPhaseInSteps } from './phases.ts';

const today = `region emea {}  team a "A" { lead x  role x "X"  role y { held by "Ana" } }
team b "B" { budget 1M EUR per year  responsible for swag }
team c { lead z  role z  role y  budget 2M EUR per year  responsible for pricing }
platform old { owner c  used by a for "mail" }
platform new { owner b  used by b }
program loyalty { owner y  runs on old }
process p { owner c  step one by c via old  step two by a }
y ..> c "mail"
`
  .replace('owner y ', 'owner a.y ')
  .replace('y ..> c', 'a.y ..> c');

function after(phases: string) {
  const model = organizationOf(`${today}plan plan {\n${phases}\n}`);
  expect(problemsOf(model)).toEqual([]);
  return afterPhases(model, 'plan:plan');
}

describe('a phase', () => {
  it.each<readonly [change: string, changes: readonly string[], losses?: readonly string[]]>([
    ['add role n to b', ['+ role:b.n']],
    ['add team n to b { lead m role m }', ['+ team:b.n', '+ role:b.n.m']],
    ['move a to b', ['> team:a:  > team:b']],
    ['move a.y to b', ['> role:a.y: team:a > team:b']],
    ['move a.y to c', ['> role:a.y: team:a > team:c', '= role:a.y: y > a-y']],
    ['move new to a', ['~ platform:new owner: team:b > team:a']],
    ['move a.y to z', ['~ role:a.y reportsTo:  > role:c.z']],
    [
      'merge c into b',
      [
        '~ team:b responsibilities:  > {"activities":[],"capabilities":[{"id":"capability:pricing"}],"involvement":"responsible","with":[]}',
        '~ team:b budget: {"amount":1000000,"currency":"EUR","per":"year"} > {"amount":3000000,"currency":"EUR","per":"year"}',
        '> role:c.z: team:c > team:b',
        '> role:c.y: team:c > team:b',
        '~ platform:old owner: team:c > team:b',
        '~ process:p owner: team:c > team:b',
        '~ step:p.one by: team:c > team:b',
        '~ dotted-line:a.y..>b to: team:c > team:b',
        '- team:c',
      ],
    ],
    [
      'remove a.y because "gone"',
      ['~ program:loyalty owner: role:a.y > ', '- role:a.y', '- dotted-line:a.y..>c'],
      ['program:loyalty owner role:a.y'],
    ],
    [
      'retire old replaced by new',
      [
        '~ platform:new uses:  > {"by":"team:a","purposes":["mail"]}',
        '~ program:loyalty runsOn: platform:old > platform:new',
        '~ step:p.one via: platform:old > platform:new',
        '- platform:old',
      ],
    ],
    [
      'retire old',
      ['~ program:loyalty runsOn: platform:old > ', '~ step:p.one via: platform:old > ', '- platform:old'],
      ['program:loyalty runsOn platform:old', 'step:p.one via platform:old'],
    ],
    [
      'change new { owner a  used by +c, -b }',
      [
        '~ platform:new owner: team:b > team:a',
        '~ platform:new uses: {"by":"team:b","purposes":[]} > {"by":"team:c","purposes":[]}',
      ],
    ],
    [
      'change new { used by a }',
      ['~ platform:new uses: {"by":"team:b","purposes":[]} > {"by":"team:a","purposes":[]}'],
    ],
    ['change new { integrates +old }', ['~ platform:new integrates:  > platform:old']],
    ['change b { role n { seats 2 } }', ['+ role:b.n']],
    [
      'change a.y { ..> c "letters" }',
      ['~ dotted-line:a.y..>c purpose: {"value":"mail"} > {"value":"letters"}'],
    ],
    ['add a.y ..> c "letters"', ['~ dotted-line:a.y..>c purpose: {"value":"mail"} > {"value":"letters"}']],
    ['remove a.y ..> c', ['- dotted-line:a.y..>c']],
    [
      'change a.y "Author" is specialist { -held by  level director }',
      [
        '~ role:a.y title:  > Author',
        '~ role:a.y term:  > discipline:specialist',
        '~ role:a.y level:  > level:director',
        '~ role:a.y holders: {"name":"Ana"} > ',
      ],
    ],
    ['add step zero by a to p before one', ['+ step:p.zero']],
    [
      'move p.two to p before one',
      ['~ process:p order: {"ids":["step:p.one","step:p.two"]} > {"ids":["step:p.two","step:p.one"]}'],
    ],
    ['change old { used by +a }  change p.one { -via }', ['~ step:p.one via: platform:old > ']],
    [
      'change old { used by +a for "news" }',
      ['~ platform:old uses: {"by":"team:a","purposes":["mail"]} > {"by":"team:a","purposes":["news"]}'],
    ],
    ['change a.y { held by +"Nu", -"Ana" }', ['~ role:a.y holders: {"name":"Ana"} > {"name":"Nu"}']],
    ['change b { -budget }', ['~ team:b budget: {"amount":1000000,"currency":"EUR","per":"year"} > ']],
    [
      'change p.two by b via new within 2 days approval',
      [
        '~ step:p.two within:  > {"amount":2,"unit":"day"}',
        '~ step:p.two approval:  > {}',
        '~ step:p.two by: team:a > team:b',
        '~ step:p.two via:  > platform:new',
      ],
    ],
    [
      'change b as virtual-team in emea',
      ['~ team:b form:  > form:virtual-team', '~ team:b scope:  > region:emea'],
    ],
    ['source pricing by hire', []],
    ['told a.y "soon"', []],
  ])('%s', (change, changes, losses = []) => {
    const [outcome] = after(`phase one { ${change} }`);
    expect(outcome?.changes.map(told)).toEqual(changes);
    expect(outcome?.untimely).toEqual([]);
    expect(outcome?.losses.map(({ element, field, target }) => `${element} ${field} ${target}`)).toEqual(
      losses,
    );
  });

  it('comes after the one before', () => {
    const [one, two] = after(
      'phase one { move a to b  add role n to a }\nphase two { move n to c  merge a into c  remove b.swag }'.replace(
        '  remove b.swag',
        '',
      ),
    );
    expect(one?.changes.map(told)).toEqual(['> team:a:  > team:b', '+ role:b.a.n']);
    expect(two?.changes.map(told)).toMatchObject(
      expect.arrayContaining(['> role:b.a.n: team:b.a > team:c', '- team:b.a']),
    );
    expect(two?.model.elements.has('role:c.n')).toBe(true);
    expect(two?.ids.get('role:a.n')).toBe('role:c.n');
  });

  it('leaves today alone', () => {
    const model = organizationOf(`${today}plan plan { phase one { remove a } }`);
    afterPhases(model, 'plan:plan');
    expect(model.elements.has('team:a')).toBe(true);
  });

  it.each<readonly [phases: string, untimely: readonly string[]]>([
    ['phase one { retire old }\nphase two { change old { owner b } }', ['gone platform:old 11:20 one']],
    [
      'phase one { remove a.x }\nphase two { add role n to b { reports to a.x } }',
      ['gone role:a.x 11:42 one'],
    ],
    ['phase one { move a.y to n }\nphase two { add team n to b }', ['not-yet team:b.n 10:25 two']],
    [
      'phase one { change new { integrates +n } }\nphase two { add platform n }',
      ['not-yet platform:n 10:38 two'],
    ],
    ['phase one { change new { integrates +n }  add platform n }', []],
    ['phase one { remove a.y }\nphase two { told a.y "then" }', ['gone role:a.y 11:18 one']],
    ['phase one { remove a.y  told a.y "then" }', []],
    ['phase one { told n "soon" }\nphase two { add role n to a }', []],
    ['phase one { retire old  change loyalty { runs on -old } }', []],
    ['phase one { remove a.y }\nphase two { remove a.y ..> c }', ['gone role:a.y 11:20 one']],
  ])('names what is not there: %s', (phases, untimely) => {
    const found = after(phases).flatMap((outcome) => outcome.untimely);
    expect(found.map(({ type, id, at, phase }) => `${type} ${id} ${spot(at)} ${phase.name}`)).toEqual(
      untimely,
    );
  });
});

it.each([
  'merge a into d',
  'move a to d',
  'retire a replaced by d',
  'merge a into a',
  'retire old replaced by a',
  'merge old into a',
  'move old to p',
])('does nothing that cannot be: %s', (change) => {
  const model = organizationOf(`${today}plan plan {
phase one { add team d to a { team e } }
phase two { ${change} }
}`);
  expect(problemsOf(model).map((problem) => problem.split(' ')[0])).toEqual(['wrong-kind']);
  const [, two] = afterPhases(model, 'plan:plan');
  expect(two?.changes).toEqual([]);
  expect(two?.idle).toEqual([]);
});

it.each<readonly [changes: string, said: readonly string[], losses?: readonly string[]]>([
  ['remove old because "old"  add platform old { owner b }', ['runsOn platform:old', 'via platform:old']],
  ['retire old because "old"  add platform old { owner b }', ['runsOn platform:old', 'via platform:old']],
  [
    'retire old replaced by new  add platform old { owner b }  change p.two via old',
    ['runsOn platform:new', 'via platform:new', 'via platform:old'],
  ],
  ['remove old because "old"', [], ['platform:old', 'platform:old']],
])('holds on to what takes a name over: %s', (changes, said, losses = []) => {
  const [outcome] = after(`phase one { ${changes} }`);
  const model = outcome?.model;
  const programs = model?.byKind.program.flatMap(({ runsOn }) => runsOn.map(({ id }) => `runsOn ${id}`));
  const steps = model?.byKind.step.flatMap(({ via }) => (via ? [`via ${via.id}`] : []));
  expect([...(programs ?? []), ...(steps ?? [])]).toEqual(said);
  expect(outcome?.losses.map(({ target }) => target)).toEqual(losses);
});

describe('what is added before its name is free', () => {
  it.each<readonly [first: string, second: string]>([
    ['add platform old "Old 2" { owner b }', 'retire old because "old"'],
    ['add platform old "Old 2" { owner b }', 'retire old replaced by new'],
    ['add team a "A 2" { role x "X 2"  role n }', 'remove a because "old"'],
    ['add team a "A 2" { lead w  role w }', 'merge a into b'],
    ['add role y "Y 2" to a', 'remove a.y because "gone"'],
    ['add role n to a  add team a "A 2"', 'remove a because "old"'],
    ['add team a "A 2"  add role n to a', 'remove a because "old"'],
    ['add team a "A 2" { ..> b "letters" }', 'remove a because "old"'],
    ['add b ..> a "letters"  add team a "A 2"', 'retire a replaced by c'],
    ['add step one "One 2" by b to p after two', 'remove p.one because "old"'],
    ['add a.y ..> c "letters"', 'remove a.y ..> c'],
    ['change a { role y "Y 2"  role n }', 'remove a.y because "gone"'],
    ['add team a "A 2"  add role y "Y 2" to a', 'remove a.y because "gone"  remove a because "old"'],
  ])('is the same in both orders: %s, and %s', (first, second) => {
    const [[one], [other]] = [`${first}  ${second}`, `${second}  ${first}`].map((changes) =>
      after(`phase one { ${changes} }`),
    ) as [ReturnType<typeof after>, ReturnType<typeof after>];
    const factsIn = (model: OrgModel | undefined) =>
      model && factsOf(model).filter((fact) => !fact.startsWith('plan.one phase'));
    expect(one?.changes.map(told)).toEqual(other?.changes.map(told));
    expect(factsIn(one?.model)).toEqual(factsIn(other?.model));
    expect(one?.changes.length).toBeGreaterThan(0);
    expect([one, other].flatMap((each) => [...(each?.idle ?? []), ...(each?.untimely ?? [])])).toEqual([]);
  });

  it('is there in the end', () => {
    const [one] = after(`phase one {
  add team a "A 2" { ..> b "letters"  role x "X 2"  role n }
  add role m to a
  remove a because "old"
}`);
    const ids = [...(one?.model.elements.keys() ?? [])].filter((id) => /[:.]a\b/.test(id));
    expect(ids).toEqual(['team:a', 'dotted-line:a..>b', 'role:a.x', 'role:a.n', 'role:a.m']);
    expect(one?.model.elements.get('role:a.x')?.title).toBe('X 2');
  });
});

it('puts steps where the phases say', () => {
  const orders = after(
    'phase one { add step n to p before one  add step m to p after one }\nphase two { move p.n, p.one to p after two }',
  ).map(({ model }) => childrenOf(model, 'process:p').map(({ name }) => name));
  expect(orders).toEqual([
    ['n', 'one', 'm', 'two'],
    ['m', 'two', 'n', 'one'],
  ]);
});

it('carries out a big phase in many steps', () => {
  const steps = Array.from({ length: 2000 }, (_, index) => `s${index}`);
  const model = organizationOf(`team t {}
process a { ${steps.map((name) => `step ${name} by t`).join('  ')} }
process b { step s7 by t }
plan plan { phase one { ${steps.map((name) => `move a.${name} to b`).join('\n')} } }`);
  let pauses = 0;
  for (const outcome of phaseByPhaseInSteps(model, 'plan:plan')) {
    pauses++;
    const names = outcome && childrenOf(outcome.model, 'process:b').map(({ name }) => name);
    if (names) expect(names).toEqual(['s7', ...steps.map((name) => (name === 's7' ? 'a-s7' : name))]);
  }
  expect(pauses).toBeGreaterThan(8);
});

it('leaves the order of a process to those that stand in it by then', () => {
  const [one, two] =
    after(`phase one { add process r { step s }  move p.two to p before one  move p.two to r }
phase two { move p.two to p }`).map(({ model }) =>
      ['process:p', 'process:r'].map((id) => childrenOf(model, id).map(({ name }) => name)),
    );
  expect([one, two]).toEqual([
    [['one'], ['s', 'two']],
    [['one', 'two'], ['s']],
  ]);
});

it.each([
  ['move p.two, p.one to p after one', ['one', 'two']],
  ['move p.two, p.two to p before one', ['two', 'one']],
  ['add step n to p after n', ['one', 'two', 'n']],
])('puts no step beside itself: %s', (change, order) => {
  const [outcome] = after(`phase one { ${change} }`);
  expect(outcome && childrenOf(outcome.model, 'process:p').map(({ name }) => name)).toEqual(order);
});

describe('what makes no difference', () => {
  it.each<readonly [phases: string, idle: readonly string[]]>([
    ['phase one { change new { owner b } }', ['same platform:new owner']],
    ['phase one { change new { used by b } }', ['same platform:new uses']],
    ['phase one { change new { used by +b, -c } }', ['same platform:new uses', 'absent platform:new uses']],
    ['phase one { change new { used by +b for "mail" } }', []],
    [
      'phase one { change a.x { -interim -held by } }',
      ['absent role:a.x interim', 'absent role:a.x holders'],
    ],
    ['phase one { move a.x to a  move new to b }', ['there role:a.x', 'there platform:new']],
    ['phase one { move p.two to p after one }', ['there step:p.two']],
    ['phase one { add process r { step s }  add step n to p after r.s }', ['elsewhere step:p.n']],
    ['phase one { add process r { step s }  move p.one to p after r.s }', ['elsewhere step:p.one']],
    ['phase one { add step n to p after two }', []],
    ['phase one { move a.y to b }\nphase two { add role y to a }', ['exists role:a.y']],
    ['phase one { add role y to a  move a.y to b }', ['exists role:a.y']],
    ['phase one { move a.y to b }\nphase two { remove a.y }\nphase three { add role y to a }', []],
    ['phase one { remove a.y because "gone"  add role y to a }', []],
    ['phase one { merge a into b }\nphase two { add team a { role y } }', ['exists role:a.y']],
    ['phase one { merge a into b  add team a { role y } }', ['exists role:a.y']],
    ['phase one { add team a { role y }  merge a into b }', ['exists role:a.y']],
    ['phase one { remove a }\nphase two { add team a { role y } }', []],
    ['phase one { move a to b }\nphase two { add team a { role y } }', ['exists team:a']],
    ['phase one { move a to b }\nphase two { add role y to a }', ['exists role:a.y']],
    ['phase one { add process r { step s }  move p.two to r after s }', []],
    ['phase one { move p.one, p.two to p before two }', ['itself step:p.two']],
    ['phase one { add step n to p after n }', ['itself step:p.n']],
    ['phase one { add process r { step s }  move p.one, p.two to r after p.one }', ['itself step:p.one']],
    ['phase one { remove c ..> a.y }', ['no-line team:c role:a.y']],
    ['phase one { remove a.y ..> c }\nphase two { remove a.y ..> c }', ['no-line role:a.y team:c']],
    ['phase one { retire old  change loyalty { runs on -old } }', []],
    ['phase one { move a to b  move b to a }', ['inside team:b']],
    ['phase one { move a to b }\nphase two { merge b into a }', ['inside team:b']],
    ['phase one { move a to b  retire b replaced by a }', ['inside team:b']],
    ['phase one { add team d to a { team e }  move b to e  move c to b  merge a into c }', ['inside team:a']],
  ])('%s', (phases, expected) => {
    const idle = after(phases).flatMap((outcome) => outcome.idle);
    expect(
      idle.map(({ how, id, field = '', ends }) => `${how} ${id} ${field}${ends?.to.id ?? ''}`.trimEnd()),
    ).toEqual(expected);
  });
});

describe('what the phases change', () => {
  it.each<readonly [phases: string]>([
    ['phase one { move a to b  add role n to a }\nphase two { merge a into c  retire old replaced by new }'],
    ['phase one { remove a.y  change new { used by +c } }\nphase two { move c to b  change p { owner b } }'],
    [
      'phase one { add step n to p before one }\nphase two { move p.one to p after two  add step m to p after n }',
    ],
    ['phase one { merge c into b  merge b into a }\nphase two { add team c { role y } }'],
  ])('leads from each point to the next: %s', (phases) => {
    let before = organizationOf(`${today}plan plan {\n${phases}\n}`);
    for (const { model, changes } of afterPhases(before, 'plan:plan')) {
      expect(factsOf(apply(before, changes))).toEqual(factsOf(model));
      expect(factsOf(apply(model, invert(changes)))).toEqual(factsOf(before));
      before = model;
    }
  });
});
