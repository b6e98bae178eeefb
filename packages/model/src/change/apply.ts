import type { Element, ElementId } from '../elements.ts';
import type { OrgModel } from '../model.ts';
import { pathOf } from '../namesakes.ts';
import type { Added, Change, Changed } from './change.ts';
import type { Key } from './draft.ts';
import { atTop, Draft } from './draft.ts';
import type { Field } from './fields.ts';
import { fieldOf } from './fields.ts';
import { isOwn } from './match.ts';
import type { Rename } from './values.ts';
import { keyOf, valuesOf, withIds } from './values.ts';

/**
 * The organization with these changes made: what `diff(a, b)` finds leads from `a` to `b`. Changes of what is not there
 * are left out.
 */
export function apply(model: OrgModel, changes: readonly Change[]): OrgModel {
  const keyOfId = keysAfter(model, changes);
  const draft = Draft.of(model);
  for (const change of changes) if (change.type === 'removed') draft.delete(change.element.id);
  for (const change of changes) {
    if (change.type === 'added') draft.set(keyOfId(change.element.id), keyed(change, keyOfId));
  }
  for (const change of changes) {
    if (change.type === 'settings') {
      if (change.field === 'rates') draft.rates = replaced(draft.rates, change, sameId);
      else draft.settings = replaced(draft.settings, change, sameId);
      continue;
    }
    if (change.type === 'added' || change.type === 'removed') continue;
    const element = draft.get(change.before);
    if (!element) continue;
    if (change.type === 'moved')
      draft.set(change.before, placed(element, change.to === undefined ? undefined : keyOfId(change.to)));
    else if (change.type === 'renamed') draft.set(change.before, { ...element, name: change.to });
    else if (change.field !== 'order') draft.set(change.before, changed(element, change, keyOfId));
  }
  putInOrder(draft, changes, keyOfId);
  return draft.finish().model;
}

const sameId: Rename = (id) => id;

function placed(element: Element, parent: Key | undefined): Element {
  return parent === undefined ? atTop(element) : { ...atTop(element), parent };
}

function keyed({ element }: Added, keyOfId: Rename): Element {
  return { ...withIds(element, keyOfId), name: element.name } as Element;
}

function changed(element: Element, change: Changed, keyOfId: Rename): Element {
  const field = fieldOf(element.kind, change.field);
  if (!field) return element;
  const plus = withIds(change.plus, keyOfId);
  const values = replaced(valuesOf(element, field), { minus: change.minus, plus }, sameId);
  return withValues(element, field, values);
}

/** The element with these values in a field. */
export function withValues(element: Element, { name, many }: Field, values: readonly unknown[]): Element {
  const copy: { [field: string]: unknown } = { ...element };
  if (many === 'list') copy[name] = values;
  else if (values.length > 0) copy[name] = values[0];
  else delete copy[name];
  return copy as unknown as Element;
}

function replaced<T>(
  values: readonly T[],
  { minus, plus }: Pick<Changed, 'minus' | 'plus'>,
  rename: Rename,
): readonly T[] {
  const gone = new Map<string, number>();
  for (const value of minus) {
    const key = keyOf(value, rename);
    gone.set(key, (gone.get(key) ?? 0) + 1);
  }
  const kept = values.toReversed().filter((value) => {
    const key = keyOf(value, rename);
    const count = gone.get(key) ?? 0;
    if (count > 0) gone.set(key, count - 1);
    return count === 0;
  });
  return [...kept.reverse(), ...(plus as readonly T[])];
}

/** What each id after the changes stands for: the key of what was there before, or one for what is new. */
function keysAfter(model: OrgModel, changes: readonly Change[]): Rename {
  const told = new Map<ElementId, ElementId>();
  const gone = new Set<ElementId>();
  const fresh = new Set<ElementId>();
  for (const change of changes) {
    if (change.type === 'removed') gone.add(change.element.id);
    else if (change.type === 'added') fresh.add(change.element.id);
    else if (change.type !== 'settings') told.set(change.before, change.after);
  }
  const ids = new Map<ElementId, ElementId>();
  const idOf = (element: Element): ElementId => {
    const known = ids.get(element.id) ?? told.get(element.id);
    if (known !== undefined) {
      ids.set(element.id, known);
      return known;
    }
    const parent = model.elements.get(element.parent ?? '');
    const outer = parent && !gone.has(parent.id) ? idOf(parent) : parent?.id;
    const id =
      outer === undefined || outer === parent?.id
        ? element.id
        : `${element.kind}:${pathOf(outer)}.${element.name}`;
    ids.set(element.id, id);
    return id;
  };
  const keys = new Map<ElementId, Key>();
  for (const element of [...model.elements.values(), ...model.added.values()]) {
    if (isOwn(element) && !gone.has(element.id) && element.kind !== 'dotted-line')
      keys.set(idOf(element), element.id);
  }
  for (const id of fresh) keys.set(id, model.elements.has(id) ? `new ${id}` : id);
  return (id) => keys.get(id) ?? id;
}

/** Steps come and go at their places; where the order itself changed, it is stated. */
function putInOrder(draft: Draft, changes: readonly Change[], keyOfId: Rename): void {
  const coming = new Map<Key, { readonly key: Key; readonly position: number }[]>();
  const stated = new Set<Key>();
  for (const change of changes) {
    if (change.type === 'changed' && change.field === 'order') {
      const ids: unknown = Reflect.get(change.plus[0] ?? {}, 'ids');
      if (!Array.isArray(ids)) continue;
      stated.add(change.before);
      draft.order(
        change.before,
        ids.map((id: ElementId) => keyOfId(id)),
      );
      continue;
    }
    const come = comingIn(change, keyOfId);
    if (!come) continue;
    const list = coming.get(come.parent) ?? [];
    coming.set(come.parent, list);
    list.push(come);
  }
  for (const [parent, list] of coming) {
    if (stated.has(parent)) continue;
    const fresh = new Set(list.map(({ key }) => key));
    const order = draft.orderOf(parent).filter((key) => !fresh.has(key));
    for (const { key, position } of list.toSorted((a, b) => a.position - b.position))
      order.splice(position, 0, key);
    draft.order(parent, order);
  }
}

/** What comes to stand in another process or plan, and at which place. */
function comingIn(
  change: Change,
  keyOfId: Rename,
): { readonly parent: Key; readonly key: Key; readonly position: number } | undefined {
  if (change.type === 'moved') {
    const { before, to, positions } = change;
    return to === undefined || !positions
      ? undefined
      : { parent: keyOfId(to), key: before, position: positions.to };
  }
  if (change.type !== 'added' || change.position === undefined) return undefined;
  const { id, parent } = change.element;
  return parent === undefined
    ? undefined
    : { parent: keyOfId(parent), key: keyOfId(id), position: change.position };
}
