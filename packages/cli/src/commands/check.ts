import path from 'node:path';
import type { OrgModel } from '@mktorg/model';
import { withoutAccepted } from '../check/baseline.ts';
import {
  type Checked,
  countBySeverity,
  findingsOf,
  isAtLeast,
  type Severity,
  severities,
} from '../check/checked.ts';
import { writePretty } from '../check/pretty.ts';
import { checkOrganizations } from '../check/run-check.ts';
import { summaryOf } from '../check/summary.ts';
import { type ExitStatus, exit } from '../exit.ts';
import { Failure } from '../failure.ts';
import { type Loaded, loadOrganizations, rootPath } from '../organizations.ts';
import { toJson } from '../output/json.ts';
import { clean } from '../terminal/clean.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface CheckCommandOptions {
  readonly format: 'pretty' | 'json' | 'github' | 'sarif' | 'junit' | 'codequality';
  readonly failLevel: Severity;
  readonly quiet?: true;
  readonly maxFindings?: number;
  /** A revision: only what the change since then brings is told. */
  readonly since?: string;
  readonly updateBaseline?: true;
  /** Whether a baseline is heeded. */
  readonly baseline: boolean;
}

export async function checkCommand(
  paths: readonly string[],
  options: CheckCommandOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const started = performance.now();
  const { since } = options;
  if (options.updateBaseline) return updateBaselines(paths, options, terminal);
  const past = since === undefined ? undefined : await import('../check/since.ts');
  const read = since === undefined ? undefined : await past?.loadSince(paths, since, terminal);
  const loaded = read?.now ?? (await loadOrganizations(paths, terminal));
  for (const note of scopeNotes(loaded, terminal)) terminal.err.write(`${terminal.err.style('dim', note)}\n`);
  const found = await checkOrganizations(loaded, terminal);
  const fresh = past && read ? past.onlySince(found, read) : found;
  const everything = options.baseline ? withoutAccepted(fresh, found) : fresh;
  const checked = options.quiet ? onlyAtLeast(everything, options.failLevel) : everything;
  await write(checked, options, terminal);
  const seconds = (performance.now() - started) / 1000;
  const counts = countBySeverity(findingsOf(checked));
  const failing = severities.some(
    (severity) => counts[severity] > 0 && isAtLeast(severity, options.failLevel),
  );
  if ((options.format === 'pretty' || options.format === 'github') && (!options.quiet || failing)) {
    terminal.out.write(summaryOf(checked, terminal.out, seconds));
  }
  return failing ? exit.findings : exit.clean;
}

async function write(checked: Checked, options: CheckCommandOptions, terminal: Terminal): Promise<void> {
  const repository = path.resolve(
    terminal.env['GITHUB_WORKSPACE'] || terminal.env['CI_PROJECT_DIR'] || terminal.cwd,
  );
  switch (options.format) {
    case 'pretty':
      writePretty(
        checked,
        terminal.out,
        options.maxFindings === undefined ? {} : { most: options.maxFindings },
      );
      return;
    case 'json': {
      const { findingsDocument } = await import('../check/json.ts');
      terminal.out.write(toJson(findingsDocument(checked)));
      return;
    }
    case 'github': {
      const { toGithub } = await import('../check/github.ts');
      terminal.out.write(toGithub(checked, terminal.cwd, repository));
      return;
    }
    case 'sarif': {
      const { toSarif } = await import('../check/sarif.ts');
      terminal.out.write(toJson(toSarif(checked, repository)));
      return;
    }
    case 'junit': {
      const { toJunit } = await import('../check/junit.ts');
      terminal.out.write(toJunit(checked, options.failLevel));
      return;
    }
    case 'codequality': {
      const { toCodeQuality } = await import('../check/codequality.ts');
      terminal.out.write(toJson(toCodeQuality(checked, terminal.cwd, repository)));
      return;
    }
  }
}

async function updateBaselines(
  paths: readonly string[],
  { since, baseline }: CheckCommandOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  if (!baseline)
    throw new Failure('--update-baseline writes what --no-baseline passes over: use one of them.');
  if (since !== undefined)
    throw new Failure('A baseline holds all that is found, and --since only what is new: use one of them.');
  const { organizations, show } = await checkOrganizations(
    await loadOrganizations(paths, terminal),
    terminal,
  );
  const { writeBaseline } = await import('../check/write-baseline.ts');
  const { baselineReport } = await import('../check/baseline-report.ts');
  const updates = organizations.map((each) => writeBaseline(each, terminal.cwd));
  terminal.out.write(updates.map((each) => baselineReport(each, show, terminal.out)).join('\n'));
  return updates.some(({ refused }) => refused.length > 0) ? exit.findings : exit.clean;
}

function onlyAtLeast(checked: Checked, level: Severity): Checked {
  const organizations = checked.organizations.map((each) => ({
    ...each,
    findings: each.findings.filter(({ severity }) => isAtLeast(severity, level)),
  }));
  return { ...checked, organizations };
}

/** Says where more was checked than the call names, and where several files may have been meant as one. */
function scopeNotes({ models, asked }: Loaded, terminal: Terminal): readonly string[] {
  const notes = models
    .filter((model) => !model.documents.every((uri) => asked.has(uri)))
    .map(
      (model) =>
        `Checking all of ${clean(model.name)} (${rootPath(model, terminal)}), which this is a part of.`,
    );
  const alone = models.filter(isLoneFile);
  if (alone.length > 1) {
    notes.push(
      `${alone.length} files belong to no organization, so each is checked by itself. ` +
        'To check them as one, write `organization name "Title"` in one of the files of their folder.',
    );
  }
  return notes;
}

function isLoneFile(model: OrgModel): boolean {
  return (
    model.organization === undefined && model.documents.length === 1 && model.documents[0] === model.root
  );
}
