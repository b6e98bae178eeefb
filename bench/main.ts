/**
 * `npm run bench`: what the project takes, in time, memory and size, on generated organizations. Prints tables, keeps
 * the numbers as JSON in bench/results/, and with --docs writes them into docs/performance.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeDocs } from './docs.ts';
import { currentLoad, describeMachine } from './machine.ts';
import type { Measurement } from './measurement.ts';
import { type Options, optionsFrom, type SuiteName, usage } from './options.ts';
import { writeOrganization } from './organizations.ts';
import { findLikeC4, measureLikeC4 } from './peers/likec4.ts';
import { machineText, type Report, tablesOf, toText } from './report.ts';
import type { Subject } from './subject.ts';
import { measureQuestions } from './suites/ask.ts';
import { measureCharts } from './suites/chart.ts';
import { measureCheck } from './suites/check.ts';
import { measureDiff } from './suites/diff.ts';
import { measureEdits } from './suites/edit.ts';
import { measureMemory } from './suites/memory.ts';
import { measurePhases } from './suites/phases.ts';
import { measureSizes } from './suites/size.ts';
import { measureStart } from './suites/start.ts';

const root = path.join(import.meta.dirname, '..');
const scratch = path.join(root, 'out/bench');
/** Seats of the organization that stands in one file. */
const inOneFile = 10_000;

type Suite = (subject: Subject) => Promise<readonly Measurement[]> | readonly Measurement[];
const suites: { readonly [name in SuiteName]: Suite } = {
  check: measureCheck,
  edit: measureEdits,
  ask: measureQuestions,
  chart: measureCharts,
  phases: measurePhases,
  diff: measureDiff,
  memory: measureMemory,
  start: measureStart,
  size: measureSizes,
};

async function main(options: Options): Promise<void> {
  const load = [currentLoad()];
  const subject = subjectOf(options);
  const results: Measurement[] = [];
  for (const [name, suite] of Object.entries(suites)) {
    if ([...options.only].some((each) => each === name)) results.push(...(await suite(subject)));
  }
  if (options.only.has('check')) results.push(...(await peersOf(subject)));
  subject.progress('');
  load.push(currentLoad());
  const report = { machine: describeMachine(load), date: new Date().toISOString().slice(0, 10), results };
  console.log([machineText(report), ...tablesOf(report).map(toText)].join('\n\n'));
  if (options.keep) console.log(`\n${path.relative(root, keep(report))}`);
  if (options.docs) console.log(path.relative(root, writeDocs(report)));
}

function subjectOf(options: Options): Subject {
  const progress = (what: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what}`);
    else if (what) process.stderr.write(`${what}\n`);
  };
  const organizations = options.sizes.map((seats) => {
    progress(`writing ${seats} seats`);
    return writeOrganization(path.join(scratch, 'organizations'), seats, 'files');
  });
  const reaches = options.sizes.includes(inOneFile);
  const single = reaches
    ? writeOrganization(path.join(scratch, 'organizations'), inOneFile, 'one file')
    : undefined;
  return { options, organizations, single, dist: distOf(options, progress), scratch, progress };
}

/** A build of the sources as they are, beside the one in dist/. */
function distOf({ dist }: Options, progress: (what: string) => void): string {
  if (dist !== undefined) return path.resolve(dist);
  progress('building');
  const target = path.join(scratch, 'dist');
  const script = path.join(root, 'scripts/build.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--out', target], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
  return target;
}

async function peersOf(subject: Subject): Promise<readonly Measurement[]> {
  const program = findLikeC4(scratch, subject.options.peers);
  if (program) return measureLikeC4(program, subject);
  subject.progress('');
  console.log(
    'LikeC4 is not here, so there is nothing to compare with: --peers installs it beside the benchmark.\n',
  );
  return [];
}

function keep(report: Report): string {
  const folder = path.join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`);
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}

try {
  const options = optionsFrom(process.argv.slice(2));
  if (options === 'help') console.log(usage);
  else await main(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
