/** Runs the steps of action.yml as a runner of GitHub does, without GitHub. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { filled, holds, type Values } from './expressions.ts';

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly run: string;
  readonly env?: { readonly [name: string]: string };
}

interface Action {
  readonly inputs: { readonly [name: string]: { readonly default?: string } };
  readonly outputs: { readonly [name: string]: { readonly value: string } };
  readonly runs: { readonly steps: readonly Step[] };
}

const root = path.join(import.meta.dirname, '../..');

/** A file of YAML. What it holds is checked where it is used: a test that asks for what is not there fails. */
export function yamlOf<T>(file: string, isIt: (value: unknown) => value is T): T {
  const value = load(readFileSync(path.join(root, file), 'utf8'));
  if (!isIt(value)) throw new Error(`${file} is not what it should be.`);
  return value;
}

export const action = yamlOf(
  'action.yml',
  (value): value is Action =>
    typeof value === 'object' && value !== null && 'inputs' in value && 'outputs' in value && 'runs' in value,
);

export interface ActionRun {
  readonly failed: boolean;
  readonly log: string;
  readonly summary: string;
  readonly outputs: { readonly [name: string]: string };
  /** The steps that ran. */
  readonly ran: readonly string[];
}

export interface Job {
  /** Where the project with its built program is. */
  readonly program: string;
  /** The checkout. */
  readonly workspace: string;
  /** For files of the runner. */
  readonly temp: string;
  /** A folder with programs that are found first. */
  readonly bin: string;
  readonly event: { readonly name: string; readonly payload: unknown };
  readonly inputs?: { readonly [name: string]: string };
  readonly env?: { readonly [name: string]: string };
}

export function runAction(job: Job): ActionRun {
  mkdirSync(job.temp, { recursive: true });
  const file = (name: string): string => path.join(job.temp, name);
  for (const name of ['summary', 'output']) rmSync(file(name), { force: true });
  writeFileSync(file('event.json'), JSON.stringify(job.event.payload));
  const values: { [name: string]: string | undefined } = { 'github.token': 'secret-token' };
  for (const [name, input] of Object.entries(action.inputs))
    values[`inputs.${name}`] = job.inputs?.[name] ?? filled(input.default ?? '', values);
  for (const { value } of Object.values(action.outputs))
    for (const [name] of value.matchAll(/steps\.[\w.-]+/g)) values[name] = '';
  let failed = false;
  let log = '';
  const ran: string[] = [];
  for (const step of action.runs.steps) {
    const needs = /\b(?:cancelled|always|failure|success)\(\)/.test(step.if ?? '');
    if ((failed && !needs) || !holds(step.if, values)) continue;
    ran.push(step.name);
    rmSync(file('output'), { force: true });
    const { status, output } = runStep(step, job, values);
    log += output;
    failed ||= status !== 0;
    const lines = existsSync(file('output')) ? readFileSync(file('output'), 'utf8').split('\n') : [];
    for (const line of lines) {
      const at = line.indexOf('=');
      if (at > 0) values[`steps.${step.id}.outputs.${line.slice(0, at)}`] = line.slice(at + 1);
    }
  }
  const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, filled(value, values)]);
  const summary = existsSync(file('summary')) ? readFileSync(file('summary'), 'utf8') : '';
  return { failed, log, summary, outputs: Object.fromEntries(outputs), ran };
}

function runStep(step: Step, job: Job, values: Values): { readonly status: number; readonly output: string } {
  const script = path.join(job.temp, 'step.sh');
  writeFileSync(script, step.run);
  const env = Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, values)]);
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', script],
    {
      cwd: job.workspace,
      encoding: 'utf8',
      env: {
        HOME: job.temp,
        LANG: 'C.UTF-8',
        PATH: `${job.bin}:${path.dirname(process.execPath)}:${process.env['PATH']}`,
        MKTORG_TODAY: '2026-11-01',
        GITHUB_ACTION_PATH: job.program,
        GITHUB_WORKSPACE: job.workspace,
        GITHUB_EVENT_NAME: job.event.name,
        GITHUB_EVENT_PATH: path.join(job.temp, 'event.json'),
        GITHUB_STEP_SUMMARY: path.join(job.temp, 'summary'),
        GITHUB_OUTPUT: path.join(job.temp, 'output'),
        GITHUB_REPOSITORY: 'larkhaven/organization',
        GITHUB_SERVER_URL: 'https://github.com',
        RUNNER_TEMP: job.temp,
        ...job.env,
        ...Object.fromEntries(env),
      },
    },
  );
  return { status: status ?? 1, output: stdout + stderr };
}
