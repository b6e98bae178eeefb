import type { Claims } from './claims.ts';
import { childKey, dependents } from './dependencies.ts';
import { ElementTable, listsByKind } from './element-table.ts';
import type { Element, ElementId, Organization } from './elements.ts';
import { label } from './elements.ts';
import type { Problem, Rate, RuleSetting } from './fragment.ts';
import { problemOf, relatedOf } from './issues.ts';
import type { LayeredMap } from './layered-map.ts';
import type { Lookup } from './lookup.ts';
import { provideLookup } from './lookup.ts';
import { repeatedDeclaration } from './misstatements.ts';
import type { Mention, OrgModel } from './model.ts';
import type { NameTable } from './names.ts';
import { pathOf } from './namesakes.ts';
import { organizationClaim } from './outline.ts';
import type { Part } from './part.ts';
import { comparePlaces } from './place.ts';
import type { Standard } from './standard.ts';
import { titleOf } from './uris.ts';

/** The state of an assembly at one moment. `claims` goes on changing: a model must not keep it. */
export interface Assembled {
  readonly root: string;
  /** One object for all states of the assembly. */
  readonly lineage: object;
  readonly standard: Standard;
  /** Sorted. */
  readonly documents: readonly string[];
  readonly parts: LayeredMap<Part>;
  readonly claims: Claims;
  readonly names: NameTable;
  /** Ids to the documents whose declaration of them counts. */
  readonly homes: LayeredMap<string>;
  readonly dependents: LayeredMap<readonly string[]>;
}

/** The model of that moment: O(number of documents), elements and mentions stay where they are. */
export function snapshot(assembled: Assembled): OrgModel {
  const { root, standard, documents, parts, homes } = assembled;
  const repeated = repeatedBetweenDocuments(assembled);
  const counting: (readonly Element[])[] = [];
  const added = new Map<ElementId, Element>();
  const rates: Rate[] = [];
  const settings: RuleSetting[] = [];
  const problems: Problem[] = [];
  const find = (id: ElementId) => parts.get(homes.get(id) ?? '')?.byId.get(id) ?? standard.elements.get(id);
  for (const uri of documents) {
    const part = parts.get(uri);
    counting.push(countingIn(part, repeated));
    if (!part) continue;
    const { fragment } = part.outline;
    for (const element of part.added) if (!added.has(element.id)) added.set(element.id, element);
    if (fragment.rates.length > 0) rates.push(...fragment.rates);
    if (fragment.settings.length > 0) settings.push(...fragment.settings);
    for (const problem of problemsOf(part, repeated.get(uri), assembled.names, find)) problems.push(problem);
  }
  const table = new ElementTable(counting, find, homes, standard);
  const organization = organizationOf(assembled);
  const model: OrgModel = {
    root,
    name: organization ? label(organization) : titleOf(root),
    ...(organization && { organization }),
    documents,
    elements: table,
    added,
    byKind: listsByKind(table),
    rates,
    settings,
    problems,
  };
  provideLookup(model, lookupIn(assembled, repeated, table, counting));
  return model;
}

function organizationOf({ claims, parts }: Assembled): Organization | undefined {
  const part = parts.get(claims.winner(organizationClaim) ?? '');
  const id = part?.outline.ids[part.outline.firsts.get(organizationClaim) ?? -1];
  const element = part?.byId.get(id ?? '');
  return element?.kind === 'organization' ? element : undefined;
}

/** By document, the ids that it declares and an earlier document declares too, with what is wrong with that. */
type Repeated = ReadonlyMap<string, ReadonlyMap<ElementId, Problem>>;

function repeatedBetweenDocuments({ claims, parts }: Assembled): Repeated {
  const repeated = new Map<string, Map<ElementId, Problem>>();
  for (const claim of claims.contested) {
    const [winner = '', ...others] = claims.of(claim);
    const first = declared(parts.get(winner), claim);
    for (const uri of others) {
      const later = declared(parts.get(uri), claim);
      if (!first || !later) continue;
      const problems = repeated.get(uri) ?? new Map<ElementId, Problem>();
      problems.set(later.id, repeatedDeclaration(later.declaration, first.declaration));
      repeated.set(uri, problems);
    }
  }
  return repeated;
}

