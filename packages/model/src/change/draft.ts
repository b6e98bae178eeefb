import type { DottedLine, Element, ElementId } from '../elements.ts';
import type { Rate, RuleSetting } from '../fragment.ts';
import type { ElementKind } from '../kinds.ts';
import { LineNumbers } from '../line-numbers.ts';
import type { OrgModel } from '../model.ts';
import { pathOf } from '../namesakes.ts';
import { completed, sliced } from '../slices.ts';
import { orderedKinds } from './fields.ts';
import { isOwn } from './match.ts';
import { modelOf, phasesIn } from './model-of.ts';
import { Sequence } from './sequence.ts';
import type { Rename } from './values.ts';
import { withIds } from './values.ts';

/**
 * What an element is known by while an organization is being changed: its id at the beginning, whatever it will be
 * called in the end. Names in a draft are keys.
 */
export type Key = string;

export interface Finished {
  readonly model: OrgModel;
  readonly ids: ReadonlyMap<Key, ElementId>;
}

/** An organization that is being changed. `finish` gives the model. */
export class Draft {
  readonly #base: OrgModel;
  readonly #elements = new Map<Key, Element>();
  /** Those inside which the order is not that of the text any more. */
  readonly #ordered = new Set<Key>();
  /** In their order. */
  readonly #children = new Map<Key, Set<Key> | Sequence<Key>>();
  /** Of those for which somebody asked: the names that are taken inside, and how often. */
  readonly #names = new Map<Key, Map<string, number>>();
  /** Dotted lines, by what they connect. */
  readonly #lines = new Map<string, Set<Key>>();
  rates: readonly Rate[];
  settings: readonly RuleSetting[];

  private constructor(base: OrgModel) {
    this.#base = base;
    this.rates = base.rates;
    this.settings = base.settings;
  }

  static *begin(base: OrgModel): Generator<void, Draft> {
    const draft = new Draft(base);
    yield* sliced(base.elements, ([id, element]) => {
      if (isOwn(element)) draft.#put(id, element);
    });
    return draft;
  }

  static of(base: OrgModel): Draft {
    return completed(Draft.begin(base));
  }

  get(key: Key): Element | undefined {
    return this.#elements.get(key);
  }

  has(key: Key): boolean {
    return this.#elements.has(key);
  }

  elements(): Iterable<readonly [Key, Element]> {
    return this.#elements;
  }

