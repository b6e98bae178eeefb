import { describe, expect, it } from 'vitest';
import { organizationOf, problemsOf } from '../testing/organization.ts';
import { martechGap } from './martech-gap.ts';
import { skillsGap } from './skills-gap.ts';

const model = organizationOf(`
skill wiring "Wiring"  skill tuning "Tuning"  skill drawing "Drawing"
person ana "Ana" { skills drawing }
team a "A" { lead x  role x "X" { held by ana  needs drawing, wiring } }
team b "B"
platform mail "Mail" { owner a }
platform old "Old" { owner a }
platform letters "Letters" { owner b }
platform cdp "CDP" { owner b  status planned }
platform never "Never" { owner b  status planned }
plan p {
  phase one "One" {
    add platform flow "Flow" { owner a }
    move mail to b
    retire old replaced by mail
    add role y to b { needs tuning }
    source wiring by train
  }
  phase two "Two" {
    move b to a
    change cdp { status live }
    merge letters into mail
    change flow { status retiring }
  }
}`);

describe('the martech gap', () => {
  it('is what becomes of each platform', () => {
    expect(problemsOf(model)).toEqual([]);
    const { phases, platforms } = martechGap(model, 'plan:p');
    expect(phases.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(
      platforms.map(({ id, today, states, broughtBy }) => [
        id,
        today,
        ...states.map(({ type, successor }) => (successor ? `${type} ${successor}` : type)),
        broughtBy?.name,
      ]),
    ).toEqual([
      ['platform:mail', 'live', 'moved', 'kept', undefined],
      ['platform:old', 'live', 'retired platform:mail', 'absent', undefined],
      ['platform:letters', 'live', 'kept', 'merged platform:mail', undefined],
      ['platform:cdp', 'planned', 'kept', 'changed', 'two'],
      ['platform:never', 'planned', 'kept', 'kept', undefined],
      ['platform:flow', undefined, 'added', 'changed', 'one'],
    ]);
    expect(platforms[5]?.states[1]).toEqual({ type: 'changed', status: 'retiring', owner: 'team:a' });
  });

  it('is empty without a plan', () => {
    expect(martechGap(model, 'plan:none').phases).toEqual([]);
  });
});

describe('the skills gap', () => {
  it('is what is needed beside what is held', () => {
    const { skills } = skillsGap(model, 'plan:p');
    expect(
      skills.map(({ skill, points, sourced, neededAt, open }) => ({
        skill: skill.name,
        needed: points.map(({ neededBy }) => neededBy.join()),
        held: points.map(({ heldBy }) => heldBy.join()),
        sourced: sourced.map(({ phase, how }) => `${phase.name} ${how}`),
        first: neededAt.phase?.name,
        open,
      })),
    ).toEqual([
      {
        skill: 'drawing',
        needed: ['role:a.x', 'role:a.x', 'role:a.x'],
        held: ['role:a.x', 'role:a.x', 'role:a.x'],
        sourced: [],
        first: undefined,
        open: false,
      },
      {
        skill: 'wiring',
        needed: ['role:a.x', 'role:a.x', 'role:a.x'],
        held: ['', '', ''],
        sourced: ['one sourcing:train'],
        first: undefined,
        open: false,
      },
      {
        skill: 'tuning',
        needed: ['', 'role:b.y', 'role:a.b.y'],
        held: ['', '', ''],
        sourced: [],
        first: 'one',
        open: true,
      },
    ]);
  });

  it('is of today alone without a plan', () => {
    expect(skillsGap(model).skills.map(({ skill, open }) => [skill.name, open])).toEqual([
      ['drawing', false],
      ['wiring', true],
    ]);
  });
});
