import { perList } from './by-document.ts';
import type { Element, ElementId, ElementOf } from './elements.ts';
import type { ElementKind } from './kinds.ts';
import { organizationKinds, termKinds } from './kinds.ts';
import type { LayeredMap } from './layered-map.ts';
import type { OrgModel } from './model.ts';
import type { Standard } from './standard.ts';

/**
 * The elements of a model: found by id in tables that models share, walked document by document. Looking up costs
 * O(1), and a new model costs nothing for the elements that it has in common with the one before.
 */
export class ElementTable implements ReadonlyMap<ElementId, Element> {
  /** The elements of each document that count, in the order of the documents. */
  readonly #documents: readonly (readonly Element[])[];
  readonly #find: (id: ElementId) => Element | undefined;
  /** The ids of the model's own elements. */
  readonly #own: LayeredMap<string>;
  readonly #standard: Standard;
  #size: number | undefined;

  constructor(
    documents: readonly (readonly Element[])[],
    find: (id: ElementId) => Element | undefined,
    own: LayeredMap<string>,
    standard: Standard,
  ) {
    this.#documents = documents;
    this.#find = find;
    this.#own = own;
    this.#standard = standard;
  }

  get(id: ElementId): Element | undefined {
    return this.#find(id);
  }

  has(id: ElementId): boolean {
    return this.get(id) !== undefined;
  }

  get size(): number {
    if (this.#size === undefined) {
      this.#size = this.#documents.reduce((sum, elements) => sum + elements.length, 0);
      for (const id of this.#standard.elements.keys()) if (!this.#own.has(id)) this.#size++;
    }
    return this.#size;
  }

  *values(): Generator<Element, undefined, unknown> {
    for (const elements of this.#documents) yield* elements;
    for (const element of this.#standard.elements.values()) if (!this.#own.has(element.id)) yield element;
    return undefined;
  }

  *keys(): Generator<ElementId, undefined, unknown> {
    for (const { id } of this.values()) yield id;
    return undefined;
  }

  *entries(): Generator<[ElementId, Element], undefined, unknown> {
    for (const element of this.values()) yield [element.id, element];
    return undefined;
  }

  [Symbol.iterator](): Generator<[ElementId, Element], undefined, unknown> {
    return this.entries();
  }

  forEach(visit: (element: Element, id: ElementId, map: ReadonlyMap<ElementId, Element>) => void): void {
    for (const element of this.values()) visit(element, element.id, this);
  }

  ofKind<K extends ElementKind>(kind: K): readonly ElementOf<K>[] {
    const lists: (readonly Element[])[] = [];
    for (const elements of this.#documents) {
      const list = kindsIn(elements).get(kind);
      if (list) lists.push(list);
    }
    const standard = standardOfKind(this.#standard, kind).filter((term) => !this.#own.has(term.id));
    if (standard.length > 0) lists.push(standard);
    let found: Element[] = [];
    // Joining lists by the thousand is several times faster than element by element.
    for (let start = 0; start < lists.length; start += 10_000) {
      found = found.concat(...lists.slice(start, start + 10_000));
    }
    return found as readonly Element[] as readonly ElementOf<K>[];
  }
}

const standards = new WeakMap<Standard, ReadonlyMap<ElementKind, readonly Element[]>>();

function standardOfKind(standard: Standard, kind: ElementKind): readonly Element[] {
  let group = standards.get(standard);
  if (!group) {
    group = Map.groupBy(standard.elements.values(), (term) => term.kind);
    standards.set(standard, group);
  }
  return group.get(kind) ?? [];
}

/** The elements of a document by kind. */
export const kindsIn = perList(
  (elements): ReadonlyMap<ElementKind, readonly Element[]> => Map.groupBy(elements, ({ kind }) => kind),
);

/** Each list is put together when it is first asked for. */
export function listsByKind(table: ElementTable): OrgModel['byKind'] {
  const lists = {};
  for (const kind of [...organizationKinds, ...termKinds]) {
    let list: readonly Element[] | undefined;
    Object.defineProperty(lists, kind, {
      enumerable: true,
      get: () => {
        list ??= table.ofKind(kind);
        return list;
      },
    });
  }
  return lists as OrgModel['byKind'];
}

/** The same of elements that stand in no table, in their order. */
export function elementsByKind(elements: Iterable<Element>): OrgModel['byKind'] {
  const groups = Map.groupBy(elements, ({ kind }) => kind);
  const lists = [...organizationKinds, ...termKinds].map((kind) => [kind, groups.get(kind) ?? []]);
  return Object.fromEntries(lists);
}
