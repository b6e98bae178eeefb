import type { Element, ElementId } from '../elements.ts';
import { perModel } from '../memo.ts';
import type { OrgModel } from '../model.ts';
import { childrenOf } from '../model.ts';
import { pathOf } from '../namesakes.ts';
import { completed, sliced } from '../slices.ts';
import type { Added, Change, Changed, Moved } from './change.ts';
import type { Field } from './fields.ts';
import { fieldsOf, orderedKinds } from './fields.ts';
import type { Matching } from './match.ts';
import { isOwn, match } from './match.ts';
import type { Rename } from './values.ts';
import { keyOf, valuesOf } from './values.ts';

/**
 * What is different between two organizations, as changes that lead from the first to the second: what comes, moves,
 * is renamed and says something else in the order of the second, then what goes in the order of the first. The text
 * is none of it: not its format, not its order, not in which file something stands. O(size of both models).
 */
export function diff(a: OrgModel, b: OrgModel, matching: Matching = match(a, b)): readonly Change[] {
  return completed(diffInSteps(a, b, matching));
}

/** The same in small steps. */
export function* diffInSteps(
  a: OrgModel,
  b: OrgModel,
  matching: Matching,
): Generator<void, readonly Change[]> {
  const rename = renameFor(a, b, matching);
  const same: Rename = (id) => id;
  const changes: Change[] = [];
  yield* sliced(b.elements.values(), (element) => {
    if (!isOwn(element)) return;
    const former = a.elements.get(matching.before.get(element.id) ?? '');
    if (!former) {
      changes.push({ type: 'added', element, ...positionOf(b, element) });
      return;
    }
    // Between the phases of a plan most elements are the very same.
    if (former === element && !isOrdered(element)) return;
    const inferred = matching.inferred.get(element.id);
    const matched = { before: former.id, after: element.id, ...(inferred && { inferred }) };
    if (element.kind !== 'dotted-line') {
      const positions = () => positionsOf(positionOf(a, former), positionOf(b, element));
      changes.push(...movedOrRenamed(former, element, matched, positions, rename));
    }
    for (const field of fieldsOf(element.kind)) {
      const change = changeOf(former, element, field, rename, same);
      if (change) changes.push({ type: 'changed', ...matched, field: field.name, ...change });
    }
    const order = orderOf(a, former, b, element, matching);
    if (order) changes.push({ type: 'changed', ...matched, field: 'order', ...order });
  });
  yield* sliced(a.elements.values(), (element) => {
    if (isOwn(element) && !matching.after.has(element.id)) {
      changes.push({ type: 'removed', element, ...positionOf(a, element) });
    }
  });
  for (const field of ['rates', 'settings'] as const) {
    const change = between(a[field], b[field], same, same);
    if (change) changes.push({ type: 'settings', field: field === 'rates' ? 'rates' : 'rules', ...change });
  }
  return changes;
}

type Pair = Pick<Changed, 'before' | 'after' | 'inferred'>;

function movedOrRenamed(
  a: Element,
  b: Element,
  matched: Pair,
  positions: () => Pick<Moved, 'positions'>,
  rename: Rename,
): readonly Change[] {
  const changes: Change[] = [];
  if ((a.parent === undefined ? undefined : rename(a.parent)) !== b.parent) {
    changes.push({
      type: 'moved',
      ...matched,
      ...(a.parent !== undefined && { from: a.parent }),
      ...(b.parent !== undefined && { to: b.parent }),
      ...positions(),
    });
  }
  if (a.name !== b.name) changes.push({ type: 'renamed', ...matched, from: a.name, to: b.name });
  return changes;
}

type Difference = Pick<Changed, 'minus' | 'plus'>;

function changeOf(
  a: Element,
  b: Element,
  field: Field,
  rename: Rename,
  same: Rename,
): Difference | undefined {
  const before: unknown = Reflect.get(a, field.name);
  const after: unknown = Reflect.get(b, field.name);
  if (before === after) return undefined;
  return between(valuesOf(a, field), valuesOf(b, field), rename, same);
}

