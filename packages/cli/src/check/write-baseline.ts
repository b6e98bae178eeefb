import { existsSync, rmSync } from 'node:fs';
import { comparePlaces } from '@mktorg/model';
import type { Finding } from '@mktorg/rules';
import { Failure, fileTrouble } from '../failure.ts';
import { relativePath } from '../files/paths.ts';
import { writeWhole } from '../files/write.ts';
import { toJson } from '../output/json.ts';
import { type Baseline, type BaselineEntry, baselineFile, readBaseline, sifted } from './baseline.ts';
import type { CheckedOrganization } from './checked.ts';
import { isTextError } from './text-errors.ts';

/** What an update made of a baseline. */
export interface UpdatedBaseline {
  /** As it is shown. */
  readonly file: string;
  /** `removed` where nothing is left to accept, `none` where there was nothing before either. */
  readonly outcome: 'written' | 'removed' | 'none';
  readonly accepted: readonly Finding[];
  /** Those of them that the baseline did not accept before. */
  readonly fresh: ReadonlySet<Finding>;
  /** What it accepted and does not any more. */
  readonly out: readonly BaselineEntry[];
  /** Errors of text, which cannot be accepted; in the order of files and lines. */
  readonly refused: readonly Finding[];
}

/** Writes down all that is found in an organization, but for errors of text. */
export function writeBaseline(organization: CheckedOrganization, cwd: string): UpdatedBaseline {
  const file = baselineFile(organization);
  const before = readable(file);
  const accepted = organization.findings.filter((finding) => !isTextError(finding));
  const refused = organization.findings.filter(isTextError).sort((a, b) => comparePlaces(a.at, b.at));
  const { kept, stale } = before ? sifted(organization, before) : { kept: accepted, stale: [] };
  // One that cannot be read would be refused ever after.
  const outcome = accepted.length > 0 ? 'written' : existsSync(file) ? 'removed' : 'none';
  if (outcome === 'written') writeWhole(file, toJson(baselineOf(accepted)));
  if (outcome === 'removed') remove(file);
  const fresh = new Set(kept.filter((finding) => !isTextError(finding)));
  return { file: relativePath(cwd, file), outcome, accepted, fresh, out: stale, refused };
}

/** A baseline that cannot be read is about to be replaced. */
function readable(file: string): Baseline | undefined {
  try {
    return readBaseline(file);
  } catch {
    return undefined;
  }
}

function remove(file: string): void {
  try {
    rmSync(file);
  } catch (error) {
    throw new Failure(`${file} cannot be removed: ${fileTrouble(error)}.`);
  }
}

function baselineOf(findings: readonly Finding[]): Baseline {
  const entries = new Map<string, BaselineEntry & { count: number }>();
  for (const { rule, element, property } of findings) {
    const entry = {
      rule,
      ...(element !== undefined && { element }),
      ...(property !== undefined && { property }),
    };
    const key = JSON.stringify(entry);
    const known = entries.get(key);
    if (known) known.count += 1;
    else entries.set(key, { ...entry, count: 1 });
  }
  // Sorted, so that two branches that both add to it seldom meet in a line.
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    format: 'mktorg/baseline',
    version: 1,
    findings: sorted.map(([, { count, ...entry }]) => (count === 1 ? entry : { ...entry, count })),
  };
}
