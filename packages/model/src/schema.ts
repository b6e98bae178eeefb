import type { PhaseChange } from './elements.ts';
import type { ElementKind } from './kinds.ts';
import { isTermKind, organizationKinds, termKinds } from './kinds.ts';

/**
 * What can be said of which kind of element: the one table from which lowering, resolution, completion, messages,
 * the JSON shape and the language reference come.
 */
export interface Property {
  /** The field of the resolved element. */
  readonly field: string;
  /** The words that open the statement: `owner`, `reports to`. */
  readonly keyword: string;
  readonly on: readonly ElementKind[];
  readonly type: PropertyType;
  /** `one`: stated at most once. `list`: a list of values; several lines add up. */
  readonly many: 'one' | 'list';
  /** For references: the kinds that may stand here, by slot; the slot of a plain reference is `value`. */
  readonly slots: { readonly [slot: string]: readonly ElementKind[] };
  /** For words of a fixed set. */
  readonly words?: { readonly [word: string]: string };
  /** What it means, for hover, completion and the reference. */
  readonly doc: string;
  /** How it is written, for the reference and in messages. */
  readonly example: string;
}

export type PropertyType =
  | 'ref'
  | 'word'
  | 'text'
  | 'number'
  | 'flag'
  | 'money'
  | 'moment'
  | 'link'
  | 'measure'
  | 'responsibility'
  | 'use'
  | 'holder'
  | 'member'
  | 'interim'
  | 'personal-data'
  | 'intake'
  | 'transition'
  | 'weighed'
  | 'allow';

type Slots = Property['slots'];
type Rest = Partial<Pick<Property, 'many' | 'slots' | 'words' | 'field'>>;

const table: Property[] = [];

function camel(keyword: string): string {
  return keyword.replace(/[ -](\w)/g, (_, c: string) => c.toUpperCase());
}

function property(
  keyword: string,
  on: readonly ElementKind[],
  type: PropertyType,
  doc: string,
  example: string,
  rest: Rest = {},
): void {
  table.push({ field: camel(keyword), keyword, on, type, many: 'one', slots: {}, doc, example, ...rest });
}

function ref(...kinds: ElementKind[]): { slots: Slots } {
  return { slots: { value: kinds } };
}

function refs(...kinds: ElementKind[]): { slots: Slots; many: 'list' } {
  return { slots: { value: kinds }, many: 'list' };
}

const owners = ['team', 'role', 'person', 'external', 'committee', 'partner'] as const;
const served = ['team', 'role', 'region', 'business-line', 'external', 'organization'] as const;
const everything: readonly ElementKind[] = [...organizationKinds, ...termKinds];

/** The four involvements fill one field; a line says which. */
const raci: Rest = {
  field: 'responsibilities',
  many: 'list',
  slots: {
    capabilities: ['capability'],
    activities: ['activity'],
    with: ['team', 'role', 'external', 'partner', 'function'],
  },
};

// The organization as a whole
property(
  'model',
  ['organization'],
  'word',
  'What the organization says it is. What it is, is derived from its placements.',
  'model hybrid',
  {
    words: {
      centralized: 'Specialists in one place: efficient, consistent, compliant; more handoffs.',
      decentralized:
        'Fast local teams of generalists who decide for themselves; less consistent, tools bought twice.',
      hybrid: 'Some functions, or some activities of one function, central and others local.',
    },
  },
);
property(
  'motion',
  ['organization'],
  'word',
  'The go-to-market motion: how customers come to buy.',
  'motion sales-led',
  {
    words: {
      'sales-led': 'Sales closes; marketing brings it demand.',
      'self-serve': 'Customers sign up and buy by themselves, often from a free plan.',
      mixed: 'Some customers buy by themselves, others through sales.',
    },
  },
);
property('stage', ['organization'], 'word', 'How far the company is.', 'stage mature', {
  words: {
    early: 'Few people, each doing much.',
    growth: 'Growing fast; generalists become specialists.',
    mature: 'Established; specialists and scale.',
  },
});
property(
  'currency',
  ['organization'],
  'word',
  'The currency that totals are given in, an ISO 4217 code.',
  'currency EUR',
);
property(
  'fiscal-year starts',
  ['organization'],
  'number',
  'The month, 1 to 12, in which the fiscal year starts.',
  'fiscal-year starts 04',
  { field: 'fiscalYearStart' },
);
property(
  'strategy',
  ['organization'],
  'link',
  'The strategy that the operating model serves, and where to read it.',
  'strategy "Win the direct guest" "https://…"',
);
property(
  'revenue',
  ['organization', 'phase'],
  'money',
  'Revenue: of the organization today, or expected at the end of a phase.',
  'revenue 210M EUR',
);

