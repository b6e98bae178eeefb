/** Things to stack: how high each is, and how far below the one before it. */
export interface Stack {
  readonly length: number;
  height(index: number): number;
  gap(index: number): number;
}

/**
 * Deals items out to columns in their order, so that no column is higher than `limit` where that can be, with as few
 * columns as that takes, and those as even as they can be. Returns the index at which each column starts.
 */
export function columnsWithin(stack: Stack, limit: number): readonly number[] {
  let tallest = 0;
  for (let i = 0; i < stack.length; i += 1) tallest = Math.max(tallest, stack.height(i));
  const most = Math.max(limit, tallest);
  const fewest = fill(stack, most);
  if (fewest.length < 2) return fewest;
  let low = tallest;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fill(stack, middle).length <= fewest.length) high = middle;
    else low = middle + 1;
  }
  return fill(stack, high);
}

function fill(stack: Stack, limit: number): number[] {
  const starts: number[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (let i = 0; i < stack.length; i += 1) {
    const height = stack.height(i);
    const taken = stack.gap(i) + height;
    if (used + taken > limit) {
      starts.push(i);
      used = height;
    } else used += taken;
  }
  return starts;
}
