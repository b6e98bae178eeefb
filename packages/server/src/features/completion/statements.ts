import {
  childKinds,
  type ElementKind,
  kindNoun,
  type OrgModel,
  type Property,
  propertiesOf,
  topKinds,
} from '@mktorg/model';
import { type Block, blocksOf } from '../../text/statements.ts';
import type { Source } from '../../workspace/project.ts';
import { kindDoc, propertyDoc } from '../documentation.ts';
import type { Draft } from './items.ts';

/** The statements and elements that can stand in a body of this kind; `undefined` at the top of a file. */
export function statementDrafts(source: Source, block: Block, kind: ElementKind | undefined): Draft[] {
  const { model } = source;
  if (kind === undefined) return [...topKinds.map((each) => elementDraft(model, each)), ...topLevel];
  const stated = new Set(wholeBlock(source, block).statements.map(({ head }) => head));
  const properties = [...propertiesOf(kind).values()]
    .filter(({ keyword, many, type }) =>
      type !== 'flag' || many === 'one' ? !(many === 'one' && stated.has(keyword)) : true,
    )
    .filter(({ keyword }) => !(kind === 'step' && (keyword === 'by' || keyword === 'via')));
  const lines = lineSources.has(kind) ? [lineDraft] : [];
  return [
    ...properties.map((property) => propertyDraft(model, property, kind)),
    ...lines,
    ...(childKinds[kind] ?? []).map((each) => elementDraft(model, each)),
    ...(kind === 'phase' ? operations : []),
  ];
}

/** Every statement that some kind of element has: of what a phase changes, the kind is known only to the model. */
export function changedDrafts(model: OrgModel, properties: Iterable<Property>): Draft[] {
  const seen = new Set<string>();
  return [...properties].flatMap((property) => {
    if (seen.has(property.keyword)) return [];
    seen.add(property.keyword);
    return [propertyDraft(model, property, undefined)];
  });
}

/** What a phase can add. */
export function addedDrafts(model: OrgModel): Draft[] {
  const kinds = new Set([...topKinds, ...Object.values(childKinds).flat()]);
  for (const kind of ['organization', 'plan', 'phase', 'view'] as const) kinds.delete(kind);
  return [...kinds].map((kind) => {
    const to = topKinds.includes(kind) && kind !== 'role' && kind !== 'team' ? '' : ' to $3';
    return { ...elementDraft(model, kind), snippet: `${kind} \${1:name} "\${2:Title}"${to}` };
  });
}

/** The block with what follows the cursor, too. */
function wholeBlock(source: Source, block: Block): Block {
  const find = (within: Block): Block | undefined => {
    for (const { body } of within.statements) {
      for (const inside of body) {
        const found = inside.open?.offset === block.open?.offset ? inside : find(inside);
        if (found) return found;
      }
    }
    return undefined;
  };
  return find(blocksOf(source.tokens).document) ?? block;
}

const lineSources: ReadonlySet<ElementKind> = new Set([
  'role',
  'team',
  'external',
  'partner',
  'person',
  'committee',
]);

const lineDraft: Draft = {
  label: '..>',
  kind: 'operator',
  detail: 'a dotted line from here',
  documentation: 'A dotted line: whom this works with beside the solid line, and for what.',
  snippet: '..> ',
  suggest: true,
  rank: '2',
};

function propertyDraft(model: OrgModel, property: Property, kind: ElementKind | undefined): Draft {
  const common = property.on.length > 20;
  return {
    label: property.keyword,
    kind: 'statement',
    detail: property.example,
    documentation: propertyDoc(model, property),
    ...snippetOf(model, property),
    rank: common || kind === undefined ? '4' : '1',
  };
}

function snippetOf(model: OrgModel, { keyword, type }: Property): { snippet: string; suggest?: true } {
  switch (type) {
    case 'text':
    case 'link':
    case 'measure':
      return { snippet: `${keyword} "$1"` };
    case 'weighed':
      return {
        snippet: keyword === 'risk' ? 'risk "$1" mitigated by "$2"' : 'trade-off "$1" accepted because "$2"',
      };
    case 'money':
      return { snippet: `${keyword} \${1:100k} ${model.organization?.currency?.value ?? 'EUR'}` };
    case 'number':
      return { snippet: `${keyword} $1` };
    case 'flag':
      return { snippet: keyword };
    case 'interim':
      return { snippet: 'interim until ', suggest: true };
    case 'personal-data':
      return { snippet: 'personal data under ', suggest: true };
    case 'holder':
      return { snippet: 'held by ', suggest: true };
    default:
      return { snippet: `${keyword} `, suggest: true };
  }
}