// Teams and roles
property(
  'lead',
  ['team', 'initiative'],
  'ref',
  'Who leads it. The roles of a team report to its lead; the lead reports to the lead of the team above.',
  'lead brand-director',
  ref('role'),
);
property(
  'responsible for',
  ['team', 'role'],
  'responsibility',
  'Does the work on these capabilities, wholly or in the activities named by `to`.',
  'responsible for content-production to customize, deliver with brand because "…"',
  raci,
);
property(
  'accountable for',
  ['team', 'role'],
  'responsibility',
  'Answers for the result: one only for each capability and activity.',
  'accountable for regional-campaigns',
  raci,
);
property(
  'consulted on',
  ['team', 'role', 'external'],
  'responsibility',
  'Is asked before it is decided.',
  'consulted on brand-standards',
  raci,
);
property(
  'informed of',
  ['team', 'role', 'external'],
  'responsibility',
  'Is told after it is decided.',
  'informed of pricing',
  raci,
);
property(
  'decides',
  ['team', 'role'],
  'ref',
  'Has the decision right on these capabilities.',
  'decides channel-mix',
  refs('capability'),
);
property(
  'coordinates',
  ['team', 'role'],
  'ref',
  'Coordinates a capability that several teams hold.',
  'coordinates email-operations',
  refs('capability'),
);
property(
  'serves',
  ['team', 'role', 'process', 'partner', 'initiative'],
  'ref',
  'Whom it works for: what makes a shared resource a defined one.',
  'serves emea-marketing, brand',
  refs(...served),
);
property(
  'needs',
  ['team', 'role'],
  'ref',
  'A dataset or a skill that it needs. Access follows from `shared with` on the dataset.',
  'needs sales-transactions',
  refs('dataset', 'skill'),
);
property(
  'reports to',
  ['team', 'role'],
  'ref',
  'The solid line, only where it differs from what leads imply.',
  'reports to brand.brand-director',
  { ...refs('role', 'external', 'team') },
);
property(
  'placed because',
  ['team', 'role'],
  'text',
  'The recorded ruling on where a team or role sits.',
  'placed because "Creative stays one craft"',
  { field: 'ruling' },
);
property(
  'budget',
  ['organization', 'team', 'program', 'initiative'],
  'money',
  'What it may spend.',
  'budget 1.2M EUR per year',
);
property(
  'cost',
  ['team', 'role', 'platform', 'partner', 'phase'],
  'money',
  'What it costs: of a role, each seat.',
  'cost 420k EUR per year',
);
property(
  'embeds',
  ['team'],
  'ref',
  'Outside departments whose people work inside the team.',
  'embeds it',
  refs('external'),
);
property(
  'partners with',
  ['team'],
  'ref',
  'Outside departments that it works with.',
  'partners with it',
  refs('external'),
);
property(
  'hubs',
  ['team'],
  'text',
  'Where the team sits, which is not whom it serves.',
  'hubs "Lisbon", "Manila"',
  { many: 'list' },
);
property('level', ['role'], 'ref', 'Seniority.', 'level director', ref('level'));
property(
  'span',
  ['role'],
  'ref',
  'How the role manages, and so how many direct reports suit it.',
  'span coach',
  ref('archetype'),
);
property('seats', ['role'], 'number', 'How many seats the role has: a pool, where more than one.', 'seats 3');
property(
  'held by',
  ['role'],
  'holder',
  'Who sits in the seats: declared persons or quoted names. Seats without a holder are vacancies.',
  'held by ayu, "Chen Wei"',
  { field: 'holders', many: 'list', slots: { value: ['person'] } },
);
property('skills', ['role', 'person'], 'ref', 'Skills held.', 'skills motion-design', refs('skill'));
property(
  'interim',
  ['role'],
  'interim',
  'Held for the time being, until a date.',
  'interim until 2027-03-31',
);
property(
  'fte',
  ['role', 'person'],
  'number',
  'Full-time equivalents, of each seat or of the person.',
  'fte 0.8',
);
property('location', ['role', 'person'], 'text', 'Where the seat or person is.', 'location "Jakarta"');

