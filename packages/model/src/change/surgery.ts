import type { Element, ElementId } from '../elements.ts';
import { referenceKeys } from '../reference-keys.ts';
import { withValues } from './apply.ts';
import type { Field } from './fields.ts';
import { fieldsOf } from './fields.ts';
import { keyOf, withIds } from './values.ts';

/** A reference that led to something that is no more, and was dropped. */
export interface Dropped {
  readonly field: string;
  /** The value that went, as it was. */
  readonly value: unknown;
  readonly target: ElementId;
}

/** What became of what went: what stands in its place, if anything does. */
export type Successors = ReadonlyMap<ElementId, ElementId | undefined>;

/** Lists inside a value whose members may go one by one. */
const partKeys = ['capabilities', 'activities', 'with', 'under'] as const;

/**
 * An element that names things that went: it names their successors, and where there is none, says nothing. Nothing is
 * said twice, and nothing of itself.
 */
export function withSuccessors(
  element: Element,
  successors: Successors,
): { readonly element: Element; readonly dropped: readonly Dropped[] } {
  const dropped: Dropped[] = [];
  let result = element;
  for (const field of fieldsOf(element.kind)) {
    const values = rawValues(element, field);
    if (!values.some((value) => namesAny(value, successors))) continue;
    const kept: unknown[] = [];
    for (const value of values) {
      const gone = goneIn(value, successors);
      for (const target of gone)
        if (successors.get(target) === undefined) dropped.push({ field: field.name, value, target });
      const other = withIds(without(value, successors), (id) => successors.get(id) ?? id);
      if (other === undefined || mainIdOf(other) === element.id) continue;
      kept.push(other);
    }
    result = withValues(result, field, distinct(kept));
  }
  return { element: result, dropped };
}

/** The values as they are written: what one line says of several stays one. */
export function rawValues(element: Element, { name, many }: Field): readonly unknown[] {
  const value: unknown = Reflect.get(element, name);
  if (value === undefined) return [];
  return many === 'list' && Array.isArray(value) ? value : [value];
}

function namesAny(value: unknown, successors: Successors): boolean {
  return goneIn(value, successors).length > 0;
}

function goneIn(value: unknown, successors: Successors): readonly ElementId[] {
  if (typeof value !== 'object' || value === null) return [];
  const found: ElementId[] = [];
  const main = mainIdOf(value);
  if (main !== undefined && successors.has(main)) found.push(main);
  for (const key of partKeys) {
    const parts: unknown = Reflect.get(value, key);
    if (Array.isArray(parts)) for (const part of parts) found.push(...goneIn(part, successors));
  }
  return found;
}

/** The value without what has no successor; nothing where nothing is left to say. */
function without(value: unknown, successors: Successors): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const main = mainIdOf(value);
  if (main !== undefined && successors.has(main) && successors.get(main) === undefined) return undefined;
  let copy: { [key: string]: unknown } | undefined;
  for (const key of partKeys) {
    const parts: unknown = Reflect.get(value, key);
    if (!Array.isArray(parts)) continue;
    const kept = parts.filter((part) => without(part, successors) !== undefined);
    if (kept.length === parts.length) continue;
    if (kept.length === 0 && key === 'capabilities') return undefined;
    copy ??= { ...value };
    copy[key] = kept;
  }
  return copy ?? value;
}

/** The element that a value is about, if it is about one. */
export function mainIdOf(value: unknown): ElementId | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of referenceKeys) {
    const id: unknown = Reflect.get(value, key);
    if (typeof id === 'string') return id;
  }
  return undefined;
}

/** What tells the members of a list apart: whom or what they are about, or else all they say. */
export function memberKey(value: unknown): string {
  const main = mainIdOf(value);
  if (main !== undefined) return main;
  if (typeof value === 'object' && value !== null && 'involvement' in value && 'capabilities' in value) {
    return keyOf({ involvement: value.involvement, capabilities: value.capabilities }, (id) => id);
  }
  return keyOf(value, (id) => id);
}

export function distinct(values: readonly unknown[]): readonly unknown[] {
  const byKey = new Map<string, unknown>();
  for (const value of values) {
    const key = keyOf(value, (id) => id);
    if (!byKey.has(key)) byKey.set(key, value);
  }
  return [...byKey.values()];
}
