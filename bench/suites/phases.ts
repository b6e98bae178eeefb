import path from 'node:path';
import { type Measurement, measured } from '../measurement.ts';
import { runNode } from '../processes.ts';
import { grouped, type Subject } from '../subject.ts';

const stages = {
  carry: 'carry out a phase of a plan',
  plan: 'all rules about how phases come out',
  judge: 'all rules after a phase',
} as const;

/** A plan of three phases: what each of them takes. */
export async function measurePhases({
  options,
  organizations,
  progress,
}: Subject): Promise<readonly Measurement[]> {
  const results: Measurement[] = [];
  const script = path.join(import.meta.dirname, '../phases.ts');
  for (const { folder, seats } of organizations) {
    progress(`phases of ${grouped(seats)} seats`);
    const samples: { readonly [stage: string]: number }[] = [];
    for (let n = 0; n < options.runs; n++) {
      const { output, status } = await runNode([script, folder]);
      if (status !== 0) throw new Error(output);
      samples.push(JSON.parse(output));
    }
    for (const [stage, label] of Object.entries(stages)) {
      const took = samples.map((sample) => sample[stage] ?? Number.NaN);
      results.push(measured({ id: `phases/${stage}`, label, seats, unit: 'ms' }, took));
    }
  }
  return results;
}
