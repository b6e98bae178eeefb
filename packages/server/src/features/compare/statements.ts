import {
  type AfterPhase,
  type Change,
  type ElementId,
  find,
  isReferenceKey,
  type OrgModel,
  type PhaseChange,
  type Place,
  parentOf,
} from '@mktorg/model';

/** Finds the statement in a plan that does something to an element. */
export interface Statements {
  /**
   * Where the phases say it: the statement that names the element, or what it is in, or what it speaks of; otherwise
   * the phase that was reached. Ids are those at the point in question; `gone`: at the point before.
   */
  of(id: ElementId, gone: boolean, changes?: readonly Change[]): Place | undefined;
}

/** What only accompanies a change says nothing of who or what becomes different. */
const aside: ReadonlySet<PhaseChange['type']> = new Set(['told', 'source']);

/**
 * The statements of the phases between two points of one plan. The first that names an element counts: what it does
 * comes before what is said of it later.
 *
 * @param first outcomes up to the point before, none of today
 * @param last outcomes up to the point after
 */
export function statementsBetween(
  first: readonly AfterPhase[],
  last: readonly AfterPhase[],
  models: { readonly before: OrgModel; readonly after: OrgModel },
): Statements {
  const [shorter, longer] = first.length < last.length ? [first, last] : [last, first];
  const passed = longer.slice(shorter.length);
  const reached = passed.at(-1)?.phase.nameAt;
  const names = { before: namesAt(first.at(-1)), after: namesAt(last.at(-1)) };
  const places = placesIn(passed);
  const inside = placesInside(places, models.before, names.before);

  /** What comes, goes or moves with what it is in is said of that; what counts seats is said of those inside. */
  const around = (id: ElementId, gone: boolean): Place | undefined => {
    const model = gone ? models.before : models.after;
    const keyOf = gone ? names.before : names.after;
    for (let each = find(model, id); each; each = parentOf(model, each)) {
      const key = keyOf(each.id);
      const place = places.get(key) ?? inside.get(key);
      if (place) return place;
    }
    return undefined;
  };
  return {
    of(id, gone, changes = []) {
      const direct = places.get((gone ? names.before : names.after)(id));
      if (direct) return direct;
      for (const change of changes) {
        if (change.type !== 'changed') continue;
        const spoken = [
          ...change.minus.flatMap((value) => idsIn(value).map(names.before)),
          ...change.plus.flatMap((value) => idsIn(value).map(names.after)),
        ];
        const place = spoken.map((key) => places.get(key)).find((each) => each !== undefined);
        if (place) return place;
      }
      return around(id, gone) ?? reached;
    },
  };
}

/** The id of today, or in the plan, of an element at a point. */
function namesAt(outcome: AfterPhase | undefined): (id: ElementId) => ElementId {
  if (!outcome) return (id) => id;
  const keys = new Map<ElementId, ElementId>();
  for (const [key, id] of outcome.ids) keys.set(id, key);
  return (id) => keys.get(id) ?? id;
}

/** By id of today, or in the plan. */
function placesIn(outcomes: readonly AfterPhase[]): ReadonlyMap<ElementId, Place> {
  const places = new Map<ElementId, Place>();
  const take = (id: ElementId, at: Place): void => {
    if (!places.has(id)) places.set(id, at);
  };
  const changes = outcomes.flatMap(({ phase }) => phase.changes);
  for (const { type, what, adds, at } of changes) {
    for (const each of adds) take(each.id, each.nameAt);
    if (type !== 'add' && !aside.has(type)) for (const { id } of what) take(id, at);
  }
  for (const { type, what, target, at } of changes) {
    if (target) take(target.id, at);
    if (aside.has(type)) for (const { id } of what) take(id, at);
  }
  return places;
}

/** By what is around them before, in ids of today or in the plan: the first statement about something in it. */
function placesInside(
  places: ReadonlyMap<ElementId, Place>,
  before: OrgModel,
  keyOf: (id: ElementId) => ElementId,
): ReadonlyMap<ElementId, Place> {
  const inside = new Map<ElementId, Place>();
  for (const element of before.elements.values()) {
    const place = places.get(keyOf(element.id));
    if (!place) continue;
    for (let outer = parentOf(before, element); outer; outer = parentOf(before, outer)) {
      const key = keyOf(outer.id);
      if (!inside.has(key)) inside.set(key, place);
    }
  }
  return inside;
}

/** What a value speaks of; an order is one value that lists ids. */
function idsIn(value: unknown): readonly ElementId[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return isReferenceKey(key) ? [inner] : [];
    if (key === 'ids' && Array.isArray(inner)) return inner.filter((id) => typeof id === 'string');
    return key === 'at' ? [] : idsIn(inner);
  });
}
