import type { ElementId, OrgModel, Team, Term } from '@mktorg/model';
import { enclosingTeam, findAs, grouped, teamChain } from '@mktorg/model';

/** A function and those that it is part of, nearest first. */
export function family(model: OrgModel, id: ElementId | undefined): readonly Term[] {
  const terms: Term[] = [];
  for (let term = findAs(model, id, 'function'); term && !terms.includes(term); ) {
    terms.push(term);
    term = findAs(model, term.partOf?.id, 'function');
  }
  return terms;
}

/** The teams that say they are this function, in source order. */
export function teamsOf(model: OrgModel, functionId: ElementId): readonly Team[] {
  return teamsByTerm(model, functionId);
}

const teamsByTerm = grouped((elements) =>
  Map.groupBy(
    elements.filter((element) => element.kind === 'team').filter(({ term }) => term),
    ({ term }) => term?.id ?? '',
  ),
);

/** Whether what a team says it `is` belongs to one of these functions, by their names in the standard vocabulary. */
export function isTeamOf(model: OrgModel, team: Team, functions: readonly string[]): boolean {
  return family(model, team.term?.id).some((term) => functions.includes(term.name));
}

/** The teams around a team or role, nearest first; of a team, itself first. */
export function teamsFrom(model: OrgModel, id: ElementId): readonly Team[] {
  const team = findAs(model, id, 'team') ?? enclosingTeam(model, id);
  return team ? teamChain(model, team.id) : [];
}