// Platforms and data
property(
  'owner',
  [
    'platform',
    'ai',
    'dataset',
    'process',
    'program',
    'goal',
    'objective',
    'challenge',
    'driver',
    'plan',
    'barrier',
  ],
  'ref',
  'Who owns it.',
  'owner marketing-operations',
  ref(...owners),
);
property(
  'roadmap',
  ['platform'],
  'ref',
  'Who sets what the platform becomes.',
  'roadmap martech-core',
  ref(...owners),
);
property(
  'used by',
  ['platform'],
  'use',
  'Who uses it, and for what.',
  'used by emea-marketing for "audience building", "consent"',
  {
    field: 'uses',
    many: 'list',
    slots: { value: ['team', 'role', 'external', 'partner', 'region', 'business-line', 'organization'] },
  },
);
property(
  'integrates',
  ['platform'],
  'ref',
  'Platforms that it exchanges data with.',
  'integrates crm, web-cms',
  refs('platform'),
);
property(
  'personal data',
  ['platform', 'dataset'],
  'personal-data',
  'Holds personal data, under these regulations.',
  'personal data under gdpr',
  { field: 'personalData', slots: { value: ['regulation'] } },
);
property(
  'result',
  ['platform'],
  'measure',
  'What it achieves, measured.',
  'result "Match rate" from 52% to 80% by 2027-Q4',
  { field: 'results', many: 'list' },
);
property('renews', ['platform'], 'moment', 'When the contract renews.', 'renews 2027-03-31');
property('bought by', ['platform'], 'ref', 'Who bought it.', 'bought by emea-marketing', ref(...owners));
property('status', ['platform'], 'word', 'Where it is in its life.', 'status live', {
  words: { planned: 'Not there yet.', live: 'In use.', retiring: 'On its way out.', retired: 'Gone.' },
});
property('maturity', ['ai'], 'word', 'How mature the AI capability is.', 'maturity experimental', {
  words: {
    experimental: 'Tried out; nobody depends on it.',
    assisted: 'Helps people who stay in charge.',
    embedded: 'Part of the daily work in one platform.',
    absorbed: 'An ordinary part of how the work is done.',
  },
});
property(
  'shared with',
  ['dataset'],
  'ref',
  'Who has access.',
  'shared with analytics',
  refs('team', 'role', 'external', 'platform', 'partner'),
);

