/** Between the steps of a comparison whoever waits already goes first. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
