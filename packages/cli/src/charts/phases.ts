import type { PhaseFindings } from '@mktorg/chart';
import type { OrgModel } from '@mktorg/model';
import { check, checkPhases, type Finding, rulesOfPhases } from '@mktorg/rules';

/** Rules named of those whose findings a phase resolves; others are counted. */
const mostRules = 4;

/** What the rules say of an organization today and after each phase, for the chart of its plan. */
export function findingsByPhase(model: OrgModel, today: string): PhaseFindings {
  // What is about the plan itself is found at no point of it.
  const { findings } = check(model, { today, only: rulesOfPhases });
  const phases = checkPhases(model, { today }, findings);
  return {
    today: findings.length,
    after: new Map(
      phases.map(({ phase, findings: after, fresh, resolved }) => [
        phase.id,
        { findings: after.length, fresh: fresh.length, resolved: resolved.length, closes: rulesOf(resolved) },
      ]),
    ),
  };
}

/** `reporting/vacant-lead ×3`, the most frequent first. */
function rulesOf(findings: readonly Finding[]): readonly string[] {
  const counts = [...Map.groupBy(findings, ({ rule }) => rule)].map(
    ([rule, all]): readonly [string, number] => [rule, all.length],
  );
  const sorted = counts.sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
  const named = sorted.slice(0, mostRules).map(([rule, count]) => (count > 1 ? `${rule} ×${count}` : rule));
  const rest = sorted.length - named.length;
  return rest > 0 ? [...named, `${rest} more rule${rest === 1 ? '' : 's'}`] : named;
}
