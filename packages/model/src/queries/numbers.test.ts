import { describe, expect, it } from 'vitest';
import { organizationOf } from '../testing/organization.ts';
import { allocations } from './allocation.ts';
import { headcount, occupancy } from './headcount.ts';
import { costOf, inCurrency, yearly } from './money.ts';
import { people } from './people.ts';

describe('headcount', () => {
  const model = organizationOf(`
    person sari "Sari Wijaya"
    team a { role x { held by sari }  role pool { seats 3  held by "Ada", "Bo"  fte 0.5 }
      team b { role y  role crowd { seats 1  held by "Chen", "Dewi" } } }
    role alone { held by "Elif" }`);

  it.each<readonly [team: string | undefined, expected: object]>([
    [undefined, { roles: 5, seats: 7, filled: 5, vacant: 2, fte: 5.5 }],
    ['team:a', { roles: 4, seats: 6, filled: 4, vacant: 2, fte: 4.5 }],
    ['team:a.b', { roles: 2, seats: 2, filled: 1, vacant: 1, fte: 2 }],
    ['team:none', { roles: 0, seats: 0, filled: 0, vacant: 0, fte: 0 }],
  ])('of %s', (team, expected) => {
    expect(headcount(model, team)).toEqual(expected);
  });

  it('knows no vacancies where nobody is named', () => {
    const unnamed = organizationOf('role x { seats 2 }');
    expect(unnamed.byKind.role.map((role) => occupancy(unnamed, role))).toEqual([
      { seats: 2, filled: 0, vacant: 0, known: false },
    ]);
  });

  it('makes equal names one person, and declared ones their own', () => {
    const found = organizationOf(`
      person sari "Sari"  person idle
      role a { held by sari, "Bo" }  role b { held by "Bo" }  role c { held by "Sari" }`);
    const seats = people(found).map(({ name, person, seats }) => [
      name,
      person?.id,
      seats.map(({ role }) => role.name),
    ]);
    expect(seats).toEqual([
      ['Sari', 'person:sari', ['a']],
      ['idle', 'person:idle', []],
      ['Bo', undefined, ['a', 'b']],
      ['Sari', undefined, ['c']],
    ]);
  });
});

describe('money', () => {
  const model = organizationOf(`
    organization o { currency EUR }
    rate USD 0.9 EUR
    rate GBP 1.25 USD
    team a { role x { seats 2  cost 1000 USD per month }  role y { cost 50k EUR per year }
      team b { role z { cost 10k CHF per year } } }
    role alone { cost 1k GBP per year }`);
  const money = (amount: number, currency: string) => ({
    amount,
    currency,
    per: 'year' as const,
    at: model.rates[0]?.at ?? { uri: '', line: 0, column: 0, endLine: 0, endColumn: 0 },
  });

  it.each<readonly [from: string, to: string, expected: number | undefined]>([
    ['EUR', 'EUR', 100],
    ['USD', 'EUR', 90],
    ['EUR', 'USD', 111.11],
    ['GBP', 'EUR', 112.5],
    ['EUR', 'GBP', 88.89],
    ['CHF', 'EUR', undefined],
  ])('100 %s in %s', (from, to, expected) => {
    const found = inCurrency(model, money(100, from), to);
    expect(found === undefined ? undefined : Math.round(found * 100) / 100).toBe(expected);
  });

  it.each([
    ['year', 12],
    ['quarter', 48],
    ['month', 144],
    ['once', 12],
  ] as const)('12 a %s', (per, expected) => {
    expect(yearly({ ...money(12, 'EUR'), per })).toBe(expected);
  });

  it('rolls up with the teams inside, and says what is missing', () => {
    expect(costOf(model, 'team:a')).toMatchObject({
      amount: 71600,
      currency: 'EUR',
      without: [{ amount: 10000, currency: 'CHF' }],
    });
    expect(costOf(model).amount).toBe(72725);
    expect(costOf(model, 'team:a.b').amount).toBe(0);
  });

  it('is in the first currency where the organization names none', () => {
    expect(costOf(organizationOf('role a { cost 10 USD per year }'))).toEqual({
      amount: 10,
      currency: 'USD',
      without: [],
    });
  });
});

describe('allocation', () => {
  it.each<readonly [title: string, source: string, expected: Record<string, number>]>([
    ['a seat is all of a person', 'role a { held by "Ada" }', { Ada: 1 }],
    [
      'two seats are twice a person',
      'role a { held by "Ada" } role b { held by "Ada"  fte 0.5 }',
      { Ada: 1.5 },
    ],
    [
      'relative to what the person has to give',
      'person ada "Ada" { fte 0.5 } role a { held by ada }',
      { Ada: 2 },
    ],
    [
      'memberships come out of the seat, and add up among themselves',
      'role a { held by "Ada" } initiative i { members a at 70% } committee c { members a at 60% }',
      { Ada: 1.3 },
    ],
    [
      'members without a share do not count',
      'role a { held by "Ada" } initiative i { members a }',
      { Ada: 1 },
    ],
    [
      'a role without a holder is counted for itself',
      'role a { fte 0.5 } initiative i { members a at 60% }',
      { a: 1.2 },
    ],
    [
      'so is a pool, of which nobody says who takes part',
      'role a { seats 2  held by "Ada", "Bo" } initiative i { members a at 60% } initiative j { members a at 60% }',
      { Ada: 1, Bo: 1, a: 1.2 },
    ],
    [
      'by name or by role, it is the same person',
      'person ada "Ada" role a { held by ada } initiative i { members a at 60%, ada at 60% }',
      { Ada: 1.2 },
    ],
    ['teams and others give no time', 'team t external e initiative i { members t at 60%, e at 60% }', {}],
  ])('%s', (_, source, expected) => {
    const model = organizationOf(source);
    expect(model.problems).toEqual([]);
    expect(Object.fromEntries(allocations(model).map(({ label, total }) => [label, total]))).toEqual(
      expected,
    );
  });
});
