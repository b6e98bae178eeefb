import { rmSync } from 'node:fs';
import type { Finding } from '@mktorg/rules';
import { relativePath } from '../files/paths.ts';
import { writeWhole } from '../files/write.ts';
import { toJson } from '../output/json.ts';
import { clean } from '../terminal/clean.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type Baseline, type BaselineEntry, baselineFile, readBaseline, sifted } from './baseline.ts';
import { type CheckedOrganization, counted } from './checked.ts';

/** Writes down all that is found in an organization, and says in a line what that changes. */
export function writeBaseline(organization: CheckedOrganization, { cwd }: Terminal): string {
  const file = baselineFile(organization);
  const shown = clean(relativePath(cwd, file));
  const before = readable(file);
  const { findings } = organization;
  if (findings.length === 0) {
    if (before) rmSync(file);
    return `${shown}: nothing is found, so ${before ? 'it is removed' : 'none is needed'}.`;
  }
  const { kept, stale } = before ? sifted(organization, before) : { kept: findings, stale: [] };
  writeWhole(file, toJson(baselineOf(findings)));
  const gone = stale.length > 0 ? `, ${counted(stale.length, 'entry', 'entries')} taken out` : '';
  return `${shown}: ${counted(findings.length, 'finding')}, ${kept.length.toLocaleString('en')} of them new${gone}.`;
}

/** A baseline that cannot be read is about to be replaced. */
function readable(file: string): Baseline | undefined {
  try {
    return readBaseline(file);
  } catch {
    return undefined;
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
