import { describe, expect, it } from 'vitest';
import { headcount } from '../queries/headcount.ts';
import { costOf } from '../queries/money.ts';
import { organizationOf, spot } from '../testing/organization.ts';
import { told } from '../testing/told.ts';
import { afterPhases } from './phases.ts';

function merged(kind: string, one: string, other: string) {
  const today = organizationOf(`organization o "O" { currency EUR }
rate USD 0.9 EUR
rate USD 0.8 CHF
team t { role lead "Lead" }
regulation gdpr "GDPR"
regulation ccpa "CCPA"
${kind} a { ${one} }
${kind} b { ${other} }
plan p { phase one { merge a into b } }`);
  const [outcome] = afterPhases(today, 'plan:p');
  if (!outcome) throw new Error('The phase was not carried out.');
  const changes = outcome.changes
    .map(told)
    .flatMap((line) => / b (.*)$/.exec(line.replace(/:b /, ' b ')) ?? []);
  return { today, after: outcome.model, changes: changes.filter((_, index) => index % 2 === 1) };
}

describe('a merger of roles', () => {
  it.each<readonly [one: string, other: string, changes: readonly string[]]>([
    ['', '', ['seats:  > 2']],
    ['seats 2', 'seats 3', ['seats: 3 > 5']],
    ['seats 0', '', []],
    ['held by "Ana"', 'held by "Bo"', ['seats:  > 2', 'holders:  > {"name":"Ana"}']],
    ['held by "Ana"', 'held by "Ana"', []],
    ['cost 60k EUR per year', 'cost 40k EUR per year', ['cost: 40000 > 50000', 'seats:  > 2']],
    ['seats 3 cost 60k EUR per year', 'cost 40k EUR per year', ['cost: 40000 > 55000', 'seats:  > 4']],
    ['cost 60k EUR per year', 'cost 40k GBP per year', ['cost: 40000 > 30000', 'seats:  > 2']],
    ['cost 60k EUR per year', '', ['cost:  > 30000', 'seats:  > 2']],
    ['fte 0.5', 'fte 0.5', ['seats:  > 2']],
    ['fte 0.5', '', ['seats:  > 2', 'fte:  > 0.75']],
    ['', 'seats 2 fte 0.5', ['seats: 2 > 3', 'fte: 0.5 > 0.666666667']],
    [
      'interim until 2027-03  location "Berlin"  level director  span coach  reports to lead  placed because "near"',
      '',
      ['seats:  > 2'],
    ],
  ])('%s, and %s', (one, other, expected) => {
    const { changes } = merged('role', one, other);
    const plain = changes.map((line) =>
      line.replace(/\{"amount":(\d+)[^}]*\}/g, '$1').replace(/\{"value":([\d.]+)\}/g, '$1'),
    );
    expect(plain.toSorted()).toEqual(expected.toSorted());
  });

  it.each<readonly [one: string, other: string]>([
    ['seats 2  fte 0.5  cost 60k EUR per year', 'seats 3  cost 40k EUR per year'],
    ['fte 0.8', 'seats 4  fte 0.2  cost 40k EUR per year'],
    ['held by "Ana"', 'held by "Bo"  cost 40k EUR per month'],
    ['cost 60k EUR per year', 'seats 3  cost 4k EUR per month'],
    ['seats 2  cost 5k EUR per month', 'cost 12k EUR per quarter'],
    ['cost 60k EUR per year', 'seats 2  cost 40k USD per year'],
    ['cost 60k USD per year', 'seats 2  cost 4k CHF per month'],
    ['cost 60k GBP per year', 'cost 40k EUR per year'],
    ['cost 60k EUR per year', 'seats 3  cost 40k GBP per year'],
    ['cost 60k EUR per year', 'cost 20k EUR once'],
    ['cost 20k EUR once', 'seats 2  cost 30k EUR once'],
    ['cost 100k EUR per year', 'seats 2  fte 0.5'],
  ])('changes no total: %s, and %s', (one, other) => {
    const { today, after } = merged('role', one, other);
    const [was, is] = [headcount(today), headcount(after)];
    expect({ ...is, roles: was.roles }).toEqual(was);
    expect(costOf(after).amount).toBe(costOf(today).amount);
  });

  it('gives each seat its part of the whole', () => {
    const { after } = merged('role', 'cost 100k EUR per year', 'seats 2');
    const [role] = after.byKind.role.filter(({ name }) => name === 'b');
    expect((role?.cost?.amount ?? 0) * 3).toBe(100000);
  });

  it('says where somebody comes to sit', () => {
    const { after } = merged('role', 'held by "Ana", "Cy"', 'held by "Bo"');
    const [role] = after.byKind.role.filter(({ name }) => name === 'b');
    expect(role?.holders.map(({ name, at }) => `${name} ${spot(at)}`)).toEqual([
      'Bo 8:10',
      'Ana 9:28',
      'Cy 9:28',
    ]);
  });
});

it.each<readonly [kind: string, one: string, other: string, changes: readonly string[]]>([
  ['team', 'reports to lead  budget 1M EUR per year  placed because "near"', '', ['budget:  > 1000000']],
  ['team', 'cost 1M EUR per year', 'cost 2M EUR per year', ['cost: 2000000 > 3000000']],
  ['team', 'budget 1M EUR per year', 'budget 100k EUR per month', ['budget: 100000 > 2200000']],
  ['team', 'budget 1M USD per year', 'budget 2M EUR per year', ['budget: 2000000 > 2900000']],
  ['team', 'budget 1M GBP per year', 'budget 2M EUR per year', []],
  ['team', 'budget 1M EUR per year', 'budget 2M GBP per year', ['budget: 2000000 > 1000000']],
  ['platform', 'status retiring  renews 2027-01  owner t', '', ['owner:  > team:t']],
  [
    'platform',
    'personal data under gdpr',
    'personal data under ccpa',
    ['personalData: {"under":["regulation:ccpa"]} > {"under":["regulation:ccpa","regulation:gdpr"]}'],
  ],
])('a merger of a %s: %s, and %s', (kind, one, other, expected) => {
  const { changes } = merged(kind, one, other);
  expect(changes.map((line) => line.replace(/\{"amount":(\d+)[^}]*\}/g, '$1'))).toEqual(expected);
});
