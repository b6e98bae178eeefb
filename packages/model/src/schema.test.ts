import { expect, it } from 'vitest';
import type { ElementOf } from './elements.ts';
import type { ElementKind, TermKind } from './kinds.ts';
import { organizationKinds, termKinds } from './kinds.ts';
import { propertiesOf } from './schema.ts';
import { organizationOf } from './testing/organization.ts';

/** The fields of an element that statements fill. */
type Stated<K extends ElementKind> = Exclude<
  keyof ElementOf<K>,
  | 'kind'
  | 'id'
  | 'name'
  | 'path'
  | 'title'
  | 'parent'
  | 'inside'
  | 'at'
  | 'nameAt'
  | 'description'
  | 'term'
  | 'form'
  | 'scope'
>;
type Fields<K extends ElementKind> = { readonly [field in Stated<K>]-?: 'one' | 'list' | 'header' };

const general = {
  notes: 'list',
  links: 'list',
  tags: 'list',
  sourceId: 'one',
  previously: 'one',
  allows: 'list',
} as const;
const accountable = {
  responsibilities: 'list',
  decides: 'list',
  coordinates: 'list',
  serves: 'list',
  needs: 'list',
  reportsTo: 'list',
  ruling: 'one',
} as const;
const term = {
  standard: 'header',
  aliases: 'list',
  partOf: 'one',
  home: 'list',
  core: 'one',
  above: 'one',
  layer: 'one',
  measures: 'one',
  appliesTo: 'list',
  central: 'one',
  integrator: 'one',
  max: 'one',
  rank: 'one',
  coveredBy: 'list',
} as const;

/** Typed by the elements, so that the compiler holds it against the types; the test holds it against the schema. */
const fields: { readonly [K in Exclude<ElementKind, TermKind>]: Omit<Fields<K>, keyof typeof general> } = {
  organization: {
    model: 'one',
    motion: 'one',
    stage: 'one',
    currency: 'one',
    fiscalYearStart: 'one',
    strategy: 'one',
    budget: 'one',
    revenue: 'one',
  },
  region: {},
  'business-line': {},
  external: { responsibilities: 'list' },
  team: {
    ...accountable,
    lead: 'one',
    budget: 'one',
    cost: 'one',
    embeds: 'list',
    partnersWith: 'list',
    hubs: 'list',
  },
  role: {
    ...accountable,
    level: 'one',
    span: 'one',
    seats: 'one',
    holders: 'list',
    skills: 'list',
    interim: 'one',
    fte: 'one',
    location: 'one',
    cost: 'one',
  },
  person: { location: 'one', fte: 'one', skills: 'list' },
  platform: {
    owner: 'one',
    roadmap: 'one',
    uses: 'list',
    integrates: 'list',
    personalData: 'one',
    results: 'list',
    cost: 'one',
    renews: 'one',
    boughtBy: 'one',
    status: 'one',
  },
  ai: { maturity: 'one', owner: 'one' },
  dataset: { owner: 'one', sharedWith: 'list', personalData: 'one' },
  process: { owner: 'one', serves: 'list', intake: 'one', under: 'list' },
  step: { by: 'one', via: 'one', within: 'header', approval: 'header' },
  program: { owner: 'one', runsOn: 'list', budget: 'one', measures: 'list' },
  partner: {
    delivers: 'list',
    reason: 'one',
    budgetOwner: 'one',
    workflowOwner: 'one',
    serves: 'list',
    cost: 'one',
    until: 'one',
  },
  committee: { chair: 'one', members: 'list', governs: 'list', meets: 'one' },
  initiative: {
    sponsor: 'one',
    lead: 'one',
    members: 'list',
    drawsOn: 'list',
    serves: 'list',
    budget: 'one',
    until: 'one',
    exit: 'one',
  },
  charter: { mission: 'one', sponsor: 'one' },
  goal: { owner: 'one' },
  objective: { measure: 'header', owner: 'one' },
  challenge: { owner: 'one' },
  driver: { owner: 'one' },
  plan: {
    transition: 'one',
    because: 'one',
    owner: 'one',
    sponsor: 'one',
    benefits: 'list',
    tradeOffs: 'list',
    risks: 'list',
    caseStudies: 'list',
    drivenBy: 'list',
  },
  barrier: { affects: 'list', owner: 'one', strategy: 'one' },
  stakeholder: { stance: 'one', benefit: 'one', informed: 'one' },
  phase: { from: 'header', to: 'header', revenue: 'one', cost: 'one', changes: 'header' },
  view: { lens: 'one', of: 'list', depth: 'one', after: 'one' },
  'dotted-line': { from: 'header', to: 'header', purpose: 'header', strength: 'one' },
};

function statedOn(kind: ElementKind) {
  const stated = [...propertiesOf(kind).values()].map(({ field, many }) => [field, many] as const);
  return Object.fromEntries(stated.sort());
}

function byStatement(all: { readonly [field: string]: string }) {
  return Object.fromEntries(
    Object.entries<string>({ ...all, ...general })
      .filter(([, many]) => many !== 'header')
      .sort(),
  );
}

it.each(organizationKinds)('what the schema says of a %s is what the element has', (kind) => {
  expect(statedOn(kind)).toEqual(byStatement(fields[kind]));
});

it('terms have the lists of all kinds of terms', () => {
  const model = organizationOf(termKinds.map((kind) => `${kind} x-${kind}`).join('\n'));
  const lists = Object.entries(term).flatMap(([field, many]) => (many === 'list' ? [field] : []));
  for (const each of termKinds.flatMap((kind) => model.byKind[kind])) {
    expect(lists.filter((field) => !Array.isArray(Reflect.get(each, field)))).toEqual([]);
  }
});

it('terms have the fields of all kinds of terms', () => {
  const all: Omit<Fields<TermKind>, keyof typeof general> = term;
  const stated = Object.assign({}, ...termKinds.map(statedOn));
  expect(Object.fromEntries(Object.entries(stated).sort())).toEqual(byStatement(all));
});
