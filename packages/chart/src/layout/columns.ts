/** Things to stack: how high each is, and how far below the one before it. */
export interface Stack {
  readonly heights: readonly number[];
  readonly gaps: readonly number[];
}

/**
 * Deals items out to columns in their order, so that no column is higher than `limit` where that can be, with as few
 * columns as that takes, and those as even as they can be. Returns the index at which each column starts.
 */
export function columnsWithin(stack: Stack, limit: number): readonly number[] {
  let tallest = 0;
  for (const height of stack.heights) tallest = Math.max(tallest, height);
  const most = Math.max(limit, tallest);
  const fewest = countIn(stack, most);
  if (fewest < 2) return fill(stack, most);
  let low = tallest;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (countIn(stack, middle) <= fewest) high = middle;
    else low = middle + 1;
  }
  return fill(stack, high);
}

function countIn({ heights, gaps }: Stack, limit: number): number {
  let count = 0;
  let used = Number.POSITIVE_INFINITY;
  for (let i = 0; i < heights.length; i += 1) {
    const height = heights[i] ?? 0;
    const taken = (gaps[i] ?? 0) + height;
    if (used + taken > limit) {
      count += 1;
      used = height;
    } else used += taken;
  }
  return count;
}

function fill({ heights, gaps }: Stack, limit: number): number[] {
  const starts: number[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (let i = 0; i < heights.length; i += 1) {
    const height = heights[i] ?? 0;
    const taken = (gaps[i] ?? 0) + height;
    if (used + taken > limit) {
      starts.push(i);
      used = height;
    } else used += taken;
  }
  return starts;
}
