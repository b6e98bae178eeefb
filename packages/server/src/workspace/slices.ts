/** How long is worked before messages are let in, in milliseconds. */
export const slice = 5;

/** Lets those go first who wait already, and those who come in so many milliseconds. */
export function pause(milliseconds = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
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
