import type { ElementId } from './elements.ts';
import type { ElementKind } from './kinds.ts';
import { organizationKinds } from './kinds.ts';

/** `role` of `role:brand.designer`. */
export function kindOf(id: ElementId): string {
  return id.slice(0, id.indexOf(':'));
}

/** The kind of an element of the organization by its id; undefined for a term. */
export function organizationKindOf(id: ElementId): ElementKind | undefined {
  const kind = kindOf(id);
  return organizationKinds.find((each) => each === kind);
}

/** `brand.designer` of `role:brand.designer`. */
export function pathOf(id: ElementId): string {
  return id.slice(id.indexOf(':') + 1);
}

/**
 * The elements that share their last name. There may be ten thousand of a `lead`, so they are sorted by their path read
 * from the inside out, and those whose path ends in a dotted name stand together.
 */
export class Namesakes {
  /** Sorted by key. */
  readonly ids: readonly ElementId[];
  /** Worked out for those that are many. */
  #keys: readonly string[] | undefined;

  private constructor(ids: readonly ElementId[], keys?: readonly string[]) {
    this.ids = ids;
    this.#keys = keys;
  }

  static of(ids: readonly ElementId[]): Namesakes {
    if (ids.length < 2) return new Namesakes(ids);
    const keyed = ids.map((id) => ({ id, key: keyOf(id) })).sort((a, b) => (a.key < b.key ? -1 : 1));
    const sorted = keyed.map(({ id }) => id);
    return ids.length > few
      ? new Namesakes(
          sorted,
          keyed.map(({ key }) => key),
        )
      : new Namesakes(sorted);
  }

  /** With one more, or one less. */
  toggled(id: ElementId): Namesakes {
    const keys = this.#keys ?? this.ids.map(keyOf);
    const key = keyOf(id);
    const index = firstAt(keys, key);
    return keys[index] === key
      ? new Namesakes(this.ids.toSpliced(index, 1), keys.toSpliced(index, 1))
      : new Namesakes(this.ids.toSpliced(index, 0, id), keys.toSpliced(index, 0, key));
  }

  has(id: ElementId): boolean {
    return this.ids.length <= few ? this.ids.includes(id) : this.at(pathOf(id)).includes(id);
  }

  /** Those whose path is this one. */
  at(path: string): readonly ElementId[] {
    if (this.ids.length <= few) return this.ids.filter((id) => pathOf(id) === path);
    return this.#between(`${insideOut(path)} `, `${insideOut(path)}!`);
  }

  /** Those whose path ends in this name. */
  endingIn(name: string): readonly ElementId[] {
    if (this.ids.length <= few) return this.ids.filter((id) => endsIn(id, name));
    // Of a name without dots all do.
    if (!name.includes('.')) return this.ids;
    const start = insideOut(name);
    return [...this.#between(`${start} `, `${start}!`), ...this.#between(`${start}.`, `${start}/`)];
  }

  #between(first: string, end: string): readonly ElementId[] {
    this.#keys ??= this.ids.map(keyOf);
    return this.ids.slice(firstAt(this.#keys, first), firstAt(this.#keys, end));
  }
}

const few = 8;

function endsIn(id: ElementId, name: string): boolean {
  if (!id.endsWith(name)) return false;
  const before = id[id.length - name.length - 1];
  return before === '.' || before === ':';
}

/** `designer.brand role` of `role:brand.designer`: no name has a space, and a space sorts before all that names have. */
function keyOf(id: ElementId): string {
  return `${insideOut(pathOf(id))} ${kindOf(id)}`;
}

function insideOut(path: string): string {
  return path.includes('.') ? path.split('.').reverse().join('.') : path;
}

/** Index of the first key that does not come before this one. */
function firstAt(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