// Processes and programs
property(
  'intake via',
  ['process'],
  'intake',
  'How requests come in: a platform, or a channel in words.',
  'intake via "shared mailbox"',
  { field: 'intake', slots: { value: ['platform'] } },
);
property(
  'under',
  ['process'],
  'ref',
  'Regulations that the process is subject to.',
  'under gdpr',
  refs('regulation'),
);
property(
  'by',
  ['step'],
  'ref',
  'Who does the step.',
  'step brief by emea-marketing',
  ref('team', 'role', 'external', 'partner', 'committee', 'region'),
);
property(
  'via',
  ['step'],
  'ref',
  'The platform it is done with.',
  'step build by martech-core via workfront',
  ref('platform'),
);
property(
  'runs on',
  ['program'],
  'ref',
  'Platforms that bring the program to life.',
  'runs on cdp, email',
  refs('platform'),
);
property(
  'measure',
  ['program'],
  'measure',
  'What tells whether it works.',
  'measure "Repeat stays" from 31% to 36% by 2027-Q4',
  { field: 'measures', many: 'list' },
);

// Partners
property(
  'delivers',
  ['partner'],
  'ref',
  'What the partner does for us.',
  'delivers paid-advertising',
  refs('capability', 'skill'),
);
property(
  'reason',
  ['partner'],
  'ref',
  'Why a partner and not a seat.',
  'reason deep-expertise',
  ref('reason'),
);
property('budget owner', ['partner'], 'ref', 'Who pays.', 'budget owner demand-gen', ref(...owners));
property(
  'workflow owner',
  ['partner'],
  'ref',
  'Who briefs the partner and accepts the work.',
  'workflow owner martech-core',
  ref(...owners),
);
property('until', ['partner', 'initiative'], 'moment', 'When it ends.', 'until 2027-06-30');

// Governance
property(
  'chair',
  ['committee'],
  'ref',
  'Who chairs it.',
  'chair cmo',
  ref('role', 'person', 'team', 'external'),
);
property(
  'members',
  ['committee', 'initiative'],
  'member',
  'Who takes part, with which share of a full-time seat.',
  'members designer at 20%, data-analyst at 50%',
  { many: 'list', slots: { value: ['role', 'team', 'person', 'external', 'partner'] } },
);
property(
  'governs',
  ['committee'],
  'ref',
  'What it decides on.',
  'governs martech-core, cdp',
  refs('team', 'platform', 'process', 'program', 'initiative', 'dataset', 'capability', 'plan'),
);
property('meets', ['committee'], 'word', 'How often it meets.', 'meets quarterly', {
  words: {
    weekly: 'Every week.',
    biweekly: 'Every two weeks.',
    monthly: 'Every month.',
    quarterly: 'Every quarter.',
    'half-yearly': 'Twice a year.',
    yearly: 'Once a year.',
    'as-needed': 'When there is need.',
  },
});
property(
  'sponsor',
  ['initiative', 'charter', 'plan'],
  'ref',
  'The executive who stands behind it.',
  'sponsor cmo',
  ref('role', 'person', 'external'),
);
property(
  'draws on',
  ['initiative'],
  'ref',
  'Teams whose capabilities it uses without taking their people.',
  'draws on martech-core',
  refs('team', 'partner'),
);
property('exit', ['initiative'], 'text', 'What must be true for it to end.', 'exit "Direct share above 45%"');

