import { grouped, occurrencesOf } from '../by-document.ts';
import type { DottedLine, Element, ElementId, External, Role, Team } from '../elements.ts';
import { perElement, perModel } from '../memo.ts';
import type { OrgModel } from '../model.ts';
import { find, findAs, mentionsOf } from '../model.ts';
import { comparePlaces } from '../place.ts';
import { occupancy } from './headcount.ts';
import { leadOf, leadsAround, rolesIn, subTeams, teamsLedBy } from './teams.ts';

/**
 * The solid line of a role, or of a team that of its lead. What `reports to` says counts first (a team there stands for
 * its lead); otherwise a role reports to the lead of the nearest team around it that somebody else leads. A role that
 * is led by nobody reports to nobody.
 */
export function managerOf(model: OrgModel, id: ElementId): Role | External | undefined {
  const element = find(model, id);
  return element && managerOfElement(model, element);
}

/** The same of an element that is at hand: who asks for everybody's manager saves looking everybody up. */
export function managerOfElement(model: OrgModel, element: Element): Role | External | undefined {
  if (element.kind === 'team') return managerOfTeam(model, element);
  if (element.kind !== 'role') return undefined;
  return stated(model, element.reportsTo[0]?.id, element.id) ?? implied(model, element);
}

function managerOfTeam(model: OrgModel, team: Team): Role | External | undefined {
  const lead = leadOf(model, team);
  const said = stated(model, team.reportsTo[0]?.id, lead?.id);
  if (said) return said;
  return lead ? managerOfElement(model, lead) : leadAbove(model, team.parent, undefined);
}

/** Whom `reports to` means. */
function stated(
  model: OrgModel,
  id: ElementId | undefined,
  self: ElementId | undefined,
): Role | External | undefined {
  const target = find(model, id);
  if (target?.kind === 'role' || target?.kind === 'external') return target;
  // To report to one's own team means to report as one would anyway.
  return target?.kind === 'team' ? leadAbove(model, target.id, self) : undefined;
}

function implied(model: OrgModel, role: Role): Role | External | undefined {
  if (leadsOfTeamsThatSay(model).has(role.id)) {
    const said = stated(model, saidByTeams(model, role.id), role.id);
    if (said) return said;
  }
  return leadAbove(model, role.parent, role.id);
}

/** Leads of teams that say to whom they report: few, so that most roles are passed over. */
const leadsOfTeamsThatSay = occurrencesOf((elements) =>
  elements.flatMap((element) =>
    element.kind === 'team' && element.lead && element.reportsTo[0] ? [element.lead.id] : [],
  ),
);

/** What a team says of its line is said of its lead's: the line that the first of the teams of this lead states. */
function saidByTeams(model: OrgModel, leadId: ElementId): ElementId | undefined {
  for (const { reportsTo } of teamsLedBy(model, leadId)) if (reportsTo[0]) return reportsTo[0].id;
  return undefined;
}

/** The lead of this team, or else of the nearest one around it, that is led by somebody else than `self`. */
function leadAbove(
  model: OrgModel,
  id: ElementId | undefined,
  self: ElementId | undefined,
): Role | undefined {
  for (const lead of leadsAround(model, id)) if (lead.id !== self) return lead;
  return undefined;
}

/** The roles whose solid line leads to a role, in source order of where they are found: by team, then by `reports to`. */
export function directReports(model: OrgModel, roleId: ElementId): readonly Role[] {
  return namedAsManagers(model).has(roleId) ? reportsOf(model, roleId) : noRoles;
}

const noRoles: readonly Role[] = [];

/** Whoever leads a team or is named after `reports to`: most roles are not, and so cannot have reports. */
const namedAsManagers = occurrencesOf((elements) =>
  elements.flatMap((element) => {
    if (element.kind === 'team') return [element.lead, ...element.reportsTo].flatMap((ref) => ref?.id ?? []);
    return element.kind === 'role' ? element.reportsTo.map(({ id }) => id) : [];
  }),
);

/** The roles and teams that stand after `reports to`. */
const namedAfterReportsTo = occurrencesOf((elements) =>
  elements.flatMap((element) =>
    element.kind === 'role' || element.kind === 'team' ? element.reportsTo.map(({ id }) => id) : [],
  ),
);

const reportsOf = perElement((model: OrgModel, roleId: ElementId): readonly Role[] => {
  const candidates = new Set<Role>();
  const visited = new Set<ElementId>();
  const led = teamsLedBy(model, roleId);
  for (const team of led) gather(model, team, roleId, candidates, visited);
  for (const role of saidToReportTo(model, roleId)) candidates.add(role);
  // To report to a team means to report to its lead, or else to the lead around it.
  for (const team of visited) for (const role of saidToReportTo(model, team)) candidates.add(role);
  const saying = leadsOfTeamsThatSay(model);
  const ledIds = new Set<ElementId | undefined>(led.map(({ id }) => id));
  return [...candidates].filter((role) => {
    // That of most roles is plain: they say nothing, and stand in a team of this lead.
    const isPlain = role.reportsTo.length === 0 && role.id !== roleId && !saying.has(role.id);
    return (isPlain && ledIds.has(role.parent)) || managerOf(model, role.id)?.id === roleId;
  });
});

