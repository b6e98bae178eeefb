import type { Element, ElementId, OrgModel, Role, Team } from '@mktorg/model';
import { directReports, find, grouped, linesFrom, subTeams, teamsLedBy } from '@mktorg/model';

/**
 * These roles and teams, all whose reporting lines lead through them, near or far, and the dotted lines that start at
 * any of them.
 */
export function elementsBelow(model: OrgModel, ids: Iterable<ElementId>): readonly Element[] {
  const found = new Set<Role | Team>();
  const waiting: (Role | Team)[] = [];
  const add = (element: Element | undefined): void => {
    if ((element?.kind !== 'role' && element?.kind !== 'team') || found.has(element)) return;
    found.add(element);
    waiting.push(element);
  };
  for (const id of ids) add(find(model, id));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const below of belowOf(model, next)) add(below);
  }
  return [...found].flatMap((element) => [element, ...linesFrom(model, element.id)]);
}

/** Those right below. A team without a lead has the line of the lead around it. */
function belowOf(model: OrgModel, element: Role | Team): readonly Element[] {
  const teams = teamsByManager(model, element.id);
  return element.kind === 'role'
    ? [...directReports(model, element.id), ...teamsLedBy(model, element.id), ...teams]
    : [...subTeams(model, element.id).filter(({ lead }) => !lead), ...teams];
}

/** The teams that say to whom they report. */
const teamsByManager = grouped((elements) => {
  const teams = elements.filter((element) => element.kind === 'team').filter(({ reportsTo }) => reportsTo[0]);
  return Map.groupBy(teams, ({ reportsTo }) => reportsTo[0]?.id ?? '');
});