// Charter and transformation
property('mission', ['charter'], 'text', 'The north star.', 'mission "One stack, local expression."');
property(
  'from',
  ['plan'],
  'transition',
  'The operating model before and after.',
  'from decentralized to hybrid',
  {
    field: 'transition',
    words: { centralized: '', decentralized: '', hybrid: '' },
  },
);
property('because', ['plan'], 'text', 'Why.', 'because "Eleven email tools, no attribution"');
property(
  'benefit',
  ['plan'],
  'measure',
  'What the transformation brings, measured.',
  'benefit "Time to market" from 6 weeks to 2 weeks by 2027-12',
  { field: 'benefits', many: 'list' },
);
property('benefit', ['stakeholder'], 'text', 'What is in it for them.', 'benefit "Launch in days"');
property(
  'trade-off',
  ['plan'],
  'weighed',
  'What is given up, and why that is accepted.',
  'trade-off "More handoffs" accepted because "Intake is redesigned"',
  { field: 'tradeOffs', many: 'list' },
);
property(
  'risk',
  ['plan'],
  'weighed',
  'What may go wrong, and what is done about it.',
  'risk "Regions slow down" mitigated by "Launch desk in each region"',
  { field: 'risks', many: 'list' },
);
property(
  'case-study',
  ['plan'],
  'link',
  'Who has done it before.',
  'case-study "Shared service at a peer" "https://…"',
  { field: 'caseStudies', many: 'list' },
);
property('driven by', ['plan'], 'ref', 'The tipping points behind it.', 'driven by budget', refs('driver'));
property(
  'affects',
  ['barrier'],
  'ref',
  'What it stands in the way of.',
  'affects campaign-intake',
  refs(...everything),
);
property(
  'strategy',
  ['barrier'],
  'text',
  'How it is overcome.',
  'strategy "Redesign intake with the two loudest regions"',
);
property('stance', ['stakeholder'], 'word', 'Where they stand.', 'stance resistant', {
  words: {
    champion: 'Carries it to others.',
    supportive: 'For it.',
    neutral: 'Neither for nor against.',
    resistant: 'Against it, and to be won.',
    blocking: 'Stops it.',
  },
});
property('informed', ['stakeholder'], 'text', 'How they are kept informed.', 'informed "monthly demo"');

// Views
property('lens', ['view'], 'word', 'Which picture.', 'lens reporting', {
  words: {
    reporting: 'The solid-line tree with dotted lines over it.',
    stack: 'Platforms in layers.',
    'operating-model': 'Capabilities, central and local, by activity.',
    initiatives: 'Initiatives over the teams that they draw on.',
    responsibilities: 'Capabilities by team, RACI.',
    process: 'Steps in swimlanes by team.',
    plan: 'Phases on a time axis.',
  },
});
property(
  'of',
  ['view'],
  'ref',
  'Of what; of everything where absent.',
  'of growth',
  refs('team', 'role', 'process', 'plan', 'region', 'business-line', 'platform', 'initiative'),
);
property('depth', ['view'], 'number', 'How many levels deep.', 'depth 2');
property('at', ['view'], 'ref', 'After which phase; today where absent.', 'at found', {
  field: 'after',
  ...ref('phase'),
});

// Terms
property(
  'aliases',
  [...termKinds],
  'text',
  'Other words that people use for it.',
  'aliases "local campaigns"',
  { many: 'list' },
);
property(
  'part of',
  ['function'],
  'ref',
  'The function that it is part of.',
  'part of growth',
  ref('function'),
);
property(
  'home',
  ['capability'],
  'ref',
  'The functions where it usually sits.',
  'home field-marketing',
  refs('function'),
);
property('core', ['capability'], 'flag', 'Every marketing organization should have an owner for it.', 'core');
property('above', ['layer'], 'ref', 'The layer directly below.', 'above data', ref('layer'));
property(
  'layer',
  ['category'],
  'ref',
  'The layer that its platforms stand in.',
  'layer decisioning',
  ref('layer'),
);
property('measures', ['category'], 'flag', 'Its platforms measure.', 'measures');
property('applies to', ['form'], 'word', 'The kinds of element that have this form.', 'applies to team', {
  many: 'list',
  words: { team: '', committee: '', initiative: '' },
});
property('central', ['form'], 'flag', 'It exists to serve other teams.', 'central');
property('integrator', ['engagement'], 'flag', 'It does heavy lifting on systems.', 'integrator');
property('max', ['archetype'], 'number', 'Most direct reports.', 'max 7');
property('rank', ['level'], 'number', 'Seniority: higher is more senior.', 'rank 6');
property(
  'covered by',
  ['regulation'],
  'ref',
  'Who sees to it here.',
  'covered by privacy-office',
  refs(...owners),
);
property('strength', ['dotted-line'], 'word', 'How much weight the line has.', 'strength strong', {
  words: {
    strong: 'Takes part in goals and reviews.',
    normal: 'Regular collaboration.',
    weak: 'Now and then.',
  },
});

