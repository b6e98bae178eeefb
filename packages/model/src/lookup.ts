import type { Element, ElementId } from './elements.ts';
import { mentionsOfElement } from './mentions.ts';
import type { Mention, OrgModel } from './model.ts';
import { NameTable } from './names.ts';
import { completed, sliced } from './slices.ts';

/** What a merge knows about a model besides its data, so that questions need not walk all of it. */
export interface Lookup {
  readonly names: NameTable;
  /** One object for all models that come from one another by edits. */
  readonly lineage: object;
  /** The elements of each document, in the order of `OrgModel.documents`. */
  readonly lists: readonly (readonly Element[])[];
  children(id: ElementId): readonly Element[];
  mentionsOf(id: ElementId): readonly Mention[];
  mentionsIn(uri: string): readonly Mention[];
  elementsIn(uri: string): readonly Element[];
}

const lookups = new WeakMap<OrgModel, Lookup>();

export function provideLookup(model: OrgModel, lookup: Lookup): void {
  lookups.set(model, lookup);
}

/** For a model that was not merged from text, it is worked out from the elements once, O(n). */
export function lookupOf(model: OrgModel): Lookup {
  let lookup = lookups.get(model);
  if (!lookup) {
    lookup = completed(derive(model));
    lookups.set(model, lookup);
  }
  return lookup;
}

/**
 * Works out in small steps what questions about a model would work out when the first is asked, O(n): for whoever must
 * answer others in between.
 */
export function* prepareInSteps(model: OrgModel): Generator<undefined, void> {
  if (!lookups.has(model)) lookups.set(model, yield* derive(model));
  const take = lacking.get(model);
  if (take) take(yield* mentionsAmong(model.elements.values()));
}

/** Models whose mentions nobody has asked for yet, with what takes them when they are known. */
const lacking = new WeakMap<OrgModel, (mentions: Mentions) => void>();

function* derive(model: OrgModel): Generator<undefined, Lookup> {
  const children = new Map<ElementId, Element[]>();
  const elements = new Map<string, Element[]>();
  yield* sliced(model.elements.values(), (element) => {
    if (element.parent !== undefined) add(children, element.parent, element);
    add(elements, element.at.uri, element);
  });
  // Between the phases of a plan nobody asks for these.
  let names: NameTable | undefined;
  let mentions: Mentions | undefined;
  const mentionsOf = (): Mentions => {
    mentions ??= completed(mentionsAmong(model.elements.values()));
    return mentions;
  };
  lacking.set(model, (found) => {
    mentions ??= found;
    lacking.delete(model);
  });
  return {
    get names() {
      names ??= NameTable.of(model.elements.values());
      return names;
    },
    lineage: {},
    lists: model.documents.map((uri) => elements.get(uri) ?? []),
    children: (id) => children.get(id) ?? [],
    mentionsOf: (id) => mentionsOf().to.get(id) ?? [],
    mentionsIn: (uri) => mentionsOf().within.get(uri) ?? [],
    elementsIn: (uri) => elements.get(uri) ?? [],
  };
}

interface Mentions {
  readonly to: ReadonlyMap<ElementId, readonly Mention[]>;
  /** By document. */
  readonly within: ReadonlyMap<string, readonly Mention[]>;
}

function* mentionsAmong(elements: Iterable<Element>): Generator<undefined, Mentions> {
  const to = new Map<ElementId, Mention[]>();
  const within = new Map<string, Mention[]>();
  yield* sliced(elements, (element) => {
    if ('standard' in element && element.standard) return;
    for (const mention of mentionsOfElement(element)) {
      add(to, mention.to, mention);
      add(within, mention.at.uri, mention);
    }
  });
  return { to, within };
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
