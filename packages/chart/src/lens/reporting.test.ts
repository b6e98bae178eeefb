import { describe, expect, it } from 'vitest';
import { drawChart } from '../draw.ts';
import type { ChartOptions } from '../options.ts';
import { toText } from '../output/text.ts';
import { organizationOf } from '../testing/organization.ts';

/** The tree as text, without its heading. */
function tree(source: string, options: Options = {}): string {
  const scene = drawChart(organizationOf(source), { lens: 'reporting', ...options });
  const lines = toText(scene, { width: 200 }).split('\n');
  return lines
    .slice(lines.indexOf('') + 1, -1)
    .map((line) => line.replace(/ {2,}(?=\S)(?<=\S {2,})/g, '  '))
    .join('\n');
}

type Options = Omit<ChartOptions, 'lens'>;
const cases: readonly (readonly [name: string, source: string, expected: string, options?: Options])[] = [
  [
    'a lead stands over the team, also over teams in it',
    `team a { lead x role x role y team b { lead z role z } }`,
    `■ a  3 seats
└─ x
   ├─ y
   └─ ■ b  1 seat
      └─ z`,
  ],
  [
    'without a lead, members stand side by side',
    `team a { role x role y }`,
    `■ a  2 seats
├─ x
└─ y`,
  ],
  [
    'it does not matter which team the text tells of first',
    `team a.b { lead z role z } role a.y team a { lead x role x }`,
    `■ a  3 seats
└─ x
   ├─ y
   └─ ■ b  1 seat
      └─ z`,
  ],
  [
    'a team hangs under the team into which its lead reports',
    `team a { lead x role x } team b { lead z role z { reports to x } }`,
    `■ a  1 seat
├─ x
└─ ■ b  1 seat
   └─ z`,
  ],
  [
    'a lead who stands above the team keeps the place, and the team hangs under the lead',
    `team a { lead x role x role y team b { lead y role z } }`,
    `■ a  3 seats
└─ x
   └─ y
      └─ ■ b  1 seat
         └─ z`,
  ],
  [
    'an external to whom somebody reports stands at the top',
    `external ceo "Chief" team a { lead x role x { reports to ceo } } external sales`,
    `Chief  external
└─ ■ a  1 seat
   └─ x`,
  ],
  [
    'a line to an external from inside a team leads out of it',
    `external ceo "Chief" team a { lead x role x role y { reports to ceo } }`,
    `Chief  external
■ a  2 seats
├─ x
└─ y
     --> Chief`,
  ],
  [
    'who reports to another team stays in the own one',
    `team a { lead x role x } team b { lead z role z role w { reports to x } }`,
    `■ a  1 seat
└─ x
■ b  2 seats
├─ z
└─ w
     --> x`,
  ],
  [
    'a cycle is cut where the text begins',
    `team a { role x { reports to y } role y { reports to z } role z { reports to x } }`,
    `■ a  3 seats
└─ x
   │ --> y
   └─ z
      └─ y`,
  ],
  [
    'vacancies, pools and interims are in words',
    `team a { lead x role x { held by "Ana" interim until 2027-03-31 } role y { seats 3 held by "Bo" } role z }`,
    `■ a  5 seats, 3 vacant
└─ x  Ana · interim until 2027-03-31
   ├─ y ×3  Bo · 2 of 3 seats vacant
   └─ z  vacant`,
  ],
  [
    'externals come where a line leads to them, and others when asked for',
    `external sales external it team a { role x { ..> sales "leads" } }`,
    `■ a  1 seat
└─ x
     ..> sales "leads"
sales  external
it  external`,
    { show: { externals: true } },
  ],
  [
    'a dotted line to a person leads to the seat',
    `person ana team a { role x { held by ana } role y { ..> ana "advice" } }`,
    `■ a  2 seats, 1 vacant
├─ x  ana
└─ y  vacant
     ..> x "advice"`,
  ],
  [
    'closed teams stand for what is in them',
    `team a { lead x role x team b { lead z role z { ..> x "one" } role w { ..> x "two" } team c { role q } } }`,
    `■ a  4 seats
└─ x
   └─ ■ b  3 seats · z · + 3 seats in 1 team
        ..> x "one; two" ×2`,
    { depth: 1 },
  ],
  [
    'a team that is asked for is drawn alone, with what its lines lead to',
    `team a { lead x role x role y { ..> z "work" } } team b { lead z role z }`,
    `■ a  2 seats
└─ x
   └─ y
        ..> z "work"
z  in b`,
    { of: 'team:a' },
  ],
  [
    'a role that is asked for is drawn with its reports',
    `team a { lead x role x role y role v { reports to y } } team b { lead z role z { reports to y } }`,
    `y
├─ v
└─ ■ b  1 seat
   └─ z`,
    { of: 'role:a.y' },
  ],
  [
    'a region shows what is in it',
    `region emea team a { lead x role x team b in emea { role y } role z in emea }`,
    `■ b  1 seat · emea
└─ y
z  emea`,
    { of: 'region:emea' },
  ],
  [
    'platforms and partners hang under their owners',
    `team a { lead x role x } platform p "CRM" is crm { owner a } partner q "Pixel" is agency { workflow owner x }`,
    `■ a  1 seat
├─ x
│  └─ Pixel  Agency · partner
└─ CRM  Customer relationship management`,
    { show: { platforms: true, partners: true } },
  ],
  ['nothing at all', '', ''],
  [
    'names that nothing has',
    `team a { lead nobody role x { reports to nobody ..> nobody } }`,
    '■ a  1 seat\n└─ x',
  ],
];

