/** How long is worked before messages are let in, in milliseconds. */
const slice = 5;

/** Lets those go first who wait already. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Takes steps one after the other and lets messages in between them.
 *
 * @param isStopped asked after messages were let in
 * @returns whether it came to the end
 */
export async function inSlices<T>(
  steps: Iterable<T>,
  isStopped: () => boolean,
  each: (step: T) => void = () => {},
): Promise<boolean> {
  let since = performance.now();
  for (const step of steps) {
    each(step);
    if (performance.now() - since < slice) continue;
    await pause();
    if (isStopped()) return false;
    since = performance.now();
  }
  return true;
}
