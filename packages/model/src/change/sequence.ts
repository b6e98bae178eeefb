/** Things in an order, each once: any of them can be put beside another without going through all. */
export class Sequence<T> implements Iterable<T> {
  readonly #after = new Map<T, T | undefined>();
  readonly #before = new Map<T, T | undefined>();
  #first: T | undefined;
  #last: T | undefined;

  constructor(items: Iterable<T>) {
    for (const item of items) this.add(item);
  }

  *[Symbol.iterator](): Generator<T, void> {
    for (let item = this.#first; item !== undefined; item = this.#after.get(item)) yield item;
  }

  /** Puts it at the end, unless it is there. */
  add(item: T): void {
    if (!this.#after.has(item)) this.#insert(item, this.#last);
  }

  delete(item: T): void {
    if (!this.#after.has(item)) return;
    const before = this.#before.get(item);
    const after = this.#after.get(item);
    if (before === undefined) this.#first = after;
    else this.#after.set(before, after);
    if (after === undefined) this.#last = before;
    else this.#before.set(after, before);
    this.#before.delete(item);
    this.#after.delete(item);
  }

  /** Puts items beside another that is none of them, in this order. False where they stand there already. */
  put(items: readonly T[], where: 'after' | 'before', other: T): boolean {
    const line = where === 'after' ? [other, ...items] : [...items, other];
    if (line.every((item, index) => index === 0 || this.#before.get(item) === line[index - 1])) return false;
    for (const item of items) this.delete(item);
    let behind = where === 'after' ? other : this.#before.get(other);
    for (const item of items) {
      this.#insert(item, behind);
      behind = item;
    }
    return true;
  }

  #insert(item: T, behind: T | undefined): void {
    const after = behind === undefined ? this.#first : this.#after.get(behind);
    this.#before.set(item, behind);
    this.#after.set(item, after);
    if (behind === undefined) this.#first = item;
    else this.#after.set(behind, item);
    if (after === undefined) this.#last = item;
    else this.#before.set(after, item);
  }
}
