import type { ElementId, Role } from '../elements.ts';
import { perModel } from '../memo.ts';
import type { OrgModel } from '../model.ts';
import { findAs } from '../model.ts';
import { sourceOf } from '../source.ts';
import { namesHolders } from './people.ts';
import { rolesIn, subTeams, teamsWithin } from './teams.ts';

export interface Occupancy {
  readonly seats: number;
  readonly filled: number;
  readonly vacant: number;
  /** False where the organization names no holder anywhere: then nobody can say which seats are vacant. */
  readonly known: boolean;
}

/** The seats of a role and who sits in them. More holders than seats fill all seats. */
export function occupancy(model: OrgModel, role: Role): Occupancy {
  const seats = seatsOf(role);
  const source = sourceOf(model);
  if (!namesHolders(model)) return { seats, filled: 0, vacant: 0, known: false };
  const { holders } = source === model ? role : (findAs(source, role.id, 'role') ?? role);
  const filled = Math.min(seats, holders.length);
  return { seats, filled, vacant: seats - filled, known: true };
}

/** Seats as stated, whole and not negative; 1 unless stated. */
export function seatsOf(role: Role): number {
  const seats = role.seats?.value ?? 1;
  return Number.isFinite(seats) ? Math.max(0, Math.round(seats)) : 1;
}

export interface Headcount {
  readonly roles: number;
  readonly seats: number;
  readonly filled: number;
  readonly vacant: number;
  /** Full-time equivalents of all seats, filled or not. */
  readonly fte: number;
}

/** Of a team with the teams inside it, or of the whole organization, roles outside of teams included. */
export function headcount(model: OrgModel, teamId?: ElementId): Headcount {
  return teamId === undefined ? rounded(countOf(model, model.byKind.role, [])) : headcountOf(model, teamId);
}

/** Teams are counted from the innermost outward, and no role twice: a chart asks for every team. */
function headcountOf(model: OrgModel, teamId: ElementId): Headcount {
  const counts = countsByTeam(model);
  const known = counts.get(teamId);
  if (known) return rounded(known);
  for (const { id } of teamsWithin(model, teamId).toReversed()) {
    if (counts.has(id)) continue;
    const inner = subTeams(model, id).flatMap((team) => counts.get(team.id) ?? []);
    counts.set(id, countOf(model, rolesIn(model, id), inner));
  }
  return rounded(counts.get(teamId) ?? nobody);
}

const countsByTeam = perModel(() => new Map<ElementId, Headcount>());

const nobody: Headcount = { roles: 0, seats: 0, filled: 0, vacant: 0, fte: 0 };

/** Of roles, and of what is counted already. */
function countOf(model: OrgModel, own: readonly Role[], inner: readonly Headcount[]): Headcount {
  let [roles, seats, filled, vacant, fte] = [own.length, 0, 0, 0, 0];
  for (const role of own) {
    const seated = occupancy(model, role);
    seats += seated.seats;
    filled += seated.filled;
    vacant += seated.vacant;
    fte += seated.seats * (role.fte?.value ?? 1);
  }
  for (const each of inner) {
    roles += each.roles;
    seats += each.seats;
    filled += each.filled;
    vacant += each.vacant;
    fte += each.fte;
  }
  return { roles, seats, filled, vacant, fte };
}

/** The roles of a team and of the teams inside it, or all. */
export function rolesWithin(model: OrgModel, teamId?: ElementId): readonly Role[] {
  if (teamId === undefined) return model.byKind.role;
  return teamsWithin(model, teamId).flatMap((team) => rolesIn(model, team.id));
}

/** Sums of decimal fractions without the dust of binary ones. */
function rounded(count: Headcount): Headcount {
  return { ...count, fte: Math.round(count.fte * 1e6) / 1e6 };
}
