import { type Scene, withFindings } from '@mktorg/chart';
import type { PreviewFinding } from '@mktorg/preview';
import type { Finding } from '@mktorg/rules';
import { rulePage } from '../output/rule-page.ts';

/** Findings by the element that they are about, as the preview shows them. */
export function findingsByElement(findings: readonly Finding[]): {
  readonly [element: string]: readonly PreviewFinding[];
} {
  const byElement: { [element: string]: PreviewFinding[] } = {};
  for (const { rule, severity, message, why, todo, element } of findings) {
    if (element === undefined) continue;
    const list = byElement[element] ?? [];
    byElement[element] = list;
    list.push({ rule, severity, message, why, todo, page: rulePage(rule) });
  }
  return byElement;
}

/** The chart with the number of findings on each card. */
export function sceneWithFindings(scene: Scene, findings: readonly Finding[]): Scene {
  const counts = new Map<string, { errors: number; warnings: number; infos: number }>();
  for (const { element, severity } of findings) {
    if (element === undefined) continue;
    const count = counts.get(element) ?? { errors: 0, warnings: 0, infos: 0 };
    counts.set(element, count);
    count[`${severity}s`] += 1;
  }
  return withFindings(scene, counts);
}
