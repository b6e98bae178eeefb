/** What a suite leaves behind: the lines it printed, and how many tests passed. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** `out/test-results/<name>.json`, where the counts of the last finished run of a suite stand. */
export function resultFile(name: string): string {
  return path.join(import.meta.dirname, '../../out/test-results', `${name}.json`);
}

/** Forgets the last run, so that a run that dies leaves no counts. */
export function forgetCounts(name: string): void {
  rmSync(resultFile(name), { force: true });
}

export function keepCounts(name: string, counts: Counts): void {
  mkdirSync(path.dirname(resultFile(name)), { recursive: true });
  writeFileSync(resultFile(name), `${JSON.stringify(counts)}\n`);
}

/** The counts in a file that a suite has written at its very end; undefined where it never got there. */
export function readCounts(file: string): Counts | undefined {
  if (!existsSync(file)) return undefined;
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isCounts(value) ? value : undefined;
}

export function printCounts({ passed, failed, skipped }: Counts): void {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
}

function isCounts(value: unknown): value is Counts {
  if (typeof value !== 'object' || value === null) return false;
  const numbers = ['passed', 'failed', 'skipped'];
  return (
    Object.entries(value).filter(([name, count]) => numbers.includes(name) && Number.isInteger(count))
      .length === 3
  );
}
