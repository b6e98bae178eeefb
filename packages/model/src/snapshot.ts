import type { Claims } from './claims.ts';
import { dependents } from './dependencies.ts';
import { ElementTable, listsByKind } from './element-table.ts';
import type { Element, ElementId } from './elements.ts';
import { label } from './elements.ts';
import type { Problem } from './fragment.ts';
import { problemOf, relatedOf } from './issues.ts';
import type { LayeredMap } from './layered-map.ts';
import type { Lookup } from './lookup.ts';
import { provideLookup } from './lookup.ts';
import type { Mention, OrgModel } from './model.ts';
import type { NameTable } from './names.ts';
import { pathOf } from './namesakes.ts';
import { organizationClaim } from './outline.ts';
import type { Part } from './part.ts';
import { comparePlaces } from './place.ts';
import type { Standard } from './standard.ts';
import { titleOf } from './uris.ts';
import { repeatedDeclaration } from './work.ts';

/** The state of an assembly at one moment. `claims` goes on changing: a model must not keep it. */
export interface Assembled {
  readonly root: string;
  readonly standard: Standard;
  readonly documents: readonly string[];
  readonly parts: ReadonlyMap<string, Part>;
  readonly claims: Claims;
  readonly names: NameTable;
  readonly elements: LayeredMap<Element>;
  readonly dependents: LayeredMap<readonly string[]>;
}

export function snapshot(assembled: Assembled): OrgModel {
  const { root, standard, documents } = assembled;
  const parts = documents.flatMap((uri) => assembled.parts.get(uri) ?? []);
  const repeated = repeatedBetweenDocuments(assembled);
  const counting = parts.map(({ outline, elements }) => {
    const others = repeated.get(outline.fragment.uri);
    return others ? elements.filter(({ id }) => !others.has(id)) : elements;
  });
  const table = new ElementTable(counting, assembled.elements, standard);
  const organization = organizationOf(assembled);
  const model: OrgModel = {
    root,
    name: organization ? label(organization) : titleOf(root),
    ...(organization && { organization }),
    documents,
    elements: table,
    added: addedBy(parts),
    byKind: listsByKind(table),
    rates: parts.flatMap(({ outline }) => outline.fragment.rates),
    settings: parts.flatMap(({ outline }) => outline.fragment.settings),
    problems: parts.flatMap((part) =>
      problemsOf(part, repeated.get(part.outline.fragment.uri), assembled, table),
    ),
  };
  const byUri = new Map(
    parts.map((part, index) => [part.outline.fragment.uri, { part, counting: counting[index] ?? [] }]),
  );
  provideLookup(model, lookupIn(byUri, repeated, table, assembled.names, assembled.dependents));
  return model;
}

interface Contribution {
  readonly part: Part;
  readonly counting: readonly Element[];
}

function organizationOf({ claims, parts }: Assembled) {
  const part = parts.get(claims.winner(organizationClaim) ?? '');
  const id = part?.outline.ids[part.outline.firsts.get(organizationClaim) ?? -1];
  const element = part?.byId.get(id ?? '');
  return element?.kind === 'organization' ? element : undefined;
}

function addedBy(parts: readonly Part[]): ReadonlyMap<ElementId, Element> {
  const added = new Map<ElementId, Element>();
  for (const part of parts) {
    for (const element of part.added) if (!added.has(element.id)) added.set(element.id, element);
  }
  return added;
}

/** By document, the ids that it declares and an earlier document declares too, with what is wrong with that. */
function repeatedBetweenDocuments({
  claims,
  parts,
}: Assembled): ReadonlyMap<string, ReadonlyMap<ElementId, Problem>> {
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

interface Kept {
  readonly names: NameTable;
  readonly related: readonly (Element | undefined)[];
  readonly problems: readonly Problem[];
}

const kept = new WeakMap<Part, Kept>();

/** The problems of a document. They are the same objects as before where nothing that they speak of has changed. */
function problemsOf(
  part: Part,
  repeated: ReadonlyMap<ElementId, Problem> | undefined,
  { names }: Assembled,
  table: ElementTable,
): readonly Problem[] {
  if (part.issues.length === 0 && !repeated) return [];
  const related = part.issues.flatMap((issue) => relatedOf(issue).map((id) => table.get(id)));
  let known = kept.get(part);
  if (known?.names !== names || known.related.some((element, index) => element !== related[index])) {
    const problems = part.issues.map((issue) => problemOf(issue, names, (id) => table.get(id)));
    known = { names, related, problems: problems.sort(byPlace) };
    kept.set(part, known);
  }
  return repeated ? [...known.problems, ...repeated.values()].sort(byPlace) : known.problems;
}

function byPlace(a: Problem, b: Problem): number {
  return comparePlaces(a.at, b.at) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

function lookupIn(
  documents: ReadonlyMap<string, Contribution>,
  repeated: ReadonlyMap<string, ReadonlyMap<ElementId, Problem>>,
  table: ElementTable,
  names: NameTable,
  dependentsByName: LayeredMap<readonly string[]>,
): Lookup {
  return {
    names,
    children: (id) => {
      // Text nests within a document; only where two declare the same element has it children in both.
      const uris = [table.get(id)?.at.uri ?? ''];
      for (const [uri, ids] of repeated) if (ids.has(id)) uris.push(uri);
      return uris.sort().flatMap((uri) => childrenIn(documents.get(uri)?.counting ?? []).get(id) ?? []);
    },
    mentionsOf: (id) => {
      const uris = [...dependents(dependentsByName, pathOf(id))].sort();
      return uris.flatMap((uri) => {
        const part = documents.get(uri)?.part;
        return part ? (mentionsByTarget(part).get(id) ?? []) : [];
      });
    },
    mentionsIn: (uri) => documents.get(uri)?.part.mentions ?? [],
    elementsIn: (uri) => documents.get(uri)?.counting ?? [],
  };
}

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
