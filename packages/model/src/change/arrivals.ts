import type { DottedLine, Element, PhaseChange } from '../elements.ts';
import type { Draft, Key } from './draft.ts';

/** What comes with a change, or because of one before it. */
export interface Arrival {
  readonly element: Element;
  /** The change that adds it. */
  readonly change: PhaseChange;
  /** Its place among all that the phase adds. */
  readonly order: number;
}

/**
 * When comes what one phase adds. All of the phase may speak of it, so it comes first; only what takes the name of
 * something that goes in the same phase comes when the name is free, wherever its line stands.
 */
export class Arrivals {
  /** What is there when the phase begins. */
  readonly early: readonly Element[];
  readonly #draft: Draft;
  /** The index of the last change that takes something away by its name. */
  readonly #taken = new Map<Key, number>();
  /** The same of what goes with all that is inside it. */
  readonly #takenWhole = new Map<Key, number>();
  /** The same of dotted lines. */
  readonly #cut = new Map<string, number>();
  /** What comes later, and has not come yet. */
  readonly #late = new Map<Key, Arrival>();
  /** By what has to go, or to come, before. */
  readonly #waiting = new Map<Key, Arrival[]>();
  readonly #unable: Element[] = [];

  constructor(changes: readonly PhaseChange[], draft: Draft) {
    this.#draft = draft;
    const added = new Map<Key, Element>();
    for (const [index, { type, what, lines = [], adds }] of changes.entries()) {
      if (takingAway.has(type)) for (const { id } of what) this.#taken.set(id, index);
      if (type !== 'merge' && takingAway.has(type))
        for (const { id } of what) this.#takenWhole.set(id, index);
      for (const { from, to } of lines) this.#cut.set(`${from.id} ${to.id}`, index);
      for (const element of adds) if (element.kind !== 'dotted-line') added.set(element.id, element);
    }
    const isReplaced = (key: Key): boolean => added.has(key) && draft.has(key) && this.#goes(key, -1);
    const early: Element[] = [];
    for (const change of changes) {
      for (const element of change.adds) {
        const outer = enclosing(element, added);
        if (draft.has(element.id) || outer.some(isReplaced)) {
          this.#late.set(element.id, { element, change, order: this.#late.size });
        } else early.push(element);
      }
    }
    this.early = early;
  }

  /** Whether something of this name is still to come. */
  isToCome(key: Key): boolean {
    return this.#late.has(key);
  }

  /** In the order of the text: what comes with a change, now that it has taken away what it takes away. */
  at(index: number, { adds }: PhaseChange, freed: readonly Key[]): readonly Arrival[] {
    const coming: Arrival[] = [];
    for (const key of freed) this.#release(key, index, coming);
    for (const { id } of adds) {
      const arrival = this.#late.get(id);
      if (arrival) this.#admit(arrival, index, coming);
    }
    return coming.sort((a, b) => a.order - b.order);
  }

  /** At the end: what waited for something that did not go, and has a name of its own all the same. */
  rest(): readonly Arrival[] {
    const rest = [...this.#late.values()];
    this.#late.clear();
    return rest.filter(({ element }) => {
      const comes = element.kind === 'dotted-line' || !this.#draft.has(element.id);
      if (!comes) this.#unable.push(element);
      return comes;
    });
  }

  /** What did not come, because its name was not free. */
  unable(): readonly Element[] {
    return this.#unable;
  }

  #admit(arrival: Arrival, index: number, coming: Arrival[]): void {
    const { element } = arrival;
    const { id } = element;
    if (element.kind !== 'dotted-line' && this.#draft.has(id) && !this.#goes(id, index)) {
      this.#late.delete(id);
      this.#unable.push(element);
      this.#release(id, index, coming);
      return;
    }
    const before = this.#blocker(element, index);
    if (before === undefined) {
      this.#late.delete(id);
      coming.push(arrival);
      this.#release(id, index, coming);
      return;
    }
    const others = this.#waiting.get(before);
    if (others) others.push(arrival);
    else this.#waiting.set(before, [arrival]);
  }

  #release(key: Key, index: number, coming: Arrival[]): void {
    const waiting = this.#waiting.get(key);
    if (!waiting) return;
    this.#waiting.delete(key);
    for (const arrival of waiting) this.#admit(arrival, index, coming);
  }

  /** What has to go, or to come, before an element can. */
  #blocker(element: Element, index: number): Key | undefined {
    const isAwaited = (key: Key): boolean =>
      this.#late.has(key) && (!this.#draft.has(key) || this.#goes(key, index));
    if (element.kind === 'dotted-line') {
      const isCut = this.#draft.has(element.id) && (this.#cut.get(ends(element)) ?? -1) > index;
      return isCut ? element.id : [element.from.id, element.to.id].find(isAwaited);
    }
    if (this.#draft.has(element.id)) return element.id;
    return element.parent !== undefined && isAwaited(element.parent) ? element.parent : undefined;
  }

  /** Whether a later change takes it away, by itself or with what it stands in. */
  #goes(key: Key, index: number): boolean {
    if ((this.#taken.get(key) ?? -1) > index) return true;
    const passed = new Set<Key>();
    for (let outer: Key | undefined = key; outer !== undefined && !passed.has(outer); ) {
      if ((this.#takenWhole.get(outer) ?? -1) > index) return true;
      passed.add(outer);
      outer = this.#draft.get(outer)?.parent;
    }
    return false;
  }
}

const takingAway: ReadonlySet<PhaseChange['type']> = new Set(['merge', 'remove', 'retire']);

/** What a phase adds and a thing stands in, near and far; of a dotted line also what it connects. */
function enclosing(element: Element, added: ReadonlyMap<Key, Element>): readonly Key[] {
  const starts = element.kind === 'dotted-line' ? [element.from.id, element.to.id] : [];
  const found = new Set([...starts, ...(element.parent === undefined ? [] : [element.parent])]);
  for (const key of found) {
    const outer = added.get(key)?.parent;
    if (outer !== undefined) found.add(outer);
  }
  return [...found];
}

function ends({ from, to }: DottedLine): string {
  return `${from.id} ${to.id}`;
}