// Everything
property('note', everything, 'text', 'A remark.', 'note "Agreed in the March offsite"', {
  field: 'notes',
  many: 'list',
});
property('link', everything, 'link', 'Where to read more.', 'link "Handbook" "https://…"', {
  field: 'links',
  many: 'list',
});
property('tags', everything, 'word', 'Labels of your own.', 'tags core, pilot', { many: 'list' });
property(
  'id',
  everything,
  'text',
  'A stable identifier of the source, such as a personnel number. Imports keep it; reviews recognize by it.',
  'id "S0064"',
  { field: 'sourceId' },
);
property(
  'previously',
  everything,
  'word',
  'The former name: a review then shows a rename, not a removal and an addition.',
  'previously email-desk',
);
property(
  'allow',
  everything,
  'allow',
  'Accepts a finding of one rule on this element, with the reason.',
  'allow reporting/span-of-control because "…"',
  { field: 'allows', many: 'list' },
);

export const properties: readonly Property[] = table;

const byKind = new Map<string, ReadonlyMap<string, Property>>();

/** What can be stated on an element of this kind, by keyword. */
export function propertiesOf(kind: ElementKind): ReadonlyMap<string, Property> {
  let map = byKind.get(kind);
  if (!map) {
    map = new Map(properties.filter((p) => p.on.includes(kind)).map((p) => [p.keyword, p]));
    byKind.set(kind, map);
  }
  return map;
}

/** The kinds that stand inside an element of this kind. */
export const childKinds: { readonly [kind in ElementKind]?: readonly ElementKind[] } = {
  team: ['team', 'role', 'charter', 'challenge'],
  platform: ['ai', 'challenge'],
  process: ['step', 'challenge'],
  charter: ['goal'],
  goal: ['objective'],
  program: ['challenge'],
  organization: ['challenge'],
  partner: ['challenge'],
  role: ['challenge'],
  dataset: ['challenge'],
  plan: ['barrier', 'stakeholder', 'phase', 'charter', 'goal', 'challenge'],
};

/** The kinds inside which an element of this kind can stand. */
export function containersOf(kind: ElementKind): readonly ElementKind[] {
  return everything.filter((each) => childKinds[each]?.includes(kind));
}

/** The kinds that can stand by themselves at the top of a file. */
export const topKinds: readonly ElementKind[] = [
  'organization',
  'region',
  'business-line',
  'external',
  'team',
  'role',
  'person',
  'platform',
  'dataset',
  'process',
  'program',
  'partner',
  'committee',
  'initiative',
  'driver',
  'plan',
  'view',
  ...termKinds,
];

/** The kinds that `in` may name in the header of an element. */
export const scopeKinds: readonly ElementKind[] = ['region', 'business-line'];
/** The kinds that a dotted line may start from and lead to. */
export const lineEnds: readonly ElementKind[] = [
  'role',
  'team',
  'external',
  'partner',
  'person',
  'committee',
];

const changeable = everything.filter((kind) => kind !== 'dotted-line' && kind !== 'phase');
const things = changeable.filter((kind) => !isTermKind(kind));

/** The kinds that each change of a phase may name: what it is about, and where to, into what, replaced by what, how. */
export const changeSlots: {
  readonly [type in PhaseChange['type']]: {
    readonly what: readonly ElementKind[];
    readonly target: readonly ElementKind[];
  };
} = {
  add: { what: [], target: ['team', 'platform', 'process', 'role', 'program', 'plan', 'charter', 'goal'] },
  move: { what: things, target: things },
  merge: { what: things, target: things },
  remove: { what: things, target: [] },
  change: { what: changeable, target: [] },
  retire: { what: things, target: things },
  source: { what: ['skill', 'capability'], target: ['sourcing'] },
  told: { what: ['role', 'team', 'person', 'external', 'partner', 'stakeholder', 'committee'], target: [] },
};
