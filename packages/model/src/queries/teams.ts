import { grouped } from '../by-document.ts';
import type { ElementId, Role, Team } from '../elements.ts';
import { perElement } from '../memo.ts';
import type { OrgModel } from '../model.ts';
import { childrenOf, find, findAs } from '../model.ts';

/** The innermost team around an element; of a team, the team above it. */
export function enclosingTeam(model: OrgModel, id: ElementId): Team | undefined {
  let parent = find(model, id)?.parent;
  while (parent !== undefined) {
    const element = find(model, parent);
    if (element?.kind === 'team') return element;
    parent = element?.parent;
  }
  return undefined;
}

/** A team, then the teams around it, outward. */
export const teamChain = perElement((model: OrgModel, teamId: ElementId): readonly Team[] => {
  const chain: Team[] = [];
  let team = findAs(model, teamId, 'team');
  while (team) {
    chain.push(team);
    team = enclosingTeam(model, team.id);
  }
  return chain;
});

/** The teams directly inside a team. */
export function subTeams(model: OrgModel, teamId: ElementId): readonly Team[] {
  return childrenOf(model, teamId).filter((child) => child.kind === 'team');
}

/** The roles directly inside a team. */
export function rolesIn(model: OrgModel, teamId: ElementId): readonly Role[] {
  return childrenOf(model, teamId).filter((child) => child.kind === 'role');
}

export function leadOf(model: OrgModel, team: Team): Role | undefined {
  return findAs(model, team.lead?.id, 'role');
}

/** Who leads a team, then who lead the teams around it, outward; of another element, only the latter. */
export function leadsAround(model: OrgModel, id: ElementId | undefined): readonly Role[] {
  return id === undefined ? noRoles : leadsOutward(model, id);
}

const leadsOutward = perElement((model: OrgModel, id: ElementId): readonly Role[] => {
  const leads: Role[] = [];
  for (let element = find(model, id); element; element = find(model, element.parent)) {
    const lead = element.kind === 'team' ? leadOf(model, element) : undefined;
    if (lead) leads.push(lead);
  }
  return leads.length === 0 ? noRoles : leads.slice();
});

const noRoles: readonly Role[] = [];

/** The teams that a role leads, in source order. */
export function teamsLedBy(model: OrgModel, roleId: ElementId): readonly Team[] {
  return teamsByLead(model, roleId);
}

const teamsByLead = grouped((elements) => {
  const teams = elements.filter((element) => element.kind === 'team').filter(({ lead }) => lead);
  return Map.groupBy(teams, ({ lead }) => lead?.id ?? '');
});

/** Every team inside a team, itself first, in source order; every team of the organization where none is named. */
export function teamsWithin(model: OrgModel, teamId?: ElementId): readonly Team[] {
  if (teamId === undefined) return model.byKind.team;
  const team = findAs(model, teamId, 'team');
  const found: Team[] = team ? [team] : [];
  for (let next = 0; next < found.length; next++) {
    const inner = found[next];
    if (inner) found.push(...subTeams(model, inner.id));
  }
  return found;
}