/** The values that went and those that came; nothing where they say the same. */
function between(
  before: readonly unknown[],
  after: readonly unknown[],
  rename: Rename,
  same: Rename,
): Difference | undefined {
  if (before.length === 0 && after.length === 0) return undefined;
  // Most have one value, and the same.
  if (before.length === 1 && after.length === 1 && keyOf(before[0], rename) === keyOf(after[0], same)) {
    return undefined;
  }
  const left = before.map((value) => ({ value, key: keyOf(value, rename) }));
  const counts = new Map<string, number>();
  for (const { key } of left) counts.set(key, (counts.get(key) ?? 0) + 1);
  const plus = after.filter((value) => {
    const key = keyOf(value, same);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
  // What is left over went; of values alike the last ones.
  const minus = left
    .toReversed()
    .filter(({ key }) => {
      const count = counts.get(key) ?? 0;
      counts.set(key, count - 1);
      return count > 0;
    })
    .map(({ value }) => value)
    .reverse();
  return minus.length + plus.length > 0 ? { minus, plus } : undefined;
}

type Position = Pick<Added, 'position'>;

function positionsOf({ position: from }: Position, { position: to }: Position): Pick<Moved, 'positions'> {
  return from === undefined || to === undefined ? {} : { positions: { from, to } };
}

function positionOf(model: OrgModel, element: Element): Position {
  if (element.parent === undefined || !orderedKinds.has(element.kind)) return {};
  const known = positions(model);
  let inside = known.get(element.parent);
  if (!inside) {
    const siblings = childrenOf(model, element.parent).filter(({ kind }) => kind === element.kind);
    inside = new Map(siblings.map(({ id }, index) => [id, index]));
    known.set(element.parent, inside);
  }
  return { position: inside.get(element.id) ?? -1 };
}

/** By parent, at which place each step or phase stands. */
const positions = perModel(() => new Map<ElementId, ReadonlyMap<ElementId, number>>());

/** Whether what stands inside it stands in an order that says something. */
function isOrdered({ kind }: Element): boolean {
  return kind === 'process' || kind === 'plan';
}

/** Where what both have comes in another order. */
function orderOf(
  a: OrgModel,
  before: Element,
  b: OrgModel,
  after: Element,
  matching: Matching,
): Difference | undefined {
  if (!isOrdered(before)) return undefined;
  const left = orderedIn(a, before.id);
  const right = orderedIn(b, after.id);
  const remaining = left.filter((id) => matching.after.has(id)).map((id) => matching.after.get(id));
  const known = right.filter((id) => matching.before.has(id));
  const isSame = remaining.length === known.length && remaining.every((id, index) => id === known[index]);
  return isSame ? undefined : { minus: [{ ids: left }], plus: [{ ids: right }] };
}

export function orderedIn(model: OrgModel, id: ElementId): readonly ElementId[] {
  return childrenOf(model, id)
    .filter(({ kind }) => orderedKinds.has(kind))
    .map((element) => element.id);
}

/**
 * What an id before is called after. What is gone is called by no id that the model after has, so that something else
 * under its old name is not taken for it; what phases add goes with what they add it to.
 */
function renameFor(a: OrgModel, b: OrgModel, matching: Matching): Rename {
  const added = new Map<ElementId, ElementId>();
  const rename: Rename = (id) => {
    const known = matching.after.get(id) ?? added.get(id);
    if (known !== undefined) return known;
    const element = a.elements.get(id);
    return element && isOwn(element) && b.elements.has(id) ? `gone ${id}` : id;
  };
  for (const [id, element] of a.added) {
    if (a.elements.has(id) || element.kind === 'dotted-line') continue;
    const parent = element.parent === undefined ? undefined : rename(element.parent);
    added.set(id, `${element.kind}:${parent === undefined ? '' : `${pathOf(parent)}.`}${element.name}`);
  }
  return rename;
}
