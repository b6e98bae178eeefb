import type { Element, ElementId, Phase, PhaseChange, Stated } from '../elements.ts';
import { mentionsOfElement } from '../mentions.ts';
import type { OrgModel } from '../model.ts';
import { mentionsOf } from '../model.ts';
import { belongingField, impossibleChange, leavingChanges } from '../moves.ts';
import type { Place } from '../place.ts';
import { isReferenceKey } from '../reference-keys.ts';
import { childKinds } from '../schema.ts';
import { completed, sliced } from '../slices.ts';
import { withValues } from './apply.ts';
import { Arrivals } from './arrivals.ts';
import type { Finished, Key } from './draft.ts';
import { Draft } from './draft.ts';
import type { Gone, Idle, Loss, Untimely } from './phases.ts';
import { restated } from './restated.ts';
import { mainIdOf, withSuccessors } from './surgery.ts';
import { united } from './united.ts';

/** What one phase did besides changing the organization. */
interface Carried {
  readonly losses: readonly Loss[];
  readonly untimely: readonly Untimely[];
  readonly idle: readonly Idle[];
}

/** What goes on in a phase. */
interface Going {
  /** What stands in the place of what went. */
  readonly successors: Map<Key, Key | undefined>;
  /** What one change took away. */
  readonly freed: Key[];
  readonly idle: Idle[];
}

/** Carries out the phases of one plan, one after the other. Ids are those of today and of what the plan adds. */
export class Run {
  readonly #model: OrgModel;
  readonly #draft: Draft;
  readonly #gone = new Map<Key, Gone>();
  /** Which phase brings it, and where. */
  readonly #coming = new Map<Key, { readonly phase: Phase; readonly at: Place }>();
  /** What phases have brought or changed: it may name things that today's mentions do not tell of. */
  readonly #touched = new Set<Key>();
  /** What has been moved, or has gone: it does not stand where its id says. */
  readonly #left = new Set<Key>();