function elementDraft(model: OrgModel, kind: ElementKind): Draft {
  return {
    label: kind,
    kind: 'element',
    detail: kindNoun(kind),
    documentation: kindDoc(model, kind),
    snippet: elementSnippets[kind] ?? plain(kind),
    rank: '3',
  };
}

function plain(kind: ElementKind): string {
  return `${kind} \${1:name} "\${2:Title}"`;
}

const elementSnippets: { readonly [kind in ElementKind]?: string } = {
  organization:
    'organization ${1:name} "${2:Title}" {\n\tmodel ${3|hybrid,centralized,decentralized|}\n\tcurrency ${4:EUR}\n\t$0\n}',
  team: 'team ${1:name} "${2:Title}" {\n\tlead ${3:head}\n\n\trole ${3:head} "${4:Title of the lead}"$0\n}',
  platform: 'platform ${1:name} "${2:Title}" is $3 {\n\towner $4\n\tused by $5\n\t$0\n}',
  dataset: 'dataset ${1:name} "${2:Title}" {\n\towner $3\n\tshared with $0\n}',
  process:
    'process ${1:name} "${2:Title}" {\n\towner $3\n\tintake via "${4:channel}"\n\tstep ${5:brief} by $6\n\t$0\n}',
  step: 'step ${1:name} by $2',
  program: 'program ${1:name} "${2:Title}" is $3 {\n\towner $4\n\truns on $5\n\tmeasure "$6"$0\n}',
  partner:
    'partner ${1:name} "${2:Title}" is $3 {\n\tdelivers $4\n\treason $5\n\tbudget owner $6\n\tworkflow owner $7\n\tuntil $0\n}',
  committee:
    'committee ${1:name} "${2:Title}" as steering-committee {\n\tchair $3\n\tmembers $4\n\tgoverns $5\n\tmeets ${6:quarterly}\n}$0',
  initiative:
    'initiative ${1:name} "${2:Title}" as tiger-team {\n\tsponsor $3\n\tlead $4\n\tmembers $5\n\tuntil $6\n\texit "$7"\n}$0',
  charter: 'charter {\n\tmission "$1"\n\tsponsor $2\n\t$0\n}',
  goal: 'goal "${1:A broad outcome}" {\n\tobjective "${2:Something measurable}" from $3 to $4 by $5\n}$0',
  objective: 'objective "${1:Something measurable}" from $2 to $3 by $4',
  challenge: 'challenge "$1"',
  plan: 'plan ${1:name} "${2:Title}" {\n\tfrom ${3:decentralized} to ${4:hybrid}\n\tbecause "$5"\n\n\tphase ${6:first} "${7:Phase 1}" from $8 to $9 {\n\t\t$0\n\t}\n}',
  phase: 'phase ${1:name} "${2:Title}" from $3 to $4 {\n\t$0\n}',
  view: 'view ${1:name} "${2:Title}" {\n\tlens ${3|reporting,stack,operating-model,initiatives,responsibilities,process,plan|}\n\tof $0\n}',
};

const topLevel: readonly Draft[] = [
  {
    label: 'rules',
    kind: 'element',
    detail: 'how the rules judge this organization',
    documentation: 'Severity and options of rules: `reporting/span-of-control warning { max 8 }`.',
    snippet: 'rules {\n\t$0\n}',
    rank: '3',
  },
  {
    label: 'rate',
    kind: 'element',
    detail: 'an exchange rate',
    documentation: 'What one unit of a currency is worth in another: `rate USD 0.92 EUR`.',
    snippet: 'rate ${1:USD} ${2:0.92} ${3:EUR}',
    rank: '3',
  },
];

const operations: readonly Draft[] = (
  [
    ['add', 'Something new, as it would be declared: `add role architect to martech-core`.'],
    ['move', 'To another place: `move web-analyst to martech-core`.'],
    ['merge', 'Into another one, which takes over what it has: `merge email-desk into martech-core`.'],
    ['remove', 'Gone, and why: `remove webmaster because "…"`.'],
    ['change', 'What is stated anew: `change crm { owner martech-core  used by +emea }`.'],
    ['retire', 'A platform or the like that ends: `retire old-email replaced by email`.'],
    ['source', 'How a skill or a capability is found: `source architecture by hire`.'],
    ['told', 'Who was told, and how: `told web-analyst "1:1, January"`.'],
  ] as const
).map(([label, documentation]) => ({
  label,
  kind: 'statement' as const,
  detail: 'a change of this phase',
  documentation,
  snippet: `${label} `,
  suggest: true,
  rank: '0',
}));