/** Whoever may report to the lead of a team by position: its roles, and those of teams inside that have no other lead. */
function gather(
  model: OrgModel,
  team: Team,
  leadId: ElementId,
  candidates: Set<Role>,
  visited: Set<ElementId>,
): void {
  const waiting = [team];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (visited.has(next.id)) continue;
    visited.add(next.id);
    for (const role of rolesIn(model, next.id)) candidates.add(role);
    for (const inner of subTeams(model, next.id)) {
      const lead = leadOf(model, inner);
      if (!lead || lead.id === leadId) waiting.push(inner);
      else candidates.add(lead);
    }
  }
}

/** Roles that say so, and leads of teams that do. */
function saidToReportTo(model: OrgModel, id: ElementId): readonly Role[] {
  if (!namedAfterReportsTo(model).has(id)) return noRoles;
  return mentionsOf(model, id).flatMap((mention) => {
    if (mention.field !== 'reportsTo') return [];
    const from = find(model, mention.from);
    if (from?.kind === 'role') return [from];
    const lead = from?.kind === 'team' ? leadOf(model, from) : undefined;
    return lead ? [lead] : [];
  });
}

/** Who is above, nearest first; it ends at an external, at the top, or where a cycle would begin again. */
export function reportingChain(model: OrgModel, roleId: ElementId): readonly (Role | External)[] {
  const chain: (Role | External)[] = [];
  const seen = new Set<ElementId>([roleId]);
  for (let next = managerOf(model, roleId); next && !seen.has(next.id); next = managerOf(model, next.id)) {
    chain.push(next);
    seen.add(next.id);
  }
  return chain;
}

/** Roles that report to one another in a circle, each circle from its first role in source order. */
export const reportingCycles = perModel((model): readonly (readonly Role[])[] => {
  const cycles: (readonly Role[])[] = [];
  const done = new Set<ElementId>();
  for (const start of namedAsManagers(model).keys) {
    const path: Role[] = [];
    const onPath = new Set<ElementId>();
    let role = findAs(model, start, 'role');
    while (role && !done.has(role.id) && !onPath.has(role.id)) {
      path.push(role);
      onPath.add(role.id);
      role = findAs(model, managerOf(model, role.id)?.id, 'role');
    }
    if (role && onPath.has(role.id)) cycles.push(fromFirst(path.slice(path.indexOf(role))));
    for (const { id } of path) done.add(id);
  }
  return cycles.sort(([a], [b]) => (a && b ? comparePlaces(a.at, b.at) : 0));
});

/** A circle turned so that it starts at what stands first in the source. */
function fromFirst(circle: readonly Role[]): readonly Role[] {
  const places = circle.map(({ at }) => at);
  const [first] = places.toSorted(comparePlaces);
  const start = first ? places.indexOf(first) : 0;
  return [...circle.slice(start), ...circle.slice(0, start)];
}

/** Roles that report to nobody inside: at the very top, or to an external. */
export const topRoles = perModel((model): readonly Role[] =>
  model.byKind.role.filter((role) => managerOf(model, role.id)?.kind !== 'role'),
);

/** How many levels of roles are below a role: 0 where nobody reports to it. */
export function layersBelow(model: OrgModel, roleId: ElementId): number {
  return depths(model).get(roleId) ?? 0;
}

/** How many levels of roles the organization has. */
export function layers(model: OrgModel): number {
  let most = 0;
  for (const role of model.byKind.role) most = Math.max(most, layersBelow(model, role.id) + 1);
  return most;
}

/** The longest way down from each role, found from the bottom up; a line that closes a circle ends there. */
const depths = perModel((model): ReadonlyMap<ElementId, number> => {
  const below = new Map<ElementId, number>();
  const waiting = new Map<ElementId, number>();
  for (const role of model.byKind.role) {
    const manager = managerOf(model, role.id);
    if (manager) waiting.set(manager.id, (waiting.get(manager.id) ?? 0) + 1);
  }
  const ready = model.byKind.role.filter(({ id }) => !waiting.has(id)).map(({ id }) => id);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const manager = managerOf(model, id);
    if (manager?.kind !== 'role') continue;
    below.set(manager.id, Math.max(below.get(manager.id) ?? 0, (below.get(id) ?? 0) + 1));
    const left = (waiting.get(manager.id) ?? 0) - 1;
    waiting.set(manager.id, left);
    if (left === 0) ready.push(manager.id);
  }
  return below;
});

/** Direct reports of a role, counted in seats: a pool of three is three. */
export function span(model: OrgModel, roleId: ElementId): number {
  let seats = 0;
  for (const role of directReports(model, roleId)) seats += occupancy(model, role).seats;
  return seats;
}

/** Dotted lines that start at an element. */
export function linesFrom(model: OrgModel, id: ElementId): readonly DottedLine[] {
  return linesByStart(model, id);
}

/** Dotted lines that lead to an element. */
export function linesTo(model: OrgModel, id: ElementId): readonly DottedLine[] {
  return linesByEnd(model, id);
}

const linesByStart = grouped((elements) => Map.groupBy(dottedLines(elements), ({ from }) => from.id));
const linesByEnd = grouped((elements) => Map.groupBy(dottedLines(elements), ({ to }) => to.id));

function dottedLines(elements: readonly Element[]): readonly DottedLine[] {
  return elements.filter((element) => element.kind === 'dotted-line');
}
