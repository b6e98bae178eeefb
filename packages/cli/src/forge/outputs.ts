import { appendFileSync } from 'node:fs';
import type { ReviewDocument } from '@mktorg/review';
import { Failure, fileTrouble } from '../failure.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Outputs of a step of GitHub, by name. */
export interface Outputs {
  readonly [name: string]: string;
}

/** How many of what a review tells. */
export interface Counts {
  readonly changed: boolean;
  readonly structural: number;
  readonly fresh: number;
  readonly fixed: number;
}

export function countsOf({ organizations }: ReviewDocument): Counts {
  const sum = (count: (each: (typeof organizations)[number]) => number): number =>
    organizations.reduce((total, each) => total + count(each), 0);
  return {
    changed: organizations.some((each) => each.status !== 'compared' || each.changes.length > 0),
    // That an organization comes or goes is one more.
    structural: sum((each) =>
      each.status === 'compared' ? each.changes.filter(({ tier }) => tier === 'structural').length : 1,
    ),
    fresh: sum((each) => (each.status === 'compared' ? each.findings.new.length : 0)),
    fixed: sum((each) => (each.status === 'compared' ? each.findings.fixed.length : 0)),
  };
}

/** What a review tells other steps; nothing of it where nothing was compared. */
export function reviewOutputs(review: ReviewDocument | undefined): Outputs {
  const counts = review && countsOf(review);
  return {
    changed: String(counts?.changed ?? ''),
    structural: String(counts?.structural ?? ''),
    'new-findings': String(counts?.fresh ?? ''),
    'fixed-findings': String(counts?.fixed ?? ''),
  };
}

/** Sets them where the command runs in a step of GitHub. */
export function writeOutputs(outputs: Outputs, { env }: Terminal): void {
  const file = env['GITHUB_OUTPUT'];
  if (!file) return;
  const lines = Object.entries(outputs).map(([name, value]) => {
    if (/[\r\n]/.test(value)) throw new Failure(`The output ${name} has a line break in it.`);
    return `${name}=${value}\n`;
  });
  append(file, lines.join(''));
}

/** @throws {Failure} where the file cannot be written */
export function append(file: string, text: string): void {
  try {
    appendFileSync(file, text);
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${fileTrouble(error)}.`);
  }
}
