import { spawnSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** On what a run was made. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  /** Gigabytes. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  readonly commit: string;
  /** Processes that waited for a core when the run began, and when it ended. */
  readonly load: readonly number[];
}

export function describeMachine(load: readonly number[]): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memory: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    commit: commit(),
    load,
  };
}

export function currentLoad(): number {
  return Number((loadavg()[0] ?? 0).toFixed(1));
}

/** Whether others wanted the processor too: then the times say what they were, and not what they need to be. */
export function wasBusy({ load, cores }: Machine): boolean {
  return (load[0] ?? 0) > cores / 2;
}

function commit(): string {
  const { stdout } = spawnSync('git', ['describe', '--always', '--dirty', '--abbrev=10'], {
    encoding: 'utf8',
  });
  return stdout?.trim() || 'unknown';
}
