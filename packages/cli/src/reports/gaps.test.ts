import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization } from '@mktorg/model';
import { describe, expect, it } from 'vitest';
import { martechGapReport } from './martech-gap.ts';
import { skillsGapReport } from './skills-gap.ts';

function organizationOf(text: string) {
  return mergeOrganization(
    'file:///acme',
    [parseFragment(text, 'file:///acme/a.mktorg')],
    standardVocabulary(),
  );
}

const today = `organization acme "Acme" {}
skill wiring "Wiring"  skill tuning "Tuning"
team a "A" { needs wiring  role x "X" { skills tuning } }
team b "B"
platform mail "Mail" { owner a }
platform old "Old" { owner a }
platform cdp "CDP" { owner b  status planned }
`;
const plan = `plan p "P" {
  phase one "One" { move mail to b  retire old replaced by mail  add platform flow "Flow"  source wiring by hire }
  phase two "Two" { change cdp { status live }  add role y "Y" to b { needs tuning } }
}
`;

describe('the martech gap', () => {
  it('has a column for each phase', () => {
    const { columns, rows, notes } = martechGapReport(organizationOf(today + plan));
    expect(columns.map(({ key }) => key)).toEqual([
      'platform',
      'name',
      'category',
      'layer',
      'today',
      'owner',
      'after-one',
      'after-two',
      'brought-by',
    ]);
    expect(
      rows.map((row) => [row['name'], row['today'], row['after-one'], row['after-two'], row['brought-by']]),
    ).toEqual([
      ['mail', 'live', 'moved to B', 'kept', undefined],
      ['old', 'live', 'retired for Mail', '', undefined],
      ['cdp', 'planned', 'kept, planned', 'changed', 'Two'],
      ['flow', undefined, 'added', 'kept', 'One'],
    ]);
    expect(notes).toEqual([
      'Today: 3 platforms, 1 planned.',
      'After One: 3 platforms, 1 added, 1 moved, 1 retired.',
      'After Two: 3 platforms, 1 changed.',
    ]);
  });

  it('is of today without a plan, and keeps several plans apart', () => {
    const { columns, rows, notes } = martechGapReport(organizationOf(today));
    expect(rows.length).toBe(3);
    expect(columns.flatMap(({ key, brief }) => (brief ? [key] : []))).toContain('owner');
    expect(notes[0]).toBe('Today: 3 platforms, 1 planned.');
    expect(notes[1]).toMatch(/^There is no plan with phases/);
    expect(notes[2]).toContain('plan next "Next year" { phase first "First half" {');
    const several = martechGapReport(
      organizationOf(`${today}${plan}${plan.replace('plan p "P"', 'plan q "Q"')}`),
    );
    expect(several.columns.map(({ key }) => key)).toContain('after-q.two');
  });
});

it.each(['Today: 1 platform.', 'After One: 1 platform.'])('says of one platform: %s', (said) => {
  const one = 'platform mail "Mail" { owner a }\nteam a\nplan p { phase one "One" { note "x" } }\n';
  expect(martechGapReport(organizationOf(one)).notes).toContain(said);
});

describe('the skills gap', () => {
  it('says who needs, who has, and where it comes from', () => {
    const { rows, notes } = skillsGapReport(organizationOf(today + plan));
    expect(rows).toEqual([
      {
        skill: 'Wiring',
        name: 'wiring',
        'needed-by': ['A'],
        'held-by': [],
        'after-one': 'needed by A; to come: hire',
        'after-two': 'needed by A; to come',
        sourced: ['hire in One'],
        gap: 'sourced',
      },
      {
        skill: 'Tuning',
        name: 'tuning',
        'needed-by': [],
        'held-by': ['X'],
        'after-one': '',
        'after-two': 'needed by Y; held by X',
        sourced: [],
        gap: 'none',
      },
    ]);
    expect(notes).toEqual(['To come, and held by nobody yet: Wiring.']);
  });

  it('is closed by the phase after which somebody has the skill', () => {
    const closing = plan.replace('change cdp', 'change x { skills +wiring }  change cdp');
    const { rows, notes } = skillsGapReport(organizationOf(today + closing));
    expect(rows[0]).toMatchObject({
      'after-one': 'needed by A; to come: hire',
      'after-two': 'needed by A; held by X',
      'closed-by': ['Two'],
      gap: 'closed',
    });
    expect(notes).toEqual(['Closed in the end, as somebody has it: Wiring.']);
  });

  it('keeps apart skills and roles of one title', () => {
    const twice = `${today}team c "C" { role x "X" { skills tuning  needs wiring-2 } }
skill wiring-2 "Wiring"
team d "D" { needs tuning  needs wiring-2 }
`;
    const { rows, notes } = skillsGapReport(organizationOf(twice));
    expect(rows.map((row) => [row['skill'], row['needed-by'], row['held-by'], row['gap']])).toEqual([
      ['Wiring (wiring)', ['A'], [], 'open'],
      ['Tuning', ['D'], ['X (A)', 'X (C)'], 'none'],
      ['Wiring (wiring-2)', ['D', 'X (C)'], [], 'open'],
    ]);
    expect(notes[0]).toBe('Open in the end: Wiring (wiring), Wiring (wiring-2).');
  });

  it('tells apart skills of one title that end differently', () => {
    const twice = `${today}skill wiring-2 "Wiring"\nteam c { needs wiring-2 }\n${plan}`;
    expect(skillsGapReport(organizationOf(twice)).notes).toEqual([
      'To come, and held by nobody yet: Wiring (wiring).',
      'Open in the end: Wiring (wiring-2).',
    ]);
  });

  it('is the best that one of several plans makes of it', () => {
    const open = 'plan q "Q" { phase far "Far" { add team c } }';
    const { rows } = skillsGapReport(organizationOf(today + plan + open));
    expect(rows[0]?.['gap']).toBe('sourced');
  });

  it('tells what is open today, without a plan', () => {
    const { notes } = skillsGapReport(organizationOf(today));
    expect(notes[0]).toBe('Open in the end: Wiring.');
    expect(notes[1]).toMatch(/^There is no plan with phases/);
  });
});
