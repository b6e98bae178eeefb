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
import { addedSnippet, elementSnippet, rateSnippet, rulesSnippet } from './snippets.ts';

/** The statements and elements that can stand in a body of this kind; `undefined` at the top of a file. */
export function statementDrafts(source: Source, block: Block, kind: ElementKind | undefined): Draft[] {
  const { model } = source;
  if (kind === undefined) return [...topKinds.map((each) => elementDraft(model, each)), ...topLevel];
  const stated = new Set(wholeBlock(source, block).statements.map(({ head }) => head));
  const properties = [...propertiesOf(kind).values()]
    .filter(({ keyword, many }) => many === 'list' || !stated.has(keyword))
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

/** What a change can take back: whatever can be stated, but for responsibilities, which go one by one. */
export function takenDrafts(model: OrgModel, properties: Iterable<Property>): Draft[] {
  const drafts = new Map<string, Draft>();
  for (const property of properties) {
    const { keyword, type } = property;
    if (type === 'responsibility' || drafts.has(keyword)) continue;
    const documentation = propertyDoc(model, property);
    drafts.set(keyword, {
      label: keyword,
      kind: 'statement',
      detail: 'is said no more',
      documentation,
      snippet: keyword,
      rank: '1',
    });
  }
  return [...drafts.values()];
}

/** What a phase can add. */
export function addedDrafts(model: OrgModel): Draft[] {
  const kinds = new Set([...topKinds, ...Object.values(childKinds).flat()]);
  for (const kind of ['organization', 'plan', 'phase', 'view'] as const) kinds.delete(kind);
  return [...kinds].map((kind) => {
    const placed = !topKinds.includes(kind) || kind === 'role' || kind === 'team';
    return { ...elementDraft(model, kind), snippet: addedSnippet(kind, placed) };
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
    snippet: elementSnippet(kind),
    rank: '3',
  };
}

const topLevel: readonly Draft[] = [
  {
    label: 'rules',
    kind: 'element',
    detail: 'how the rules judge this organization',
    documentation: 'Severity and options of rules: `reporting/span-of-control warning { max 8 }`.',
    snippet: rulesSnippet,
    rank: '3',
  },
  {
    label: 'rate',
    kind: 'element',
    detail: 'an exchange rate',
    documentation: 'What one unit of a currency is worth in another: `rate USD 0.92 EUR`.',
    snippet: rateSnippet,
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
