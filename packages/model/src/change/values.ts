import type { Element, ElementId, Responsibility } from '../elements.ts';
import { pathOf } from '../namesakes.ts';
import { referenceKeys } from '../reference-keys.ts';
import type { Field } from './fields.ts';
import { fieldsOf } from './fields.ts';

/** How an element is called elsewhere: in the other of two models, or after a change. */
export type Rename = (id: ElementId) => ElementId;

/** The values that a field holds: none, one, or a list; what one line says of several capabilities, one by one. */
export function valuesOf(element: Element, { name, type, many }: Field): readonly unknown[] {
  const value: unknown = Reflect.get(element, name);
  if (value === undefined) return none;
  if (many === 'one') return [value];
  if (!Array.isArray(value) || value.length === 0) return none;
  return type === 'responsibility' ? value.flatMap(single) : value;
}

const none: readonly unknown[] = [];

function single(responsibility: Responsibility): readonly Responsibility[] {
  const { capabilities, activities } = responsibility;
  if (capabilities.length === 1 && activities.length < 2) return [responsibility];
  return capabilities.flatMap((capability): readonly Responsibility[] =>
    activities.length === 0
      ? [{ ...responsibility, capabilities: [capability] }]
      : activities.map((activity) => ({
          ...responsibility,
          capabilities: [capability],
          activities: [activity],
        })),
  );
}

/**
 * What a value says, as a text that is equal for equal values: without its place, with what is no more than a way of
 * writing left out, and with the elements that it names renamed.
 */
export function keyOf(value: unknown, rename: Rename): string {
  if (typeof value === 'string') return value;
  const reference = plainReference(value);
  if (reference !== undefined) return rename(reference);
  return JSON.stringify(said(value, rename));
}

/** Most values are these. */
function plainReference(value: unknown): ElementId | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value) || isElement(value)) return undefined;
  return typeof value.id === 'string' ? value.id : undefined;
}

/** What of a list of names no one would miss the order of. */
const sets: ReadonlySet<string> = new Set(['with', 'purposes', 'under', 'what', 'lines', 'adds', 'states']);
/** Keys that hold the id of another element, see the types of the elements. */
const idKeys: ReadonlySet<string> = new Set([...referenceKeys, 'parent']);
/** Of an element, what follows from its id, and where its name stands. */
const derivedKeys: ReadonlySet<string> = new Set(['name', 'path', 'nameAt']);

function said(value: unknown, rename: Rename): unknown {
  if (Array.isArray(value)) return value.map((one) => said(one, rename));
  if (typeof value !== 'object' || value === null) return value;
  if (isElement(value)) return saidOfElement(value, rename);
  const copy: { [key: string]: unknown } = {};
  for (const key of Object.keys(value).sort()) {
    const inner: unknown = Reflect.get(value, key);
    if (key === 'at' || inner === undefined) continue;
    // A moment is its days; a holder who is declared is that person, whatever they are called.
    if (key === 'text' && 'from' in value && 'to' in value) continue;
    if (key === 'name' && 'person' in value && value.person !== undefined) continue;
    if (key === 'text' && 'unit' in value) continue;
    if (typeof inner === 'string') copy[key] = idKeys.has(key) ? rename(inner) : inner;
    else if (Array.isArray(inner) && sets.has(key)) copy[key] = inner.map((one) => keyOf(one, rename)).sort();
    else copy[key] = said(inner, rename);
  }
  return copy;
}

function saidOfElement(element: Element, rename: Rename): unknown {
  const facts: { [field: string]: unknown } = { id: rename(element.id) };
  for (const field of fieldsOf(element.kind)) {
    const values = valuesOf(element, field);
    if (values.length > 0) facts[field.name] = values.map((value) => keyOf(value, rename)).sort();
  }
  return facts;
}

function isElement(value: object): value is Element {
  return 'kind' in value && 'path' in value && 'nameAt' in value;
}

/** The same value, naming what it names by other ids; the very same object where nothing is called differently. */
export function withIds<T>(value: T, rename: Rename): T;
export function withIds(value: unknown, rename: Rename): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    let changed = false;
    const mapped = value.map((one: unknown) => {
      const other = withIds(one, rename);
      changed ||= other !== one;
      return other;
    });
    return changed ? mapped : value;
  }
  let copy: { [key: string]: unknown } | undefined;
  const element = isElement(value);
  for (const key in value) {
    if (key === 'at' || (element && derivedKeys.has(key))) continue;
    const inner: unknown = Reflect.get(value, key);
    const other =
      typeof inner === 'string' ? (idKeys.has(key) ? rename(inner) : inner) : withIds(inner, rename);
    if (other === inner) continue;
    copy ??= { ...value };
    copy[key] = other;
    if (element && key === 'id' && typeof other === 'string') copy['path'] = pathOf(other);
  }
  return copy ?? value;
}
