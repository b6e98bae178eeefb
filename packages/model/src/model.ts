import type { Element, ElementId, ElementOf, Organization } from './elements.ts';
import type { Problem, Rate, RuleSetting } from './fragment.ts';
import type { ElementKind } from './kinds.ts';
import { lookupOf } from './lookup.ts';
import type { Place } from './place.ts';

/**
 * One organization, resolved: plain data that never changes. Everything derived from it (reporting lines, headcount,
 * the operating model …) is asked from the queries, which remember their answers for as long as the model lives.
 */
export interface OrgModel {
  /** Uri of the organization's folder, or of the document where it is alone. No slash at the end. */
  readonly root: string;
  /** Title of the organization, or else its name, or else the name of the folder or file. */
  readonly name: string;
  readonly organization?: Organization;
  /** Uris, sorted; the standard vocabulary is not among them. */
  readonly documents: readonly string[];
  /**
   * Everything there is today, the terms of the standard vocabulary included: first the model's own in the order of
   * documents and text, then the standard ones. What phases add is not in it.
   */
  readonly elements: ReadonlyMap<ElementId, Element>;
  /** What the phases of plans add. An id may be here and in `elements`, where a plan adds what there is already. */
  readonly added: ReadonlyMap<ElementId, Element>;
  /** The elements of today by kind, in the same order. */
  readonly byKind: { readonly [K in ElementKind]: readonly ElementOf<K>[] };
  readonly rates: readonly Rate[];
  readonly settings: readonly RuleSetting[];
  /** What is wrong with text and names, in the order of documents and text. */
  readonly problems: readonly Problem[];
}

/** A place in the model's own documents where one element names another. */
export interface Mention {
  /** The element whose statement it is. */
  readonly from: ElementId;
  readonly to: ElementId;
  /** The field that the statement fills, see the schema; `term`, `form` and `scope` in headers. */
  readonly field: string;
  readonly slot: string;
  /** As written: `designer`, `brand.designer`. */
  readonly name: string;
  readonly at: Place;
}

/** The element of today with this id. */
export function find(model: OrgModel, id: ElementId | undefined): Element | undefined {
  return id === undefined ? undefined : model.elements.get(id);
}

/** An element of today, or one that a plan brings. */
export function findPlanned(model: OrgModel, id: ElementId | undefined): Element | undefined {
  return find(model, id) ?? (id === undefined ? undefined : model.added.get(id));
}

/** The element of today with this id, if it is of the kind. */
export function findAs<K extends ElementKind>(
  model: OrgModel,
  id: ElementId | undefined,
  kind: K,
): ElementOf<K> | undefined {
  const element = find(model, id);
  return element && isKind(element, kind) ? element : undefined;
}

/** Whether an element is of this kind, for the compiler too. */
export function isKind<K extends ElementKind>(element: Element, kind: K): element is ElementOf<K> & Element {
  return element.kind === kind;
}

/** What stands directly inside an element, in source order. */
export function childrenOf(model: OrgModel, id: ElementId): readonly Element[] {
  return lookupOf(model).children(id);
}

export function parentOf(model: OrgModel, element: Element): Element | undefined {
  return find(model, element.parent);
}

/**
 * Where the model's own documents mention an element, in source order. The name in its declaration is no mention,
 * and neither is what the standard vocabulary says about its own terms.
 */
export function mentionsOf(model: OrgModel, id: ElementId): readonly Mention[] {
  return lookupOf(model).mentionsOf(id);
}

/** Every mention that stands in a document, in source order. */
export function mentionsIn(model: OrgModel, uri: string): readonly Mention[] {
  return lookupOf(model).mentionsIn(uri);
}

/** The elements of today that a document declares, in source order. */
export function elementsIn(model: OrgModel, uri: string): readonly Element[] {
  return lookupOf(model).elementsIn(uri);
}
