import type { Element, Ref } from './elements.ts';
import type { Mention } from './model.ts';
import { lastOf } from './names.ts';
import type { Place } from './place.ts';
import { referenceKeys } from './reference-keys.ts';
import { propertiesOf } from './schema.ts';

/** The mentions that a resolved element holds. How they were written is not in it: `name` is the shortest guess. */
export function mentionsOfElement(element: Element): readonly Mention[] {
  const found: Mention[] = [];
  const take = (field: string, slot: string, ref: Ref): void => {
    found.push({
      from: element.id,
      to: ref.id,
      field,
      slot,
      name: lastOf(ref.id.slice(ref.id.indexOf(':') + 1)),
      at: ref.at,
    });
  };
  if (element.inside) take('inside', 'value', element.inside);
  if (element.term) take('term', 'value', element.term);
  if (element.form) take('form', 'value', element.form);
  for (const ref of element.scope) take('scope', 'value', ref);
  if (element.kind === 'dotted-line') {
    take('from', 'value', element.from);
    take('to', 'value', element.to);
  }
  if (element.kind === 'phase') {
    for (const change of element.changes) {
      for (const ref of change.what) take('changes', 'what', ref);
      for (const { from, to } of change.lines ?? []) {
        take('changes', 'line', from);
        take('changes', 'line', to);
      }
      if (change.target) take('changes', 'target', change.target);
      if (change.order) take('changes', 'order', change.order.step);
      for (const { field, value } of change.states) takeValue(value, field, take);
    }
  }
  const seen = new Set<string>();
  for (const { field, slots } of propertiesOf(element.kind).values()) {
    if (seen.has(field) || Object.keys(slots).length === 0) continue;
    seen.add(field);
    for (const value of valuesOf(Reflect.get(element, field))) takeValue(value, field, take);
  }
  return found;
}

function valuesOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** References by the key that holds them: of a plain one the id itself, of a structure those inside it. */
const keysOfSlots: readonly (readonly [key: string, slot: string])[] = [
  ['capabilities', 'capabilities'],
  ['activities', 'activities'],
  ['with', 'with'],
  ['under', 'value'],
];

function takeValue(
  value: unknown,
  field: string,
  take: (field: string, slot: string, ref: Ref) => void,
): void {
  if (!hasPlace(value)) return;
  for (const key of referenceKeys) {
    const id: unknown = Reflect.get(value, key);
    if (typeof id === 'string') take(field, 'value', { id, at: value.at });
  }
  for (const [key, slot] of keysOfSlots) {
    for (const ref of valuesOf(Reflect.get(value, key))) if (isRef(ref)) take(field, slot, ref);
  }
}

function hasPlace(value: unknown): value is { readonly at: Place } {
  return typeof value === 'object' && value !== null && 'at' in value;
}

function isRef(value: unknown): value is Ref {
  return hasPlace(value) && 'id' in value && typeof value.id === 'string';
}