function declared(part: Part | undefined, claim: string) {
  const index = part?.outline.firsts.get(claim) ?? -1;
  const declaration = part?.outline.fragment.declarations[index];
  return declaration && { declaration, id: part?.outline.ids[index] ?? '' };
}

const counted = new WeakMap<ReadonlyMap<ElementId, Problem>, readonly Element[]>();

/** The elements of a document that no earlier document declares. */
function countingIn(part: Part | undefined, repeated: Repeated): readonly Element[] {
  if (!part) return [];
  const ids = repeated.get(part.outline.fragment.uri);
  if (!ids) return part.elements;
  let elements = counted.get(ids);
  if (!elements) {
    elements = part.elements.filter(({ id }) => !ids.has(id));
    counted.set(ids, elements);
  }
  return elements;
}

interface Kept {
  readonly names: NameTable;
  readonly related: readonly (Element | undefined)[];
  readonly problems: readonly Problem[];
}

const kept = new WeakMap<Part, Kept>();
const none: readonly Problem[] = [];

/** The problems of a document. They are the same objects as before where nothing that they speak of has changed. */
function problemsOf(
  part: Part,
  repeated: ReadonlyMap<ElementId, Problem> | undefined,
  names: NameTable,
  find: (id: ElementId) => Element | undefined,
): readonly Problem[] {
  if (part.issues.length === 0 && !repeated) return none;
  const related = part.issues.flatMap((issue) => relatedOf(issue).map(find));
  let known = kept.get(part);
  if (known?.names !== names || known.related.some((element, index) => element !== related[index])) {
    const problems = part.issues.flatMap((issue) => problemOf(issue, names, find) ?? []);
    known = { names, related, problems: problems.sort(byPlace) };
    kept.set(part, known);
  }
  return repeated ? [...known.problems, ...repeated.values()].sort(byPlace) : known.problems;
}

function byPlace(a: Problem, b: Problem): number {
  return comparePlaces(a.at, b.at) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function lookupIn(
  assembled: Assembled,
  repeated: Repeated,
  table: ElementTable,
  lists: readonly (readonly Element[])[],
): Lookup {
  const { parts, names, lineage, dependents: dependentsByName } = assembled;
  return {
    names,
    lineage,
    lists,
    children: (id) => {
      const own = table.get(id)?.at.uri;
      if (own === undefined) return [];
      const inDocument = (uri: string) =>
        childrenIn(countingIn(parts.get(uri), repeated)).get(id) ?? noElements;
      // Text nests within a document. Others hold children where a header names the element that they stand in, or
      // where they declare the same element again.
      const elsewhere = dependentsByName.get(childKey(pathOf(id)));
      if (!elsewhere && repeated.size === 0) return inDocument(own);
      const uris = new Set([own, ...(elsewhere ?? [])]);
      for (const [uri, ids] of repeated) if (ids.has(id)) uris.add(uri);
      return uris.size === 1 ? inDocument(own) : [...uris].sort().flatMap(inDocument);
    },
    mentionsOf: (id) => {
      const lists: (readonly Mention[])[] = [];
      for (const uri of dependents(dependentsByName, pathOf(id))) {
        const part = parts.get(uri);
        const list = part && mentionsByTarget(part).get(id);
        if (list) lists.push(list);
      }
      const [only = noMentions, another] = lists;
      return another ? lists.flat() : only;
    },
    mentionsIn: (uri) => parts.get(uri)?.mentions ?? [],
    elementsIn: (uri) => countingIn(parts.get(uri), repeated),
  };
}

const noElements: readonly Element[] = [];
const noMentions: readonly Mention[] = [];

const children = new WeakMap<readonly Element[], ReadonlyMap<ElementId, readonly Element[]>>();

function childrenIn(elements: readonly Element[]): ReadonlyMap<ElementId, readonly Element[]> {
  let map = children.get(elements);
  if (!map) {
    map = Map.groupBy(elements, ({ parent }) => parent ?? '');
    children.set(elements, map);
  }
  return map;
}

const mentions = new WeakMap<Part, ReadonlyMap<ElementId, readonly Mention[]>>();

function mentionsByTarget(part: Part): ReadonlyMap<ElementId, readonly Mention[]> {
  let map = mentions.get(part);
  if (!map) {
    map = Map.groupBy(part.mentions, ({ to }) => to);
    mentions.set(part, map);
  }
  return map;
}
