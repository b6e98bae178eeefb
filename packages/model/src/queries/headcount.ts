import type { ElementId, Role } from '../elements.ts';
import type { OrgModel } from '../model.ts';
import { findAs } from '../model.ts';
import { sourceOf } from '../source.ts';
import { namesHolders } from './people.ts';
import { rolesIn, teamsWithin } from './teams.ts';

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
  let [seats, filled, vacant, fte] = [0, 0, 0, 0];
  const roles = rolesWithin(model, teamId);
  for (const role of roles) {
    const seated = occupancy(model, role);
    seats += seated.seats;
    filled += seated.filled;
    vacant += seated.vacant;
    fte += seated.seats * (role.fte?.value ?? 1);
  }
  return { roles: roles.length, seats, filled, vacant, fte: rounded(fte) };
}

/** The roles of a team and of the teams inside it, or all. */
export function rolesWithin(model: OrgModel, teamId?: ElementId): readonly Role[] {
  if (teamId === undefined) return model.byKind.role;
  return teamsWithin(model, teamId).flatMap((team) => rolesIn(model, team.id));
}

/** Sums of decimal fractions without the dust of binary ones. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
