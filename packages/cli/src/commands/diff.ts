import type { Guards } from '@mktorg/review';
import { comparePaths } from '../diff/compare-paths.ts';
import { comparePoints } from '../diff/compare-points.ts';
import { compareTrees } from '../diff/compare-trees.ts';
import { type CompareOptions, type Comparison, isChanged } from '../diff/comparison.ts';
import { documentOf } from '../diff/document.ts';
import { formats } from '../diff/formats.ts';
import { pointsAsArguments } from '../diff/mixed.ts';
import type { PointsWish } from '../diff/phases.ts';
import { pointsOf } from '../diff/points.ts';
import { type ExitStatus, exit } from '../exit.ts';
import { Failure } from '../failure.ts';
import { pathsFrom } from '../files/paths.ts';
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
    return comparePoints(args, pointsWish(options), how, terminal);
  }
  const points = await pointsOf(args, staged === true, terminal.cwd).catch(async (error) => {
    throw (await pointsAsArguments(args, terminal)) ?? error;
  });
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

function pointsWish({ from, to, plan }: DiffOptions): PointsWish {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(plan !== undefined && { plan }),
  };
}
