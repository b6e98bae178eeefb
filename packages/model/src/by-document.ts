import type { Element } from './elements.ts';
import { LayeredMap } from './layered-map.ts';
import { lookupOf } from './lookup.ts';
import { perModel } from './memo.ts';
import type { OrgModel } from './model.ts';
import { elementsIn } from './model.ts';

/** The elements of one document: the same list for as long as the document says the same at the same places. */
type List = readonly Element[];

/** The same question about the elements of one document is worked out once. */
export function perList<T extends {}>(answer: (elements: List) => T): (elements: List) => T {
  const answers = new WeakMap<List, T>();
  return (elements) => {
    let known = answers.get(elements);
    if (known === undefined) {
      known = answer(elements);
      answers.set(elements, known);
    }
    return known;
  };
}

/**
 * The same question about the elements of one document, asked of all documents of a model: after an edit it is worked
 * out anew only for what was edited. The answers come in the order of the documents.
 */
export function perDocument<T extends {}>(answer: (elements: List) => T): (model: OrgModel) => readonly T[] {
  const answerTo = perList(answer);
  const latest = new WeakMap<object, { readonly lists: readonly List[]; readonly answers: readonly T[] }>();
  return perModel((model) => {
    const { lineage, lists } = lookupOf(model);
    const before = latest.get(lineage);
    const answers = lists.map((list, index) => {
      const known = list === before?.lists[index] ? before.answers[index] : undefined;
      return known ?? answerTo(list);
    });
    latest.set(lineage, { lists, answers });
    return answers;
  });
}

/**
 * What the documents of a model hold under a key, all together and in their order. `groupsOf` says what one document
 * holds. An edit costs what it changes, and O(number of documents) to see what that is.
 */
export function grouped<T>(
  groupsOf: (elements: List) => ReadonlyMap<string, readonly T[]>,
): (model: OrgModel, key: string) => readonly T[] {
  const groups = perList(groupsOf);
  const occurrences = occurrencesOf((elements) => groups(elements).keys());
  const none: readonly T[] = [];
  return (model, key) => {
    const [first, ...others] = occurrences(model).documents(key);
    if (first === undefined) return none;
    const inDocument = (uri: string) => groups(elementsIn(model, uri)).get(key) ?? none;
    return others.length === 0 ? inDocument(first) : [first, ...others].flatMap(inDocument);
  };
}

/** Where keys are found. */
export interface Occurrences {
  has(key: string): boolean;
  /** Whether it is found more than once. */
  hasSeveral(key: string): boolean;
  /** The documents in which a key is found, each once, sorted. */
  documents(key: string): readonly string[];
  /** In no order that means anything. */
  readonly keys: Iterable<string>;
  /** The keys that are found more than once, in no order that means anything. */
  readonly several: Iterable<string>;
  readonly isEmpty: boolean;
}

/** Where the keys are found that `keysOf` finds in one document, the same key as often as it is there. */
export function occurrencesOf(
  keysOf: (elements: List) => Iterable<string>,
): (model: OrgModel) => Occurrences {
  const latest = new WeakMap<object, { readonly model: State; readonly found: Found }>();
  return perModel((model) => {
    const { lineage, lists } = lookupOf(model);
    const state: State = { documents: model.documents, lists };
    const before = latest.get(lineage);
    const found = before
      ? before.found.with(differences(before.model, state), keysOf)
      : Found.empty.with(differences({ documents: [], lists: [] }, state), keysOf);
    latest.set(lineage, { model: state, found });
    return found;
  });
}

class Found implements Occurrences {
  static readonly empty = new Found(LayeredMap.empty(), LayeredMap.empty());
  /** The document of a key; where it is found several times, that of each time, sorted. */
  readonly #at: LayeredMap<string | readonly string[]>;
  readonly #several: LayeredMap<true>;

  private constructor(at: LayeredMap<string | readonly string[]>, several: LayeredMap<true>) {
    this.#at = at;
    this.#several = several;
  }

  with(changed: readonly Difference[], keysOf: (elements: List) => Iterable<string>): Found {
    const at = new Map<string, string | readonly string[] | undefined>();
    const several = new Map<string, true | undefined>();
    const move = (key: string, uri: string, more: number): void => {
      const known = at.get(key);
      const was = known !== undefined || at.has(key) ? known : this.#at.get(key);
      const now = moved(was, uri, more);
      at.set(key, now);
      if (typeof was === 'object' || typeof now === 'object') {
        several.set(key, typeof now === 'object' ? true : undefined);
      }
    };
    for (const { uri, before, after } of changed) {
      if (before) for (const [key, more] of countedKeys(before, after, keysOf)) move(key, uri, more);
      else for (const key of after ? keysOf(after) : []) move(key, uri, 1);
    }
    return new Found(this.#at.with(at), this.#several.with(several));
  }

  has(key: string): boolean {
    return this.#at.get(key) !== undefined;
  }

  hasSeveral(key: string): boolean {
    return this.#several.has(key);
  }

  documents(key: string): readonly string[] {
    const at = this.#at.get(key);
    if (at === undefined) return nowhere;
    return typeof at === 'string' ? [at] : [...new Set(at)];
  }

  get keys(): Iterable<string> {
    return this.#at.keys();
  }

  get several(): Iterable<string> {
    return this.#several.keys();
  }

  get isEmpty(): boolean {
    for (const _ of this.#at.keys()) return false;
    return true;
  }
}

const nowhere: readonly string[] = [];

/** How often more than before each key is found in one document, where that differs. */
function countedKeys(
  before: List,
  after: List | undefined,
  keysOf: (elements: List) => Iterable<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of after ? keysOf(after) : []) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const key of keysOf(before)) {
    const count = (counts.get(key) ?? 0) - 1;
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
  }
  return counts;
}

function moved(
  at: string | readonly string[] | undefined,
  uri: string,
  more: number,
): string | readonly string[] | undefined {
  if (at === undefined && more === 1) return uri;
  const uris = at === undefined ? [] : typeof at === 'string' ? [at] : [...at];
  for (let n = 0; n < more; n++) uris.push(uri);
  if (more < 0) uris.splice(uris.indexOf(uri), -more);
  const [only, another] = uris.sort();
  return another === undefined ? only : uris;
}

/** The documents of a model with their elements. */
interface State {
  readonly documents: readonly string[];
  readonly lists: readonly List[];
}

interface Difference {
  readonly uri: string;
  readonly before?: List | undefined;
  readonly after?: List | undefined;
}

function differences(before: State, after: State): readonly Difference[] {
  const found: Difference[] = [];
  if (before.documents === after.documents) {
    for (const [index, uri] of after.documents.entries()) {
      const [old, now] = [before.lists[index], after.lists[index]];
      if (old !== now) found.push({ uri, before: old, after: now });
    }
    return found;
  }
  const former = new Map(before.documents.map((uri, index) => [uri, before.lists[index]]));
  for (const [index, uri] of after.documents.entries()) {
    const [old, now] = [former.get(uri), after.lists[index]];
    if (old !== now) found.push({ uri, before: old, after: now });
    former.delete(uri);
  }
  for (const [uri, old] of former) found.push({ uri, before: old });
  return found;
}

/** Documents of either model that do not have the same elements, or not at the same places. */
export function documentsThatDiffer(before: OrgModel, after: OrgModel): readonly string[] {
  if (before === after) return nowhere;
  return differences(
    { documents: before.documents, lists: lookupOf(before).lists },
    { documents: after.documents, lists: lookupOf(after).lists },
  ).map(({ uri }) => uri);
}
