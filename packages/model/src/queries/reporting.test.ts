import { describe, expect, it } from 'vitest';
import { organizationOf } from '../testing/organization.ts';
import {
  directReports,
  layers,
  layersBelow,
  linesFrom,
  linesTo,
  managerOf,
  reportingChain,
  reportingCycles,
  span,
  topRoles,
} from './reporting.ts';
import { enclosingTeam, teamChain, teamsLedBy } from './teams.ts';

/** Every role (and team) and whom it reports to. */
const lines: readonly (readonly [
  title: string,
  source: string,
  expected: Record<string, string | undefined>,
])[] = [
  [
    'roles to the lead of their team, leads to the lead of the team above',
    'team a { lead boss  role boss  role x  team b { lead chief  role chief  role y } }',
    {
      'role:a.boss': undefined,
      'role:a.x': 'a.boss',
      'role:a.b.chief': 'a.boss',
      'role:a.b.y': 'a.b.chief',
      'team:a.b': 'a.boss',
    },
  ],
  [
    'over teams that have no lead',
    'team a { lead boss  role boss  team b { role x  team c { lead l  role l } } }',
    { 'role:a.b.x': 'a.boss', 'role:a.b.c.l': 'a.boss', 'team:a.b': 'a.boss', 'team:a.b.c': 'a.boss' },
  ],
  [
    'over teams that the same role leads',
    'team a { lead boss  role boss  team b { lead head  role head  team c { lead head  role x } } }',
    { 'role:a.b.head': 'a.boss', 'role:a.b.c.x': 'a.b.head', 'team:a.b.c': 'a.boss' },
  ],
  [
    'a lead from the team above by its own position',
    'team a { lead boss  role boss  team b { lead boss  role x } }',
    { 'role:a.boss': undefined, 'role:a.b.x': 'a.boss' },
  ],
  [
    'a lead who sits deeper than the team',
    'team top { lead t  role t  team a { lead deep  role x  team b { role deep  role y } } }',
    { 'role:top.a.b.deep': 'top.t', 'role:top.a.b.y': 'top.a.b.deep', 'role:top.a.x': 'top.a.b.deep' },
  ],
  [
    'what is stated before what is implied',
    'external ceo  team a { lead boss  role boss { reports to ceo }  role x { reports to b }  team b { lead l  role l } }',
    { 'role:a.boss': 'ceo', 'role:a.x': 'a.b.l', 'team:a': 'ceo' },
  ],
  [
    'what a team states, for its lead',
    'external ceo  team a { lead boss  reports to ceo  role boss  role x }',
    { 'role:a.boss': 'ceo', 'team:a': 'ceo', 'role:a.x': 'a.boss' },
  ],
  [
    'a team without a lead that states its line',
    'team a { reports to b.l  role x } team b { role l }',
    { 'team:a': 'b.l', 'role:a.x': undefined },
  ],
  ['nobody, outside of teams', 'role x  team a { lead l  role l }', { 'role:x': undefined }],
  ['one another', 'role a { reports to b }  role b { reports to a }', { 'role:a': 'b', 'role:b': 'a' }],
];

describe('the solid line leads', () => {
  it.each(lines)('%s', (_, source, expected) => {
    const model = organizationOf(source);
    expect(model.problems).toEqual([]);
    const found = Object.keys(expected).map((id) => [id, managerOf(model, id)?.path]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it.each(lines)('back from the manager: %s', (_, source) => {
    const model = organizationOf(source);
    for (const manager of model.byKind.role) {
      const expected = model.byKind.role.filter(({ id }) => managerOf(model, id) === manager);
      expect(new Set(directReports(model, manager.id)), manager.id).toEqual(new Set(expected));
    }
  });
});

describe('an organisation of four layers', () => {
  const model = organizationOf(`external ceo
    team a { lead cmo
      role cmo { reports to ceo }
      role pool { seats 3 }
      team b { lead head  role head  role x
        team c { lead sub  role sub  role leaf }
      }
    }
    a.pool ..> b.x "help"
    role alone`);

  it('has a chain from every role', () => {
    expect(reportingChain(model, 'role:a.b.c.leaf').map(({ name }) => name)).toEqual([
      'sub',
      'head',
      'cmo',
      'ceo',
    ]);
  });
  it('has layers', () => {
    expect(layers(model)).toBe(4);
    expect(layersBelow(model, 'role:a.cmo')).toBe(3);
    expect(layersBelow(model, 'role:a.b.c.leaf')).toBe(0);
  });
  it('counts span in seats', () => {
    expect(directReports(model, 'role:a.cmo').map(({ name }) => name)).toEqual(['pool', 'head']);
    expect(span(model, 'role:a.cmo')).toBe(4);
  });
  it('has tops', () => {
    expect(topRoles(model).map(({ path }) => path)).toEqual(['a.cmo', 'alone']);
  });
  it('has teams around', () => {
    expect(enclosingTeam(model, 'role:a.b.c.leaf')?.path).toBe('a.b.c');
    expect(enclosingTeam(model, 'team:a')).toBeUndefined();
    expect(teamChain(model, 'team:a.b.c').map(({ name }) => name)).toEqual(['c', 'b', 'a']);
    expect(teamsLedBy(model, 'role:a.b.head').map(({ path }) => path)).toEqual(['a.b']);
  });
  it('has dotted lines', () => {
    expect(linesFrom(model, 'role:a.pool').map(({ to }) => to.id)).toEqual(['role:a.b.x']);
    expect(linesTo(model, 'role:a.b.x').map(({ from }) => from.id)).toEqual(['role:a.pool']);
    expect(linesFrom(model, 'role:alone')).toEqual([]);
  });
});

describe('a circle', () => {
  const model = organizationOf(`
    role a { reports to b }  role b { reports to c }  role c { reports to a }
    role d { reports to a }
    role self { reports to self }
    team t { lead l  role l { reports to under }  role under }`);

  it('is found once, and whole', () => {
    const cycles = reportingCycles(model).map((cycle) => cycle.map(({ name }) => name));
    expect(cycles).toEqual([['a', 'b', 'c'], ['self'], ['l', 'under']]);
  });
  it('ends every question', () => {
    expect(reportingChain(model, 'role:d').map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(layers(model)).toBeGreaterThan(0);
    expect(layersBelow(model, 'role:a')).toBe(1);
    expect(span(model, 'role:self')).toBe(1);
  });
});
