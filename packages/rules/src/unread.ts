import type { ElementId, OrgModel } from '@mktorg/model';
import { rules } from './catalogue.ts';
import { isOptional } from './engine/configuration.ts';
import { problemsIn, unread } from './engine/problems.ts';
import type { Finding } from './finding.ts';

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/**
 * Says of findings that are told no more whether that is because what they are about cannot be read as a whole: then
 * nobody knows whether they still hold.
 *
 * @param model that no longer tells them
 */
export function withheldIn(model: OrgModel): (finding: Finding, element: ElementId | undefined) => boolean {
  const unclear = unread(problemsIn(model, byId, undefined));
  return ({ rule }, element) => element !== undefined && unclear.has(element) && isOptional({ id: rule });
}
