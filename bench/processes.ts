import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a whole process took. */
export interface Run {
  /** From its start to its end, in milliseconds. */
  readonly wall: number;
  /** Of its processor, by itself and the system, in milliseconds. */
  readonly cpu: number;
  /** The most memory it held, in bytes. */
  readonly peak: number;
  readonly status: number;
  readonly output: string;
}

const meter = path.join(import.meta.dirname, 'meter.mjs');

/** Runs a script in Node and waits for its end. */
export async function runNode(
  args: readonly string[],
  { cwd, timeout }: { readonly cwd?: string; readonly timeout?: number } = {},
): Promise<Run> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mktorg-bench-'));
  const reading = path.join(folder, 'meter.json');
  try {
    const started = performance.now();
    const { status, output } = await finished(['--import', meter, ...args], cwd, reading, timeout);
    const wall = performance.now() - started;
    return { wall, ...readingOf(reading), status, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a script in Node without measuring inside it, and says how long it took in milliseconds. */
export async function timeNode(args: readonly string[], cwd?: string): Promise<number> {
  const started = performance.now();
  await finished(args, cwd, undefined, undefined);
  return performance.now() - started;
}

function finished(
  args: readonly string[],
  cwd: string | undefined,
  reading: string | undefined,
  timeout: number | undefined,
): Promise<{ readonly status: number; readonly output: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; output: string }>();
  const child = spawn(process.execPath, args, {
    cwd,
    timeout,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(reading !== undefined && { METER: reading }), NO_COLOR: '1' },
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  child.on('error', reject);
  child.on('close', (status) =>
    resolve({ status: status ?? -1, output: Buffer.concat(output).toString('utf8') }),
  );
  return promise;
}

function readingOf(file: string): { readonly peak: number; readonly cpu: number } {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { peak: Number.NaN, cpu: Number.NaN };
  }
}
