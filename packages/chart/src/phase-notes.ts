import type { ElementId } from '@mktorg/model';
import type { PhaseFindings, PhaseNote } from './options.ts';
import type { FindingCounts } from './scene.ts';

/** What the chart of a plan has to know of a finding. */
export interface FoundByRule {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** By the id it has today, or in the plan. */
  readonly element?: ElementId;
}

/** What is found after one phase; what `checkPhases` of the rules says is one. */
export interface FoundAfterPhase {
  readonly phase: { readonly id: ElementId };
  readonly findings: readonly FoundByRule[];
  readonly fresh: readonly FoundByRule[];
  readonly resolved: readonly FoundByRule[];
}

/**
 * What the rules say of an organization today and after each phase, as the chart of a plan takes it. Phases that are not
 * judged yet may be left out.
 *
 * @param today what is found today by those rules that are judged at every point, `rulesOfPhases`
 */
export function phaseNotes(today: readonly FoundByRule[], after: Iterable<FoundAfterPhase>): PhaseFindings {
  const notes = new Map<ElementId, PhaseNote>();
  for (const { phase, findings, fresh, resolved } of after) {
    notes.set(phase.id, {
      findings: findings.length,
      fresh: fresh.length,
      resolved: resolved.length,
      resolvedBy: ruleCounts(resolved),
      on: countsByElement(fresh),
    });
  }
  return { today: today.length, after: notes };
}

/** `reporting/vacant-lead ×3`, the most frequent first. */
function ruleCounts(findings: readonly FoundByRule[]): readonly string[] {
  const counts = [...Map.groupBy(findings, ({ rule }) => rule)].map(
    ([rule, all]): readonly [string, number] => [rule, all.length],
  );
  return counts
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .map(([rule, count]) => (count > 1 ? `${rule} ×${count}` : rule));
}

function countsByElement(findings: readonly FoundByRule[]): ReadonlyMap<ElementId, FindingCounts> {
  const counts = new Map<ElementId, FindingCounts>();
  for (const { element, severity } of findings) {
    if (element === undefined) continue;
    const { errors, warnings, infos } = counts.get(element) ?? { errors: 0, warnings: 0, infos: 0 };
    counts.set(element, {
      errors: errors + Number(severity === 'error'),
      warnings: warnings + Number(severity === 'warning'),
      infos: infos + Number(severity === 'info'),
    });
  }
  return counts;
}
