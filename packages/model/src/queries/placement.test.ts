import { describe, expect, it } from 'vitest';
import { organizationOf } from '../testing/organization.ts';
import {
  functionOf,
  functionsOf,
  localityOf,
  localityOfHolder,
  operatingModel,
  scopeOf,
} from './placement.ts';
import { layerOf, stackLayers, statusOf } from './platforms.ts';
import { handoffs } from './processes.ts';
import { holdersOf } from './responsibilities.ts';

describe('a team', () => {
  const model = organizationOf(`
    region emea  region apac  business-line resorts
    function ours "Ours" { part of growth }
    team a is ours { team b in emea, resorts { team c  team d in apac  role x  role y in apac } role z }`);

  it.each([
    ['team:a', 'central', []],
    ['team:a.b', 'local', ['region:emea', 'business-line:resorts']],
    ['team:a.b.c', 'local', ['region:emea', 'business-line:resorts']],
    ['team:a.b.d', 'local', ['region:apac']],
  ])('%s is %s', (id, locality, scope) => {
    expect(localityOf(model, id)).toBe(locality);
    expect(scopeOf(model, id)).toEqual(scope);
  });
  it('gives its locality to its roles', () => {
    expect(model.byKind.role.map((role) => [role.name, localityOfHolder(model, role)])).toEqual([
      ['x', 'local'],
      ['y', 'local'],
      ['z', 'central'],
    ]);
  });
  it('has the function of the team around it, and what that is part of', () => {
    expect(functionOf(model, 'team:a.b.c')?.name).toBe('ours');
    expect(functionsOf(model, 'team:a.b.c').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ours', 'growth']),
    );
  });
});

describe('the operating model', () => {
  it.each<
    readonly [
      title: string,
      source: string,
      derived: string | undefined,
      share: number,
      pairs: readonly string[],
    ]
  >([
    ['nothing placed', 'team a', undefined, 0, []],
    [
      'all central',
      'team a { responsible for pricing, swag }',
      'centralized',
      1,
      ['pricing central', 'swag central'],
    ],
    [
      'all local',
      'region emea team a in emea { accountable for pricing }',
      'decentralized',
      0,
      ['pricing local'],
    ],
    [
      'some here, some there',
      'region emea team a { responsible for pricing } team b in emea { responsible for swag }',
      'hybrid',
      0.5,
      ['pricing central', 'swag local'],
    ],
    [
      'one in both',
      'region emea team a { responsible for pricing } team b in emea { responsible for pricing }',
      'hybrid',
      0.5,
      ['pricing both'],
    ],
    [
      'by activity',
      'region emea team a { responsible for content-production to produce } team b in emea { responsible for content-production to customize, deliver }',
      'hybrid',
      1 / 3,
      [
        'content-production produce central',
        'content-production customize local',
        'content-production deliver local',
      ],
    ],
    ['not by who is asked or told', 'team a { consulted on pricing  informed of swag }', undefined, 0, []],
    [
      'by roles, where their team is',
      'region emea team a in emea { role x { responsible for pricing } }',
      'decentralized',
      0,
      ['pricing local'],
    ],
  ])('%s', (_, source, derived, share, pairs) => {
    const model = organizationOf(source);
    expect(model.problems).toEqual([]);
    const found = operatingModel(model);
    expect(found.derived).toBe(derived);
    expect(found.centralShare).toBeCloseTo(share);
    const words = found.pairs.map(({ capability, activity, placement }) =>
      [capability.name, activity?.name, placement].filter((word) => word !== undefined).join(' '),
    );
    expect(words).toEqual(pairs);
  });

  it('stands beside what is declared', () => {
    expect(operatingModel(organizationOf('organization o { model hybrid }')).declared).toBe('hybrid');
  });
});

describe('responsibilities', () => {
  it('are found from the capability', () => {
    const model = organizationOf('team a { responsible for pricing, swag  role x { accountable for swag } }');
    expect(
      holdersOf(model, 'capability:swag').map(({ holder, responsibility }) => [
        holder.path,
        responsibility.involvement,
      ]),
    ).toEqual([
      ['a', 'responsible'],
      ['a.x', 'accountable'],
    ]);
    expect(holdersOf(model, 'capability:none')).toEqual([]);
  });
});

describe('the stack', () => {
  it('has its layers from the foundation up', () => {
    expect(stackLayers(organizationOf('')).map(({ name }) => name)).toEqual([
      'foundation',
      'data',
      'content',
      'decisioning',
      'engagement',
      'channel',
    ]);
  });
  it('takes layers of the model in, and ends circles', () => {
    const model = organizationOf('layer between { above data } layer x { above y } layer y { above x }');
    expect(stackLayers(model).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['between', 'x', 'y', 'channel']),
    );
    expect(stackLayers(model)).toHaveLength(9);
  });
  it('shelves platforms by category', () => {
    const model = organizationOf('platform p is customer-data-platform  platform q { status planned }');
    expect(
      model.byKind.platform.map((platform) => [layerOf(model, platform)?.name, statusOf(platform)]),
    ).toEqual([
      ['data', 'live'],
      [undefined, 'planned'],
    ]);
  });
});

describe('handoffs', () => {
  it.each<readonly [steps: string, expected: readonly string[]]>([
    ['', []],
    ['step a by t', []],
    ['step a by t  step b by t', []],
    ['step a by t  step b by u within 2 days', ['a>b within 2']],
    ['step a by t  step b  step c by u', ['b>c']],
    ['step a  step b by t  step c by u  step d by t', ['b>c', 'c>d']],
  ])('%s', (steps, expected) => {
    const model = organizationOf(`team t team u process p { ${steps.replaceAll('  ', '\n')} }`);
    expect(model.problems).toEqual([]);
    const found = handoffs(model, 'process:p').map(
      ({ from, to, within }) => `${from.name}>${to.name}${within ? ` within ${within.amount}` : ''}`,
    );
    expect(found).toEqual(expected);
  });
});
