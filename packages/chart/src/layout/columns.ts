export interface Stackable {
  readonly height: number;
  /** Distance to the item above it in the same column. */
  readonly gap: number;
}

/**
 * Deals items out to columns in their order, so that no column is higher than `limit` where that can be, with as few
 * columns as that takes, and those as even as they can be. Returns the index at which each column starts.
 */
export function columnsWithin(items: readonly Stackable[], limit: number): readonly number[] {
  let tallest = 0;
  for (const item of items) tallest = Math.max(tallest, item.height);
  const most = Math.max(limit, tallest);
  const fewest = fill(items, most);
  if (fewest.length < 2) return fewest;
  let low = tallest;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fill(items, middle).length <= fewest.length) high = middle;
    else low = middle + 1;
  }
  return fill(items, high);
}

function fill(items: readonly Stackable[], limit: number): number[] {
  const starts: number[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (!item) continue;
    if (used + item.gap + item.height > limit) {
      starts.push(index);
      used = item.height;
    } else used += item.gap + item.height;
  }
  return starts;
}
