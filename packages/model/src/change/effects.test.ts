import { describe, expect, it } from 'vitest';
import { organizationOf } from '../testing/organization.ts';
import type { Effects } from './effects.ts';
import { effectsOf, isQuiet } from './effects.ts';
import { match } from './match.ts';

function effects(before: string, after: string): Effects {
  const [a, b] = [organizationOf(before), organizationOf(after)];
  return effectsOf(a, b, match(a, b));
}

const base = `organization o { currency EUR }
team m { lead head  role head { held by "Ana"  cost 100k EUR }  team a { lead x  role x { held by "Bo" }  role y { held by "Cy" } }  team b { lead z  role z { held by "Di" } } }
platform p { owner b  used by a }
process q { step one by a  step two by b within 2 days }
`;

describe('what follows', () => {
  it.each<
    readonly [
      title: string,
      before: string,
      after: string,
      expected: Partial<{ readonly [E in keyof Effects]: unknown }>,
    ]
  >([
    ['nothing from nothing', base, base.replaceAll('  ', ' '), { spans: [], reporting: [] }],
    [
      'from a new lead: whoever reports to them, and the spans',
      base,
      base.replace('lead x', 'lead y'),
      {
        reporting: [
          { role: 'role:m.a.x', from: 'role:m.head', to: 'role:m.a.y' },
          { role: 'role:m.a.y', from: 'role:m.a.x', to: 'role:m.head' },
        ],
        spans: [
          { role: 'role:m.a.x', before: 1, after: 0 },
          { role: 'role:m.a.y', before: 0, after: 1 },
        ],
      },
    ],
    [
      'from a seat that falls vacant: a vacancy, and somebody who left',
      base,
      base.replace('role y { held by "Cy" }', 'role y'),
      {
        vacancies: [{ role: 'role:m.a.y', before: 0, after: 1 }],
        left: [{ key: '"Cy"', name: 'Cy', seats: ['role:m.a.y'] }],
        joined: [],
      },
    ],
    [
      'from somebody who is only declared: nobody joins or leaves',
      `${base}person xi "Xi"\n`,
      `${base}person zed "Zed"\n`,
      { joined: [], left: [], reseated: [] },
    ],
    [
      'from a first seat: who was declared before joins',
      `${base}person zed "Zed"\n`,
      `${base.replace('"Cy"', 'zed')}person zed "Zed"\n`,
      {
        joined: [{ key: 'person:zed', name: 'Zed', seats: ['role:m.a.y'] }],
        left: [{ name: 'Cy' }],
        reseated: [],
      },
    ],
    [
      'from the last seat of somebody who stays declared: no leaving',
      `${base.replace('"Cy"', 'zed')}person zed "Zed"\n`,
      `${base}person zed "Zed"\n`,
      { joined: [{ name: 'Cy' }], left: [], reseated: [{ name: 'Zed', before: ['role:m.a.y'], after: [] }] },
    ],
    [
      'from seats that are exchanged',
      base,
      base.replace('"Cy"', '"?"').replace('"Di"', '"Cy"').replace('"?"', '"Di"'),
      {
        reseated: [
          { name: 'Di', before: ['role:m.b.z'], after: ['role:m.a.y'] },
          { name: 'Cy', before: ['role:m.a.y'], after: ['role:m.b.z'] },
        ],
      },
    ],
    [
      'from a move: the headcount of both teams, and not of the one around them',
      base,
      base.replace('  role y { held by "Cy" } }', ' }').replace('role z', 'role y { held by "Cy" }  role z'),
      {
        teams: [
          { team: 'team:m.a', seats: { before: 2, after: 1 } },
          { team: 'team:m.b', seats: { before: 1, after: 2 } },
        ],
        joined: [],
        left: [],
        reseated: [],
      },
    ],
    [
      'from a platform without its owner and users',
      base,
      base.replace('owner b  used by a', ''),
      { platforms: [{ platform: 'platform:p', lost: ['owner', 'users'], gained: [] }] },
    ],
    [
      'from a step done by the same team',
      base,
      base.replace('two by b', 'two by a'),
      { processes: [{ process: 'process:q', before: 1, after: 0, hours: { before: 48, after: 0 } }] },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(effects(before, after)).toMatchObject(expected);
  });

  it('in total', () => {
    const { totals } = effects(
      base,
      base.replace('role y { held by "Cy" }', 'role y { seats 3  cost 50k EUR }'),
    );
    expect(totals).toMatchObject({
      seats: { before: 4, after: 6 },
      vacant: { before: 0, after: 3 },
      cost: { before: 100_000, after: 250_000, currency: 'EUR' },
    });
  });

  it('nothing at all', () => {
    expect(isQuiet(effects(base, `// Anew\n${base}`))).toBe(true);
    expect(isQuiet(effects(base, base.replace('lead x', 'lead y')))).toBe(false);
  });
});
