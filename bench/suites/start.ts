import path from 'node:path';
import { type Measurement, measured } from '../measurement.ts';
import { timeNode } from '../processes.ts';
import type { Subject } from '../subject.ts';

const example = path.join(import.meta.dirname, '../../examples/hotel-group');

/** How long the command line takes when it has little to do. */
export async function measureStart({ options, dist, progress }: Subject): Promise<readonly Measurement[]> {
  progress('start');
  const mktorg = path.join(dist, 'mktorg.js');
  const calls = [
    { id: 'node', label: 'Node alone', args: ['--eval', '0'] },
    { id: 'version', label: 'mktorg --version', args: [mktorg, '--version'] },
    { id: 'check', label: 'mktorg check of an example', args: [mktorg, 'check', '--quiet', example] },
    { id: 'explain', label: 'mktorg explain', args: [mktorg, 'explain', 'reporting/span-of-control'] },
  ];
  const results: Measurement[] = [];
  for (const { id, label, args } of calls) {
    await timeNode(args); // fills the cache of compiled code, as the first call on a machine does
    const samples: number[] = [];
    for (let n = 0; n < options.runs * 3; n++) samples.push(await timeNode(args));
    results.push(measured({ id: `start/${id}`, label, unit: 'ms' }, samples));
  }
  return results;
}
