import path from 'node:path';
import { type Measurement, measured } from '../measurement.ts';
import { runNode } from '../processes.ts';
import { grouped, type Subject } from '../subject.ts';

const stages = {
  build: { label: 'build the two models', unit: 'ms' },
  match: { label: 'recognize the elements of one in the other', unit: 'ms' },
  diff: { label: 'find the changes', unit: 'ms' },
  effects: { label: 'work out what follows', unit: 'ms' },
  ratio: { label: 'building and comparing against building alone', unit: '×' },
} as const;

/** Two versions of an organization with a new title in every file: what comparing them takes. */
export async function measureDiff({
  options,
  organizations,
  progress,
}: Subject): Promise<readonly Measurement[]> {
  const results: Measurement[] = [];
  const script = path.join(import.meta.dirname, '../diff.ts');
  for (const { folder, seats } of organizations) {
    progress(`comparing ${grouped(seats)} seats`);
    const samples: { readonly [stage: string]: number }[] = [];
    for (let n = 0; n < options.runs; n++) {
      const { output, status } = await runNode([script, folder]);
      if (status !== 0) throw new Error(output);
      samples.push(JSON.parse(output));
    }
    for (const [stage, { label, unit }] of Object.entries(stages)) {
      const took = samples.map((sample) => sample[stage] ?? Number.NaN);
      results.push(measured({ id: `diff/${stage}`, label, seats, unit }, took));
    }
  }
  return results;
}
