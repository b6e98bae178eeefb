import type { FindingCounts } from '@mktorg/chart';
import type { ChartMessage, PreviewFinding } from './protocol.ts';

/** How much was found about each element. */
export function countsOf(findings: ChartMessage['findings']): ReadonlyMap<string, FindingCounts> {
  return new Map(Object.entries(findings).map(([element, found]) => [element, count(found)]));
}

function count(found: readonly PreviewFinding[]): FindingCounts {
  const of = (severity: PreviewFinding['severity']): number =>
    found.filter((finding) => finding.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), infos: of('info') };
}