  private constructor(model: OrgModel, draft: Draft, phases: readonly Phase[]) {
    this.#model = model;
    this.#draft = draft;
    for (const phase of phases) {
      for (const { adds } of phase.changes) {
        for (const { id, nameAt } of adds)
          if (!this.#coming.has(id)) this.#coming.set(id, { phase, at: nameAt });
      }
    }
  }

  static *begin(model: OrgModel, phases: readonly Phase[]): Generator<void, Run> {
    return new Run(model, yield* Draft.begin(model), phases);
  }

  /** In steps of a few hundred changes. */
  *carryOut(phase: Phase): Generator<void, Carried> {
    const untimely: Untimely[] = [];
    const idle: Idle[] = [];
    const successors = new Map<Key, Key | undefined>();
    const arrivals = new Arrivals(phase.changes, this.#draft);
    this.#bring(arrivals.early);
    const losses: Loss[] = [];
    let index = 0;
    yield* sliced(
      phase.changes,
      (change) => {
        for (const each of this.#untimely(change, phase, arrivals)) untimely.push(each);
        const freed: Key[] = [];
        const came = this.#perform(change, phase, { successors, freed, idle });
        const coming = arrivals.at(index++, change, freed);
        // What named one that went names its successor, and not what takes its name now.
        if (coming.some(({ element }) => successors.get(element.id) !== undefined)) {
          for (const loss of completed(this.#drop(successors))) losses.push(loss);
        }
        this.#bring(coming.map(({ element }) => element));
        for (const { element } of coming) successors.delete(element.id);
        for (const { change: earlier } of coming) {
          if (earlier !== change && earlier.type === 'add') this.#arrange(earlier, true, idle);
        }
        const isToCome = change.type === 'add' && change.what.some(({ id }) => arrivals.isToCome(id));
        if (!isToCome) this.#arrange(change, came, idle);
      },
      256,
    );
    this.#bring(arrivals.rest().map(({ element }) => element));
    for (const each of this.#unable(arrivals.unable())) idle.push(each);
    for (const loss of yield* this.#drop(successors)) losses.push(loss);
    return { losses, untimely, idle };
  }

  /** What could not come because something that has been moved has its name. What is inside it is not told as well. */
  *#unable(elements: readonly Element[]): Generator<Idle, void> {
    const all = new Set(elements.map(({ id }) => id));
    for (const { id, parent = '', nameAt } of elements)
      if (!all.has(parent) && this.#hasLeft(id)) yield { how: 'exists', id, at: nameAt };
  }

  /** Whether it, or what it stood in, does not stand where its id says. */
  #hasLeft(id: ElementId): boolean {
    const passed = new Set<ElementId>();
    for (let key: ElementId | undefined = id; key !== undefined && !passed.has(key); ) {
      if (this.#left.has(key)) return true;
      passed.add(key);
      key = (this.#model.elements.get(key) ?? this.#model.added.get(key))?.parent;
    }
    return false;
  }

  finish(): Generator<void, Finished> {
    return this.#draft.finishInSteps();
  }

  gone(): ReadonlyMap<Key, Gone> {
    return new Map(this.#gone);
  }

  /** Whether something has been moved by it. */
  #perform(change: PhaseChange, phase: Phase, going: Going): boolean {
    const { idle } = going;
    let came = false;
    const target = change.target && this.#draft.has(change.target.id) ? change.target.id : undefined;
    for (const ends of change.lines ?? []) {
      const keys = this.#draft.linesBetween(ends.from.id, ends.to.id);
      for (const key of keys) this.#take(key, { how: 'removed', phase, at: ends.at }, going);
      const areThere = this.#draft.has(ends.from.id) && this.#draft.has(ends.to.id);
      if (keys.length === 0 && areThere) idle.push({ how: 'no-line', id: ends.from.id, ends, at: ends.at });
    }
    for (const { id, at } of change.what) {
      const element = this.#draft.get(id);
      if (!element || !this.#canBe(change, id, idle)) continue;
      switch (change.type) {
        case 'move':
          if (target === undefined) break;
          this.#move(id, element, target, change);
          if (this.#draft.get(id) !== element) came = true;
          else if (!change.order) idle.push({ how: 'there', id, at });
          break;
        case 'merge':
          if (target === undefined) break;
          this.#merge(id, element, target, at);
          this.#take(id, { how: 'merged', phase, at, successor: target }, going);
          break;
        case 'remove':
          this.#take(id, { how: 'removed', phase, at }, going);
          break;
        case 'retire':
          this.#retire(element, target);
          this.#take(
            id,
            { how: 'retired', phase, at, ...(target !== undefined && { successor: target }) },
            going,
          );
          break;
        case 'change':
          this.#change(id, element, change.states, idle);
          break;
        default:
      }
    }
    if (leavingChanges.has(change.type)) for (const { id } of change.what) this.#left.add(id);
    return came;
  }

  /** What cannot be changes nothing. Where the text alone says so, it is a problem of the text, and told there. */
  #canBe({ type, target }: PhaseChange, key: Key, idle: Idle[]): boolean {
    if (!target || !leavingChanges.has(type)) return true;
    if (impossibleChange(type, key, target.id, target.at, this.#left)) return false;
    const element = this.#draft.get(key);
    const isAlike = this.#draft.get(target.id)?.kind === element?.kind;
    if (!isAlike || !this.#draft.isWithin(target.id, key)) return true;
    idle.push({ how: 'inside', id: key, type, beside: target.id, at: target.at });
    return false;
  }

  #change(key: Key, element: Element, states: readonly Stated[], idle: Idle[]): void {
    const { element: changed, idle: left } = restated(element, states);
    this.#set(key, changed);
    for (const { field, sign, value, at } of left) {
      // What is taken from a list may be gone already.
      if (sign === '-' && idsIn(value).some((id) => !this.#draft.has(id))) continue;
      const how = sign === '-' ? 'absent' : 'same';
      const said = sign && value !== undefined && { value };
      idle.push({ how, id: key, field, ...said, at: sign ? placeOf(value, at) : at });
    }
  }

  #bring(adds: readonly Element[]): void {
    for (const element of adds) {
      // A dotted line between the same two says anew what there is between them.
      if (element.kind !== 'dotted-line' && this.#draft.has(element.id)) continue;
      this.#set(element.id, element);
      this.#gone.delete(element.id);
      this.#left.delete(element.id);
    }
  }

  #set(key: Key, element: Element): void {
    this.#draft.set(key, element);
    this.#touched.add(key);
  }

  #move(key: Key, element: Element, target: Key, change: PhaseChange): void {
    const to = this.#draft.get(target);
    if (!to) return;
    if (childKinds[to.kind]?.includes(element.kind)) {
      if (element.parent === target) return;
      this.#place(key, element, to, target);
      return;
    }
    const field = belongingField(element.kind);
    if (!field || mainIdOf(Reflect.get(element, field.name)) === target) return;
    this.#set(key, withValues(element, field, [{ id: target, at: change.target?.at ?? change.at }]));
  }

  /** Puts steps behind another, or before it, in the order in which they are named. */
  #arrange({ type, order, what, at }: PhaseChange, came: boolean, idle: Idle[]): void {
    if (!order) return;
    const keys = [...new Set(what.map(({ id }) => id).filter((id) => this.#draft.has(id)))];
    const process = this.#draft.get(order.step.id)?.parent;
    const [first] = keys;
    if (first === undefined || !this.#draft.has(order.step.id)) return;
    if (process === undefined || keys.some((key) => this.#draft.get(key)?.parent !== process)) {
      idle.push({ how: 'elsewhere', id: first, beside: order.step.id, at: order.step.at });
      return;
    }
    if (keys.includes(order.step.id)) {
      idle.push({ how: 'itself', id: order.step.id, at: order.step.at });
      return;
    }
    // What comes into a process stands at its end, and may well be meant to.
    const isPut = this.#draft.place(process, keys, order.where, order.step.id);
    if (!isPut && !came && type === 'move') idle.push({ how: 'there', id: first, at });
  }

  /** Puts an element into another. What is there under its name already keeps it; it takes on that of where it was. */
  #place(key: Key, element: Element, to: Element, target: Key): void {
    const { inside: _, ...rest } = element;
    const from = this.#draft.get(element.parent ?? '');
    const isTaken = (name: string): boolean => this.#draft.isTaken(target, element.kind, name);
    let name = element.name;
    if (isTaken(name) && from) name = `${from.name}-${element.name}`;
    for (let number = 2; isTaken(name); number++) name = `${element.name}-${number}`;
    this.#set(key, { ...rest, name, parent: target });
    if (to.kind === 'process' || to.kind === 'plan') this.#draft.keepOrder(target);
  }

  #merge(key: Key, element: Element, target: Key, at: Place): void {
    for (const child of this.#draft.childrenOf(key)) {
      const inner = this.#draft.get(child);
      const to = this.#draft.get(target);
      if (!inner || !to || !childKinds[to.kind]?.includes(inner.kind)) continue;
      this.#place(child, inner, to, target);
      this.#left.add(child);
    }
    const into = this.#draft.get(target);
    if (into) this.#set(target, united(into, element, at, this.#model));
  }

  /** Who used what is retired uses what replaces it. */
  #retire(element: Element, target: Key | undefined): void {
    const into = this.#draft.get(target ?? '');
    if (target === undefined || into?.kind !== 'platform' || element.kind !== 'platform') return;
    const users = new Set(into.uses.map(({ by }) => by));
    const coming = element.uses.filter(({ by }) => !users.has(by));
    if (coming.length > 0) this.#set(target, { ...into, uses: [...into.uses, ...coming] });
  }

  /** Takes away an element and what is still inside it. */
  #take(key: Key, gone: Gone, { successors, freed }: Going): void {
    for (const inner of this.#draft.within(key).toReversed()) {
      this.#draft.delete(inner);
      freed.push(inner);
      const own = inner === key;
      successors.set(inner, own ? gone.successor : undefined);
      const { successor: _, ...rest } = gone;
      this.#gone.set(inner, own ? gone : rest);
    }
  }

  /** Drops what names things that went, or names what stands in their place. */
  *#drop(successors: ReadonlyMap<Key, Key | undefined>): Generator<void, readonly Loss[]> {
    if (successors.size === 0) return [];
    const candidates = new Set(this.#touched);
    for (const key of successors.keys()) {
      for (const { from } of mentionsOf(this.#model, key)) candidates.add(from);
    }
    yield* sliced(this.#draft.elements(), ([key, line]) => {
      if (line.kind === 'dotted-line' && (successors.has(line.from.id) || successors.has(line.to.id)))
        candidates.add(key);
    });
    const final = new Map([...successors.keys()].map((key) => [key, lastSuccessor(key, successors)]));
    const losses: Loss[] = [];
    yield* sliced(candidates, (key) => {
      const before = this.#draft.get(key);
      if (!before || before.kind === 'phase' || before.kind === 'plan' || before.kind === 'view') return;
      const { element, dropped } = withSuccessors(before, final);
      if (element === before) return;
      if (element.kind === 'dotted-line' && !isWhole(element)) {
        this.#draft.delete(key);
        return;
      }
      this.#set(key, element);
      for (const { field, value, target } of dropped)
        losses.push({ element: key, field, value, target, at: placeOf(value, before.nameAt) });
    });
    return losses;
  }

  #untimely(change: PhaseChange, phase: Phase, arrivals: Arrivals): readonly Untimely[] {
    const found: Untimely[] = [];
    const look = (id: ElementId, at: Place): void => {
      if (this.#draft.has(id)) return;
      const gone = this.#gone.get(id);
      const coming = this.#coming.get(id);
      if (gone) found.push({ type: 'gone', id, at, phase: gone.phase, phaseAt: gone.at });
      else if (coming) found.push({ type: 'not-yet', id, at, phase: coming.phase, phaseAt: coming.at });
    };
    /** What goes and comes anew in the phase may be named before. */
    const lookUp = (id: ElementId, at: Place): void => {
      if (!arrivals.isToCome(id)) look(id, at);
    };
    for (const { id, at } of change.what) {
      if (change.type === 'add') continue;
      // Who hears in a phase of going in it may be gone by the time that the line is read, or come by a later one.
      const isTold = change.type === 'told';
      if (!isTold || (this.#gone.has(id) && this.#gone.get(id)?.phase !== phase)) look(id, at);
    }
    const { target } = change;
    if (target) (change.type === 'add' ? lookUp : look)(target.id, target.at);
    if (change.order) look(change.order.step.id, change.order.step.at);
    for (const { from, to } of change.lines ?? []) {
      look(from.id, from.at);
      look(to.id, to.at);
    }
    for (const { value, sign, at } of change.states) {
      // What is taken from a list may be gone already.
      if (sign === '-') continue;
      for (const id of idsIn(value)) lookUp(id, placeOf(value, at));
    }
    for (const element of change.adds)
      for (const mention of mentionsOfElement(element)) lookUp(mention.to, mention.at);
    return found;
  }
}

function lastSuccessor(key: Key, successors: ReadonlyMap<Key, Key | undefined>): Key | undefined {
  const seen = new Set<Key>();
  let next: Key | undefined = key;
  while (next !== undefined && successors.has(next) && !seen.has(next)) {
    seen.add(next);
    next = successors.get(next);
  }
  return next !== undefined && seen.has(next) ? undefined : next;
}

function isWhole(line: Element): boolean {
  return 'from' in line && 'to' in line && line.from !== undefined && line.to !== undefined;
}

function placeOf(value: unknown, otherwise: Place): Place {
  return typeof value === 'object' && value !== null && 'at' in value ? (value.at as Place) : otherwise;
}

function idsIn(value: unknown): readonly ElementId[] {
  const ids: ElementId[] = [];
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'at') return undefined;
    if (typeof inner === 'string' && isReferenceKey(key)) ids.push(inner);
    return inner;
  });
  return ids;
}
