import type { OrgModel } from '@mktorg/model';
import { headcount } from '@mktorg/model';
import { check, checkPhases, type Failure } from '@mktorg/rules';
import { pathsFrom } from '../files/paths.ts';
import { type Loaded, rootPath } from '../organizations.ts';
import { sourceLines } from '../output/source-lines.ts';
import { startProgress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { todayOf } from '../today.ts';
import type { Checked, CheckedOrganization } from './checked.ts';

/**
 * Judges organizations by all rules.
 * @throws where a rule breaks: that is an error of mktorg, never a finding
 */
export async function checkOrganizations(loaded: Loaded, terminal: Terminal): Promise<Checked> {
  const today = todayOf(terminal);
  const progress = startProgress(terminal);
  const organizations: CheckedOrganization[] = [];
  try {
    for (const model of loaded.models) {
      await progress.step(`Checking ${model.name}`);
      organizations.push(checkOne(model, today, rootPath(model, terminal)));
    }
  } finally {
    progress.stop();
  }
  return {
    organizations,
    today,
    show: pathsFrom(terminal.cwd),
    lines: sourceLines(loaded.texts),
    texts: loaded.texts,
  };
}

function checkOne(model: OrgModel, today: string, root: string): CheckedOrganization {
  return { model, root, seats: headcount(model).seats, ...findingsIn(model, today) };
}

/**
 * What the rules find in a model, today and after the phases of its plans.
 * @throws where a rule breaks
 */
export function findingsIn(
  model: OrgModel,
  today: string,
): Pick<CheckedOrganization, 'findings' | 'phases' | 'allowed'> {
  const now = check(model, { today });
  throwFirst(now.failed);
  const phases = checkPhases(model, { today }, now.findings);
  const findings = [...now.findings];
  for (const { fresh, failed } of phases) {
    throwFirst(failed);
    findings.push(...fresh);
  }
  return { findings, phases, allowed: now.allowed };
}

function throwFirst([broken]: readonly Failure[]): void {
  if (!broken) return;
  throw new Error(`The rule ${broken.rule} failed: ${broken.error.message}`, { cause: broken.error });
}
