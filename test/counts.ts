/** How many tests of a suite passed, and where that is written for whoever sums up. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Runs a suite, prints its counts, leaves them in `out/test-results/<name>.json`, and sets the exit status of this
 * process. A run that dies leaves no counts, not those of the run before it.
 */
export async function report(name: string, suite: () => Promise<Counts>): Promise<void> {
  const file = path.join(import.meta.dirname, '../out/test-results', `${name}.json`);
  rmSync(file, { force: true });
  try {
    const counts = await suite();
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(counts)}\n`);
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    if (counts.failed > 0) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** The counts in a file that a suite writes at its very end; undefined where it never got there. */
export function readCounts(file: string): Counts | undefined {
  if (!existsSync(file)) return undefined;
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isCounts(value) ? value : undefined;
}

function isCounts(value: unknown): value is Counts {
  if (typeof value !== 'object' || value === null) return false;
  const numbers = ['passed', 'failed', 'skipped'];
  return (
    Object.entries(value).filter(([name, count]) => numbers.includes(name) && Number.isInteger(count))
      .length === 3
  );
}
