/** Stands in a layer where the base has the key and the version does not. */
const gone = Symbol('gone');

/**
 * A map that keeps its older versions: an edit gives a new map and leaves this one as it is. A version is a large
 * base that versions share and a small layer of what differs from it, so an edit costs what it changes plus a copy of
 * the layer; once the layer holds more than a sixteenth of the base, one edit pays for a new base, O(n).
 */
export class LayeredMap<V extends {}> {
  readonly #base: ReadonlyMap<string, V>;
  readonly #layer: ReadonlyMap<string, V | typeof gone>;

  private constructor(base: ReadonlyMap<string, V>, layer: ReadonlyMap<string, V | typeof gone>) {
    this.#base = base;
    this.#layer = layer;
  }

  static empty<V extends {}>(): LayeredMap<V> {
    return new LayeredMap<V>(new Map(), new Map());
  }

  /** The entries are the map's from now on, and nobody changes them any more: to copy many takes a while. */
  static of<V extends {}>(entries: ReadonlyMap<string, V | undefined>): LayeredMap<V> {
    if (hasAll(entries)) return new LayeredMap<V>(entries, new Map());
    const base = new Map<string, V>();
    for (const [key, value] of entries) if (value !== undefined) base.set(key, value);
    return new LayeredMap<V>(base, new Map());
  }

  get(key: string): V | undefined {
    if (this.#layer.size > 0) {
      const value = this.#layer.get(key);
      if (value !== undefined) return value === gone ? undefined : value;
    }
    return this.#base.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** In no order that means anything: it depends on the edits that led here. */
  *keys(): Iterable<string> {
    for (const key of this.#base.keys()) if (!this.#layer.has(key)) yield key;
    for (const [key, value] of this.#layer) if (value !== gone) yield key;
  }

  /**
   * The version in which the changed keys have these values; `undefined` takes a key away. The changes are the map's
   * from now on.
   */
  with(changes: ReadonlyMap<string, V | undefined>): LayeredMap<V> {
    if (changes.size === 0) return this;
    if (this.#base.size + this.#layer.size === 0) return LayeredMap.of(changes);
    const layer = new Map(this.#layer);
    for (const [key, value] of changes) {
      if (value === undefined && !this.#base.has(key)) layer.delete(key);
      else layer.set(key, value ?? gone);
    }
    if (layer.size * 16 <= this.#base.size) return new LayeredMap(this.#base, layer);
    const base = new Map(this.#base);
    for (const [key, value] of layer) {
      if (value === gone) base.delete(key);
      else base.set(key, value);
    }
    return new LayeredMap<V>(base, new Map());
  }
}

function hasAll<V extends {}>(
  entries: ReadonlyMap<string, V | undefined>,
): entries is ReadonlyMap<string, V> {
  for (const value of entries.values()) if (value === undefined) return false;
  return true;
}
