/** So many elements are looked at between two steps, unless somebody says otherwise. */
const size = 2048;

/** The items, with a step after so many of them: for work that lets others have their turn in between. */
export function* sliced<T>(
  items: Iterable<T>,
  each: (item: T) => void,
  many: number = size,
): Generator<undefined, void> {
  let count = 0;
  for (const item of items) {
    each(item);
    if (++count % many === 0) yield;
  }
}

/** What work in steps comes to, without a break. */
export function completed<T>(steps: Generator<void, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
