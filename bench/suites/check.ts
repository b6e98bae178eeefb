import path from 'node:path';
import { type Measurement, measured } from '../measurement.ts';
import type { Organization } from '../organizations.ts';
import { type Run, runNode } from '../processes.ts';
import { grouped, type Subject } from '../subject.ts';

const stages = {
  read: 'read the files',
  floor: 'split them into words (a floor for any parser)',
  parse: 'parse and lower',
  merge: 'merge and resolve names',
  rules: 'all rules',
} as const;

/** A cold check: the whole process, and what its stages take. */
export async function measureCheck({ options, organizations, single, dist, progress }: Subject) {
  const results: Measurement[] = [];
  // In turns, so that what else the machine does falls on all sizes alike: they are compared with one another.
  const runsOf = new Map<Organization, Run[]>(organizations.map((organization) => [organization, []]));
  for (let turn = 1; turn <= options.runs; turn++) {
    progress(`checks, turn ${turn} of ${options.runs}`);
    for (const [organization, runs] of runsOf) runs.push(await check(organization, dist));
  }
  for (const [organization, runs] of runsOf) {
    progress(`stages of a check of ${grouped(organization.seats)} seats`);
    const { seats } = organization;
    const label = 'mktorg check, whole process';
    results.push(
      measured(
        { id: 'check/process', label, seats, unit: 'ms' },
        runs.map(({ wall }) => wall),
      ),
      measured(
        { id: 'check/cpu', label: 'processor time of it', seats, unit: 'ms' },
        runs.map(({ cpu }) => cpu),
      ),
      measured(
        { id: 'check/peak', label: 'peak memory of it', seats, unit: 'MB' },
        runs.map(({ peak }) => peak / 1e6),
      ),
      ...(await stagesOf(organization, options.runs)),
    );
  }
  if (single) {
    progress(`check of ${grouped(single.seats)} seats in one file`);
    const walls: number[] = [];
    for (let n = 0; n < options.runs; n++) walls.push((await check(single, dist)).wall);
    const label = 'mktorg check, all in one file';
    results.push(measured({ id: 'check/one-file', label, seats: single.seats, unit: 'ms' }, walls));
  }
  return results;
}

/** Checks an organization in a process of its own. */
export async function check({ folder }: Organization, dist: string): Promise<Run> {
  const run = await runNode([path.join(dist, 'mktorg.js'), 'check', '--quiet', folder]);
  // 1: the generated organization has findings.
  if (run.status !== 0 && run.status !== 1) throw new Error(`mktorg check failed:\n${run.output}`);
  return run;
}

async function stagesOf({ folder, seats }: Organization, count: number): Promise<readonly Measurement[]> {
  const samples: Stages[] = [];
  for (let n = 0; n < count; n++) samples.push(await runStages(folder));
  return Object.entries(stages).map(([stage, label]) =>
    measured(
      { id: `stage/${stage}`, label, seats, unit: 'ms' },
      samples.map(({ took }) => took[stage] ?? Number.NaN),
    ),
  );
}

export interface Stages {
  /** Milliseconds. */
  readonly took: { readonly [stage: string]: number };
  /** Bytes. */
  readonly left: { readonly [stage: string]: number };
}

/** Runs the stages in a process of their own, with a layout of the whole or of so many cards where that is asked for. */
export async function runStages(folder: string, wanted?: 'memory' | 'whole' | number): Promise<Stages> {
  const script = path.join(import.meta.dirname, '../stages.ts');
  const { output, status } = await runNode([
    ...(wanted === 'memory' ? ['--expose-gc'] : []),
    script,
    folder,
    ...(wanted === undefined || wanted === 'memory' ? [] : [String(wanted)]),
  ]);
  if (status !== 0) throw new Error(output);
  return JSON.parse(output);
}
