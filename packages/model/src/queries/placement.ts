import type { ElementId, Ref, Role, Team, Term } from '../elements.ts';
import { perElement, perModel } from '../memo.ts';
import type { OrgModel } from '../model.ts';
import { findAs } from '../model.ts';
import { enclosingTeam, teamChain } from './teams.ts';

/** What a team is for: the regions and business lines of its header, or of the nearest team around it that has some. */
export function scopeOf(model: OrgModel, teamId: ElementId): readonly ElementId[] {
  const scope = teamChain(model, teamId).find((team) => team.scope.length > 0)?.scope ?? [];
  return scope.map(({ id }) => id);
}

export type Locality = 'central' | 'local';

/** A team for a region or a business line is local, every other central. Where a hub sits does not matter. */
export function localityOf(model: OrgModel, teamId: ElementId): Locality {
  return scopeOf(model, teamId).length > 0 ? 'local' : 'central';
}

/** The locality of a team, or of a role by its own scope or else its team. */
export function localityOfHolder(model: OrgModel, holder: Team | Role): Locality {
  if (holder.kind === 'team') return localityOf(model, holder.id);
  if (holder.scope.length > 0) return 'local';
  const team = enclosingTeam(model, holder.id);
  return team ? localityOf(model, team.id) : 'central';
}

/** The function of a team: what its own `is` says, or that of the nearest team around it. */
export function functionOf(model: OrgModel, teamId: ElementId): Term | undefined {
  for (const team of teamChain(model, teamId)) {
    const term = functionTerm(model, team.term);
    if (term) return term;
  }
  return undefined;
}

/** Every function that a team belongs to: of itself and the teams around it, each with what it is part of; nearest first. */
export const functionsOf = perElement((model: OrgModel, teamId: ElementId): readonly Term[] => {
  const found = new Set<Term>();
  for (const team of teamChain(model, teamId)) {
    let term = functionTerm(model, team.term);
    while (term && !found.has(term)) {
      found.add(term);
      term = functionTerm(model, term.partOf);
    }
  }
  return [...found];
});

function functionTerm(model: OrgModel, ref: Ref | undefined): Term | undefined {
  return findAs(model, ref?.id, 'function');
}

/** Where one capability, or one activity of it, is placed. */
export interface PlacedPair {
  readonly capability: Term;
  /** Absent: the capability as a whole. */
  readonly activity?: Term;
  readonly central: readonly (Team | Role)[];
  readonly local: readonly (Team | Role)[];
  readonly placement: Locality | 'both';
}

export interface OperatingModel {
  /** In the order in which the text first places them. */
  readonly pairs: readonly PlacedPair[];
  /** Share of the pairs that are central, 0 to 1; those placed in both count half. 0 without pairs. */
  readonly centralShare: number;
  /** Nothing, where nothing is placed. */
  readonly derived: 'centralized' | 'decentralized' | 'hybrid' | undefined;
  readonly declared?: string;
}

/** How the organization is placed, by what its teams and roles are responsible or accountable for. */
export const operatingModel = perModel((model): OperatingModel => {
  const placed = new Map<string, Placed>();
  for (const holder of [...model.byKind.team, ...model.byKind.role]) {
    for (const { involvement, capabilities, activities } of holder.responsibilities) {
      if (involvement !== 'responsible' && involvement !== 'accountable') continue;
      for (const capability of capabilities) {
        const of = activities.length > 0 ? activities : [undefined];
        for (const activity of of) place(model, placed, holder, capability, activity);
      }
    }
  }
  const pairs = [...placed.values()].map(({ capability, activity, central, local }) => ({
    capability,
    ...(activity && { activity }),
    central: [...central],
    local: [...local],
    placement:
      local.size === 0 ? ('central' as const) : central.size === 0 ? ('local' as const) : ('both' as const),
  }));
  const weights = { central: 1, both: 0.5, local: 0 } as const;
  const centralShare =
    pairs.length === 0 ? 0 : pairs.reduce((sum, { placement }) => sum + weights[placement], 0) / pairs.length;
  const declared = model.organization?.model?.value;
  return { pairs, centralShare, derived: derive(pairs), ...(declared !== undefined && { declared }) };
});

interface Placed {
  readonly capability: Term;
  readonly activity: Term | undefined;
  readonly central: Set<Team | Role>;
  readonly local: Set<Team | Role>;
}

function place(
  model: OrgModel,
  placed: Map<string, Placed>,
  holder: Team | Role,
  capabilityRef: Ref,
  activityRef: Ref | undefined,
): void {
  const capability = findAs(model, capabilityRef.id, 'capability');
  const activity = findAs(model, activityRef?.id, 'activity');
  if (!capability) return;
  const key = `${capability.id} ${activity?.id ?? ''}`;
  const pair = placed.get(key) ?? { capability, activity, central: new Set(), local: new Set() };
  pair[localityOfHolder(model, holder)].add(holder);
  placed.set(key, pair);
}

function derive(pairs: readonly PlacedPair[]): OperatingModel['derived'] {
  if (pairs.length === 0) return undefined;
  if (pairs.every(({ placement }) => placement === 'central')) return 'centralized';
  if (pairs.every(({ placement }) => placement === 'local')) return 'decentralized';
  return 'hybrid';
}