  /** Keys of what stands directly inside. */
  childrenOf(key: Key): readonly Key[] {
    return [...(this.#children.get(key) ?? [])];
  }

  /** The key, and those of all that is inside. */
  within(key: Key): readonly Key[] {
    const all = new Set([key]);
    for (const next of all) for (const inner of this.#children.get(next) ?? []) all.add(inner);
    return [...all];
  }

  /** Whether the one is the other, or stands inside it. */
  isWithin(inner: Key, outer: Key): boolean {
    const passed = new Set<Key>();
    for (let key: Key | undefined = inner; key !== undefined && !passed.has(key); ) {
      if (key === outer) return true;
      passed.add(key);
      key = this.#elements.get(key)?.parent;
    }
    return false;
  }

  /** Whether something of a kind has this name there. */
  isTaken(parent: Key, kind: ElementKind, name: string): boolean {
    let names = this.#names.get(parent);
    if (!names) {
      names = new Map();
      this.#names.set(parent, names);
      for (const key of this.#children.get(parent) ?? []) this.#count(this.#elements.get(key), 1);
    }
    return (names.get(`${kind}:${name}`) ?? 0) > 0;
  }

  /** Dotted lines from the one to the other. */
  linesBetween(from: Key, to: Key): readonly Key[] {
    return [...(this.#lines.get(`${from} ${to}`) ?? [])];
  }

  /** Adds an element, or puts another in its place. `parent`, and the ids that it names, are keys. */
  set(key: Key, element: Element): void {
    const before = this.#elements.get(key);
    if (before?.parent !== undefined && before.parent !== element.parent) {
      this.#children.get(before.parent)?.delete(key);
    }
    this.#forget(key, before);
    this.#put(key, element);
  }

  /** Takes away this one alone; what is inside it stays, without a parent. */
  delete(key: Key): void {
    const element = this.#elements.get(key);
    if (element?.parent !== undefined) this.#children.get(element.parent)?.delete(key);
    this.#forget(key, element);
    this.#elements.delete(key);
  }

  /** The order of the steps of a process, or of the phases of a plan. Those that are not named come last. */
  order(parent: Key, keys: readonly Key[]): void {
    const children = new Set(this.#children.get(parent));
    this.#ordered.add(parent);
    this.#children.set(parent, new Set([...keys.filter((key) => children.has(key)), ...children]));
  }

  /** Puts steps that stand in a process beside another of them. False where they stand there already. */
  place(parent: Key, keys: readonly Key[], where: 'after' | 'before', other: Key): boolean {
    let children = this.#children.get(parent) ?? new Set();
    if (children instanceof Set) {
      children = new Sequence(children);
      this.#children.set(parent, children);
    }
    this.#ordered.add(parent);
    return children.put(keys, where, other);
  }

  /** What comes to stand here stands behind what is here. */
  keepOrder(parent: Key): void {
    this.#ordered.add(parent);
  }

  orderOf(parent: Key): readonly Key[] {
    return this.childrenOf(parent).filter((key) => orderedKinds.has(this.get(key)?.kind ?? 'role'));
  }

  /** The model, and what each key came to be called. O(size), where nothing is called differently a shallow copy. */
  finish(): Finished {
    return completed(this.finishInSteps());
  }

  *finishInSteps(): Generator<void, Finished> {
    const circular = new Set<Key>();
    const ids = yield* this.#ids(circular);
    const rename: Rename = (key) => ids.get(key) ?? key;
    const elements = new Map<ElementId, Element>();
    yield* sliced(this.#inOrder(), (key) => {
      const element = this.#elements.get(key);
      const id = ids.get(key);
      if (!element || id === undefined) return;
      const orphaned =
        circular.has(key) || (element.parent !== undefined && !this.#elements.has(element.parent));
      elements.set(id, named(orphaned ? atTop(element) : element, id, rename));
    });
    return { model: yield* modelOf(this.#base, elements, this.rates, this.settings), ids };
  }

  #put(key: Key, element: Element): void {
    this.#elements.set(key, element);
    if (element.kind === 'dotted-line') {
      const ends = endsOf(element);
      const alike = this.#lines.get(ends);
      if (alike) alike.add(key);
      else this.#lines.set(ends, new Set([key]));
    }
    this.#count(element, 1);
    if (element.parent === undefined) return;
    const siblings = this.#children.get(element.parent);
    if (siblings) siblings.add(key);
    else this.#children.set(element.parent, new Set([key]));
  }

  #forget(key: Key, element: Element | undefined): void {
    if (element?.kind === 'dotted-line') this.#lines.get(endsOf(element))?.delete(key);
    this.#count(element, -1);
  }

  #count(element: Element | undefined, by: number): void {
    const names = element && this.#names.get(element.parent ?? '');
    if (!names) return;
    const name = `${element.kind}:${element.name}`;
    names.set(name, (names.get(name) ?? 0) + by);
  }

  /** Collects what stands in itself, and comes to stand at the top. */
  *#ids(circular: Set<Key>): Generator<void, ReadonlyMap<Key, ElementId>> {
    const ids = new Map<Key, ElementId>();
    const open = new Set<Key>();
    const idOf = (key: Key, above: number): ElementId => {
      const known = ids.get(key);
      if (known !== undefined) return known;
      const element = this.#elements.get(key);
      if (!element || element.kind === 'dotted-line') return key;
      const { kind, name, parent } = element;
      if (parent !== undefined && (open.has(parent) || above >= deepest)) circular.add(key);
      const outer =
        parent !== undefined && this.#elements.has(parent) && !circular.has(key) ? parent : undefined;
      open.add(key);
      const id =
        outer === undefined ? `${kind}:${name}` : `${kind}:${pathOf(idOf(outer, above + 1))}.${name}`;
      open.delete(key);
      ids.set(key, id);
      return id;
    };
    yield* sliced(this.#elements.keys(), (key) => void idOf(key, 0));
    const plain = new Map<Key, ElementId>();
    for (const [, { added }] of phasesIn(this.#elements)) {
      for (const element of added) {
        if (ids.has(element.id) || plain.has(element.id) || element.kind === 'dotted-line') continue;
        const { parent, kind, name } = element;
        const outer = parent === undefined ? undefined : (plain.get(parent) ?? ids.get(parent) ?? parent);
        plain.set(element.id, `${kind}:${outer === undefined ? '' : `${pathOf(outer)}.`}${name}`);
      }
    }
    for (const [key, id] of plain) ids.set(key, id);
    const numbers = new LineNumbers(() => 0);
    yield* sliced(this.#elements, ([key, element]) => {
      if (element.kind !== 'dotted-line') return;
      const { from, to } = element;
      ids.set(key, `dotted-line:${numbers.path(ids.get(from.id) ?? from.id, ids.get(to.id) ?? to.id)}`);
    });
    return ids;
  }

  /** The keys, with the steps of a process in the order of the process. */
  #inOrder(): Iterable<Key> {
    if (this.#ordered.size === 0) return this.#elements.keys();
    const keys: Key[] = [];
    for (const [key, { kind, parent }] of this.#elements) {
      const isPlaced =
        orderedKinds.has(kind) && this.#ordered.has(parent ?? '') && this.#elements.has(parent ?? '');
      if (isPlaced) continue;
      keys.push(key);
      if (this.#ordered.has(key)) for (const inner of this.orderOf(key)) keys.push(inner);
    }
    return keys;
  }
}

function endsOf({ from, to }: DottedLine): string {
  return `${from.id} ${to.id}`;
}

/** No organization is deeper. */
const deepest = 200;

/** The element without what it stood in. */
export function atTop(element: Element): Element {
  const { parent: _, inside: __, ...rest } = element;
  return rest as Element;
}

function named(element: Element, id: ElementId, rename: Rename): Element {
  const renamed = withIds(element, rename);
  if (renamed.id === id && renamed === element) return element;
  return { ...renamed, id, path: pathOf(id) };
}
