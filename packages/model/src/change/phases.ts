import type { Element, ElementId, Phase, PhaseChange, Plan, Stated } from '../elements.ts';
import { perModel } from '../memo.ts';
import { mentionsOfElement } from '../mentions.ts';
import type { OrgModel } from '../model.ts';
import { childrenOf, findAs, mentionsOf } from '../model.ts';
import type { Place } from '../place.ts';
import { isReferenceKey } from '../reference-keys.ts';
import { childKinds } from '../schema.ts';
import { withValues } from './apply.ts';
import type { Change } from './change.ts';
import { diff } from './diff.ts';
import type { Key } from './draft.ts';
import { Draft } from './draft.ts';
import { fieldOf } from './fields.ts';
import { distinct, memberKey, united, withSuccessors } from './surgery.ts';

/** The organization after one phase of a plan, and how it came to be. */
export interface AfterPhase {
  readonly plan: Plan;
  readonly phase: Phase;
  readonly model: OrgModel;
  /** From the end of the phase before, or from today. */
  readonly changes: readonly Change[];
  /** What an element of today, or of what the plan adds, is called after the phase; what is gone is not in it. */
  readonly ids: ReadonlyMap<ElementId, ElementId>;
  /** Statements that were dropped because they named what is gone. */
  readonly losses: readonly Loss[];
  /** Names in the phase of what is not there yet, or no more. */
  readonly untimely: readonly Untimely[];
  /** How what is gone went, in this phase or an earlier one, by its id today. */
  readonly gone: ReadonlyMap<ElementId, Gone>;
}

export interface Gone {
  readonly how: 'removed' | 'retired' | 'merged';
  readonly phase: Phase;
  readonly at: Place;
  /** What stands in its place, by its id today. */
  readonly successor?: ElementId;
}

export interface Loss {
  /** The element that said it, as it is called after the phase. */
  readonly element: ElementId;
  readonly field: string;
  readonly value: unknown;
  /** What it named, by its id today. */
  readonly target: ElementId;
  readonly at: Place;
}

export interface Untimely {
  readonly type: 'gone' | 'not-yet';
  /** By its id today, or in the plan. */
  readonly id: ElementId;
  readonly at: Place;
  /** The phase that took it away or that brings it. */
  readonly phase: Phase;
  readonly phaseAt: Place;
}

/** The organization after each phase of a plan, in the order of the phases. Plans start from today, each by itself. */
export function afterPhases(model: OrgModel, planId: ElementId): readonly AfterPhase[] {
  const progress = progressOf(model, planId);
  while (progress.step());
  return progress.outcomes;
}

/** The same one by one: each phase is carried out when it is asked for, and once. */
export function* phaseByPhase(model: OrgModel, planId: ElementId): Generator<AfterPhase, void> {
  const progress = progressOf(model, planId);
  for (let index = 0; ; index++) {
    if (index === progress.outcomes.length && !progress.step()) return;
    const outcome = progress.outcomes[index];
    if (outcome) yield outcome;
  }
}

/** The organization after one phase; nothing where there is no such phase, or it stands in no plan. */
export function afterPhase(model: OrgModel, phaseId: ElementId): AfterPhase | undefined {
  const phase = findAs(model, phaseId, 'phase');
  for (const outcome of phaseByPhase(model, phase?.parent ?? '')) {
    if (outcome.phase.id === phaseId) return outcome;
  }
  return undefined;
}

/** How far the phases of a plan are carried out. */
interface Progress {
  readonly outcomes: readonly AfterPhase[];
  /** Carries out the next phase; false where there is none. */
  step(): boolean;
}

const plans = perModel(() => new Map<ElementId, Progress>());

function progressOf(model: OrgModel, planId: ElementId): Progress {
  const known = plans(model);
  let progress = known.get(planId);
  if (!progress) {
    const plan = findAs(model, planId, 'plan');
    progress = plan ? carryOut(model, plan) : { outcomes: [], step: () => false };
    known.set(planId, progress);
  }
  return progress;
}

function carryOut(model: OrgModel, plan: Plan): Progress {
  const phases = childrenOf(model, plan.id).filter((child): child is Phase => child.kind === 'phase');
  const run = new Run(model, phases);
  let before = { model, ids: new Map<ElementId, ElementId>() };
  for (const id of model.elements.keys()) before.ids.set(id, id);
  const outcomes: AfterPhase[] = [];
  const step = (): boolean => {
    const phase = phases[outcomes.length];
    if (!phase) return false;
    const { losses, untimely } = run.carryOut(phase);
    const after = run.finish();
    const matched = new Map<ElementId, ElementId>();
    const backwards = new Map<ElementId, ElementId>();
    for (const [key, id] of after.ids) {
      const was = before.ids.get(key);
      if (was === undefined || !after.model.elements.has(id)) continue;
      matched.set(was, id);
      backwards.set(id, was);
    }
    outcomes.push({
      plan,
      phase,
      model: after.model,
      changes: diff(before.model, after.model, { after: matched, before: backwards, inferred: new Map() }),
      ids: after.ids,
      losses: losses.map((loss) => ({ ...loss, element: after.ids.get(loss.element) ?? loss.element })),
      untimely,
      gone: run.gone(),
    });
    before = { model: after.model, ids: new Map(after.ids) };
    return true;
  };
  return { outcomes, step };
}

