import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Guards } from '@mktorg/review';
import { review } from '@mktorg/review';
import { rulesOfPhases } from '@mktorg/rules';
import { compareTrees } from '../diff/compare-trees.ts';
import { type CompareOptions, type Comparison, comparePair, isChanged } from '../diff/comparison.ts';
import { documentOf } from '../diff/document.ts';
import { formats } from '../diff/formats.ts';
import { pairsOf } from '../diff/pairs.ts';
import { planPoints } from '../diff/phases.ts';
import { type Points, pointsOf } from '../diff/points.ts';
import { type ExitStatus, exit } from '../exit.ts';
import { Failure } from '../failure.ts';
import { pathsFrom, relativePath } from '../files/paths.ts';
import { loadOrganizations, onlyModel } from '../organizations.ts';
import { deliver } from '../output/deliver.ts';
import { formatFor } from '../output/format.ts';
import { type DiffFormat, diffFormats } from '../program/diff.ts';
import { startProgress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { todayOf } from '../today.ts';

export interface DiffOptions {
  readonly format?: DiffFormat;
  readonly staged?: true;
  readonly from?: string;
  readonly to?: string;
  readonly plan?: string;
  readonly redact?: 'people';
  readonly all?: true;
  readonly exitCode?: true;
  /** A share: 0.25. */
  readonly maxRemoved?: number;
  readonly requireReason?: true;
  readonly output?: string;
}

/** Says what is different between two states of an organization, what follows from it, and what it risks. */
export async function diffCommand(
  args: readonly string[],
  options: DiffOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const format = formatFor(options, diffFormats, 'pretty', terminal);
  const comparison = await compare(args, options, terminal);
  const guards: Guards = {
    ...(options.maxRemoved !== undefined && { maxRemoved: options.maxRemoved }),
    ...(options.requireReason && { requireReason: true }),
  };
  const document = documentOf(comparison, guards, pathsFrom(terminal.cwd));
  const content = await formats[format]({
    comparison,
    document,
    terminal: options.output === undefined || options.output === '-' ? terminal : plain(terminal),
    all: options.all === true,
  });
  deliver(content, options.output, terminal);
  const refused = document.organizations.flatMap((each) =>
    each.status === 'compared' ? (each.refused ?? []) : [],
  );
  if (format !== 'pretty' || options.output !== undefined) {
    for (const { message } of refused)
      terminal.err.write(`${terminal.err.style('red', 'refused')} ${message}\n`);
  }
  const differs = options.exitCode === true && isChanged(comparison);
  return refused.length > 0 || differs ? exit.findings : exit.clean;
}

/** What goes into a file has no colors, whatever the terminal has. */
function plain(terminal: Terminal): Terminal {
  const out = { ...terminal.out, columns: 100, style: (_: unknown, text: string) => text };
  return { ...terminal, out: { ...out, link: (text: string) => text } };
}

async function compare(
  args: readonly string[],
  options: DiffOptions,
  terminal: Terminal,
): Promise<Comparison> {
  const { from, to, plan, staged, redact } = options;
  const how: CompareOptions = { today: todayOf(terminal), ...(redact && { redact }) };
  if (from !== undefined || to !== undefined || plan !== undefined) {
    if (staged) throw new Failure('--staged compares files, and --from and --to points of a plan.');
    return comparePhases(args, options, how, terminal);
  }
  const points = await pointsOf(args, staged === true, terminal.cwd);
  const progress = startProgress(terminal);
  try {
    await progress.step('Reading both sides');
    return points.type === 'paths'
      ? await comparePaths(points, how, terminal)
      : (await compareTrees(points, how, terminal)).comparison;
  } finally {
    progress.stop();
  }
}

async function comparePhases(
  args: readonly string[],
  { from, to, plan }: DiffOptions,
  how: CompareOptions,
  terminal: Terminal,
): Promise<Comparison> {
  if (args.length > 1)
    throw new Failure('Points of a plan are compared in one organization: name one path at most.');
  const model = onlyModel(await loadOrganizations(args, terminal), terminal, 'diff', undefined);
  const points = planPoints(model, {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(plan !== undefined && { plan }),
  });
  const { matching } = points;
  const unread = { before: [], after: points.unread };
  // The points are phases already: what is about the plan itself is found at neither of them.
  const only = rulesOfPhases;
  const options = { ...how, matching, unread, only };
  return {
    from: points.from.name,
    to: points.to.name,
    ...settingsOf(how),
    organizations: [
      {
        status: 'compared',
        name: model.name,
        root: model.root,
        review: review(points.from.model, points.to.model, options),
      },
    ],
  };
}

async function comparePaths(
  { before, after }: Extract<Points, { readonly type: 'paths' }>,
  how: CompareOptions,
  terminal: Terminal,
): Promise<Comparison> {
  const [a, b] = [await loadOrganizations([before], terminal), await loadOrganizations([after], terminal)];
  const common = a.models.find((model) => b.models.some(({ root }) => root === model.root));
  if (common) {
    throw new Failure(`${before} and ${after} are parts of one organization, ${common.name}.`);
  }
  const folders = { before: folderUri(before, terminal), after: folderUri(after, terminal) };
  return {
    from: relativePath(terminal.cwd, path.resolve(terminal.cwd, before)),
    to: relativePath(terminal.cwd, path.resolve(terminal.cwd, after)),
    ...settingsOf(how),
    organizations: pairsOf(a.models, b.models, folders).flatMap((pair) => comparePair(pair, how)),
  };
}

function folderUri(given: string, { cwd }: Terminal): string {
  const file = path.resolve(cwd, given);
  return pathToFileURL(file).href;
}

function settingsOf({ today, redact }: CompareOptions): Pick<Comparison, 'today' | 'redacted'> {
  return { today, redacted: redact === 'people' };
}