describe('the reporting lens', () => {
  for (const [name, source, expected, options] of cases) {
    it(name, () => expect(tree(source, options)).toBe(expected));
  }

  it('closes teams until the cards are few enough', () => {
    const roles = (prefix: string, count: number): string =>
      Array.from({ length: count }, (_, i) => `role ${prefix}${i}`).join(' ');
    const teams = Array.from({ length: 10 }, (_, i) => `team t${i} { ${roles(`r${i}x`, 10)} }`).join('\n');
    const model = organizationOf(`team a { lead x role x ${teams} }`);
    const counts = [30, 60, 1000].map(
      (maxCards) => drawChart(model, { lens: 'reporting', maxCards }).nodes.length,
    );
    expect(counts).toEqual([12, 52, 112]);
  });

  it('says how many there are beyond what it draws of one team', () => {
    const roles = Array.from({ length: 300 }, (_, i) => `role r${i}`).join(' ');
    const scene = drawChart(organizationOf(`team a { ${roles} }`), { lens: 'reporting', maxCards: 50 });
    expect(scene.nodes).toHaveLength(52);
    expect(scene.nodes.at(-1)?.title).toBe('+ 250 seats');
  });

  it('opens what is asked for, and closes what is asked for', () => {
    const model = organizationOf('team a { role x team b { role y team c { role z } } }');
    const ids = (options: Options): readonly string[] =>
      drawChart(model, { lens: 'reporting', ...options }).nodes.map(({ id }) => id);
    expect(ids({ depth: 1, expanded: new Set(['team:a.b']) })).toContain('role:a.b.y');
    expect(ids({ collapsed: new Set(['team:a.b']) })).not.toContain('role:a.b.y');
    expect(ids({ collapsed: new Set(['team:a.b']) })).toContain('team:a.b');
  });

  it('draws a chain of any length', () => {
    const chain = Array.from({ length: 3000 }, (_, i) => `role r${i} { reports to r${i + 1} }`).join('\n');
    const scene = drawChart(organizationOf(`team a { ${chain} role r3000 }`), { lens: 'reporting' });
    expect(scene.nodes.some(({ title }) => title === '+ 2941 seats')).toBe(true);
  });

  it('leads every node back to the source', () => {
    const scene = drawChart(organizationOf('team a { lead x\n role x\n role y { ..> x "work" } }'), {
      lens: 'reporting',
    });
    expect(scene.nodes.map(({ source }) => source?.line)).toEqual([0, 1, 2]);
    expect(scene.edges.map(({ source }) => source?.line)).toEqual([2, 2]);
  });
});