/** Carries out the phases of one plan, one after the other. Ids are those of today and of what the plan adds. */
class Run {
  readonly #model: OrgModel;
  readonly #draft: Draft;
  readonly #gone = new Map<Key, Gone>();
  /** Which phase brings it, and where. */
  readonly #coming = new Map<Key, { readonly phase: Phase; readonly at: Place }>();
  /** What phases have brought or changed: it may name things that today's mentions do not tell of. */
  readonly #touched = new Set<Key>();

  constructor(model: OrgModel, phases: readonly Phase[]) {
    this.#model = model;
    this.#draft = new Draft(model);
    for (const phase of phases) {
      for (const { adds } of phase.changes) {
        for (const { id, nameAt } of adds)
          if (!this.#coming.has(id)) this.#coming.set(id, { phase, at: nameAt });
      }
    }
  }

  carryOut(phase: Phase): { readonly losses: readonly Loss[]; readonly untimely: readonly Untimely[] } {
    const untimely: Untimely[] = [];
    const successors = new Map<Key, Key | undefined>();
    // What a phase adds, all of the phase may speak of; what takes a name that must first be free comes in its turn.
    const early = new Set(phase.changes.filter(({ adds }) => adds.every(({ id }) => !this.#draft.has(id))));
    for (const change of early) this.#bring(change.adds);
    for (const change of phase.changes) {
      untimely.push(...this.#untimely(change));
      this.#perform(change, phase, successors);
      if (!early.has(change)) this.#bring(change.adds);
    }
    return { losses: this.#drop(successors), untimely };
  }

  finish(): { readonly model: OrgModel; readonly ids: ReadonlyMap<Key, ElementId> } {
    return this.#draft.finish();
  }

  gone(): ReadonlyMap<Key, Gone> {
    return new Map(this.#gone);
  }

  #perform(change: PhaseChange, phase: Phase, successors: Map<Key, Key | undefined>): void {
    const target = change.target && this.#draft.has(change.target.id) ? change.target.id : undefined;
    for (const { id, at } of change.what) {
      const element = this.#draft.get(id);
      if (!element) continue;
      switch (change.type) {
        case 'move':
          if (target !== undefined) this.#move(id, element, target, change);
          break;
        case 'merge':
          // What cannot be is told elsewhere, and changes nothing.
          if (target === undefined || target === id || this.#draft.get(target)?.kind !== element.kind) break;
          this.#merge(id, element, target);
          this.#take(id, { how: 'merged', phase, at, successor: target }, successors);
          break;
        case 'remove':
          this.#take(id, { how: 'removed', phase, at }, successors);
          break;
        case 'retire':
          if (target === id) break;
          this.#retire(id, element, target);
          this.#take(
            id,
            { how: 'retired', phase, at, ...(target !== undefined && { successor: target }) },
            successors,
          );
          break;
        case 'change':
          this.#set(id, stated(element, change.states));
          break;
        default:
      }
    }
  }

  #bring(adds: readonly Element[]): void {
    for (const element of adds) {
      // A dotted line between the same two says anew what there is between them.
      if (element.kind !== 'dotted-line' && this.#draft.has(element.id)) continue;
      this.#set(element.id, element);
      this.#gone.delete(element.id);
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
      if (!this.#draft.within(key).includes(target)) this.#place(key, element, to, target);
      return;
    }
    const field = ['role', 'team'].includes(element.kind)
      ? fieldOf(element.kind, 'reportsTo')
      : (fieldOf(element.kind, 'owner') ?? fieldOf(element.kind, 'workflowOwner'));
    if (field)
      this.#set(key, withValues(element, field, [{ id: target, at: change.target?.at ?? change.at }]));
  }

  /** Puts an element into another. What is there under its name already keeps it; it takes on that of where it was. */
  #place(key: Key, element: Element, to: Element, target: Key): void {
    const { inside: _, ...rest } = element;
    const from = this.#draft.get(element.parent ?? '');
    const taken = new Set<string>();
    for (const sibling of this.#draft.childrenOf(target)) {
      const other = this.#draft.get(sibling);
      if (sibling !== key && other?.kind === element.kind) taken.add(other.name);
    }
    let name = element.name;
    if (taken.has(name) && from) name = `${from.name}-${element.name}`;
    for (let number = 2; taken.has(name); number++) name = `${element.name}-${number}`;
    this.#set(key, { ...rest, name, parent: target });
    if (to.kind === 'process' || to.kind === 'plan')
      this.#draft.order(target, [...this.#draft.orderOf(target)]);
  }

  #merge(key: Key, element: Element, target: Key): void {
    for (const child of this.#draft.childrenOf(key)) {
      const inner = this.#draft.get(child);
      const to = this.#draft.get(target);
      if (inner && to && childKinds[to.kind]?.includes(inner.kind)) this.#place(child, inner, to, target);
    }
    const into = this.#draft.get(target);
    if (into) this.#set(target, united(into, element));
  }

  /** Who used what is retired uses what replaces it. */
  #retire(_key: Key, element: Element, target: Key | undefined): void {
    const into = this.#draft.get(target ?? '');
    if (target === undefined || into?.kind !== 'platform' || element.kind !== 'platform') return;
    const users = new Set(into.uses.map(({ by }) => by));
    const coming = element.uses.filter(({ by }) => !users.has(by));
    if (coming.length > 0) this.#set(target, { ...into, uses: [...into.uses, ...coming] });
  }

  /** Takes away an element and what is still inside it. */
  #take(key: Key, gone: Gone, successors: Map<Key, Key | undefined>): void {
    for (const inner of this.#draft.within(key).toReversed()) {
      this.#draft.delete(inner);
      const own = inner === key;
      successors.set(inner, own ? gone.successor : undefined);
      const { successor: _, ...rest } = gone;
      this.#gone.set(inner, own ? gone : rest);
    }
  }

  /** Drops what names things that went, or names what stands in their place. */
  #drop(successors: ReadonlyMap<Key, Key | undefined>): readonly Loss[] {
    if (successors.size === 0) return [];
    const candidates = new Set(this.#touched);
    for (const key of successors.keys()) {
      for (const { from } of mentionsOf(this.#model, key)) candidates.add(from);
    }
    for (const [key, line] of this.#draft.elements()) {
      if (line.kind === 'dotted-line' && (successors.has(line.from.id) || successors.has(line.to.id)))
        candidates.add(key);
    }
    const final = new Map([...successors.keys()].map((key) => [key, lastSuccessor(key, successors)]));
    const losses: Loss[] = [];
    for (const key of candidates) {
      const before = this.#draft.get(key);
      if (!before || before.kind === 'phase' || before.kind === 'plan' || before.kind === 'view') continue;
      const { element, dropped } = withSuccessors(before, final);
      if (element === before) continue;
      if (element.kind === 'dotted-line' && !isWhole(element)) {
        this.#draft.delete(key);
        continue;
      }
      this.#set(key, element);
      for (const { field, value, target } of dropped)
        losses.push({ element: key, field, value, target, at: placeOf(value, before.nameAt) });
    }
    return losses;
  }

  #untimely(change: PhaseChange): readonly Untimely[] {
    const found: Untimely[] = [];
    const look = (id: ElementId, at: Place): void => {
      if (this.#draft.has(id)) return;
      const gone = this.#gone.get(id);
      const coming = this.#coming.get(id);
      if (gone) found.push({ type: 'gone', id, at, phase: gone.phase, phaseAt: gone.at });
      else if (coming) found.push({ type: 'not-yet', id, at, phase: coming.phase, phaseAt: coming.at });
    };
    // Whoever is told of going may be gone by the time that the line is read.
    if (change.type !== 'told') for (const { id, at } of change.what) if (change.type !== 'add') look(id, at);
    if (change.target) look(change.target.id, change.target.at);
    for (const { value, sign, at } of change.states) {
      // What is taken from a list may be gone already.
      if (sign === '-') continue;
      for (const id of idsIn(value)) look(id, placeOf(value, at));
    }
    for (const element of change.adds)
      for (const mention of mentionsOfElement(element)) look(mention.to, mention.at);
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

/** The element with what a change states anew: values replace, and those with a sign add to a list or take from it. */
function stated(element: Element, states: readonly Stated[]): Element {
  let result = element;
  for (const [name, group] of Map.groupBy(states, ({ field }) => field)) {
    const field = fieldOf(element.kind, name);
    if (!field) continue;
    const plain = group.filter(({ sign }) => sign === undefined).map(({ value }) => value);
    const plus = group.filter(({ sign }) => sign === '+').map(({ value }) => value);
    const minus = new Set(group.filter(({ sign }) => sign === '-').map(({ value }) => memberKey(value)));
    const current: unknown = Reflect.get(result, name);
    const before = Array.isArray(current) ? current : current === undefined ? [] : [current];
    const base = plain.length > 0 ? plain : before;
    const coming = new Set(plus.map(memberKey));
    const values = [
      ...base.filter((value) => !minus.has(memberKey(value)) && !coming.has(memberKey(value))),
      ...plus,
    ];
    result = withValues(result, field, field.many === 'one' ? values.slice(-1) : distinct(values));
  }
  return result;
}
