import type { Element, Platform, Process, Role, Team } from '../elements.ts';
import type { OrgModel } from '../model.ts';
import { allocations } from '../queries/allocation.ts';
import type { Headcount } from '../queries/headcount.ts';
import { headcount, occupancy } from '../queries/headcount.ts';
import type { Cost } from '../queries/money.ts';
import { costOf } from '../queries/money.ts';
import { namesHolders } from '../queries/people.ts';
import { functionOf, localityOf, localityOfHolder, operatingModel, scopeOf } from '../queries/placement.ts';
import { layerOf, stackLayers, statusOf } from '../queries/platforms.ts';
import { handoffs } from '../queries/processes.ts';
import { directReports, layers, layersBelow, managerOf, span, topRoles } from '../queries/reporting.ts';
import { enclosingTeam } from '../queries/teams.ts';
import { durationOf, moneyOf } from './facts.ts';
import type { Draft } from './json.ts';
import { some } from './json.ts';

/** What follows from the model about one element. */
export function derivedOf(model: OrgModel, element: Element): Draft {
  switch (element.kind) {
    case 'role':
      return aboutRole(model, element);
    case 'team':
      return aboutTeam(model, element);
    case 'platform':
      return aboutPlatform(model, element);
    case 'process':
      return aboutProcess(model, element);
    default:
      return undefined;
  }
}

function aboutRole(model: OrgModel, role: Role): Draft {
  const { seats, filled, vacant, known } = occupancy(model, role);
  return {
    team: enclosingTeam(model, role.id)?.id,
    reportsTo: managerOf(model, role.id)?.id,
    directReports: some(directReports(model, role.id).map(({ id }) => id)),
    span: span(model, role.id),
    layersBelow: layersBelow(model, role.id),
    seats,
    ...(known && { filled, vacant }),
    fte: seats * (role.fte?.value ?? 1),
    locality: localityOfHolder(model, role),
  };
}

function aboutTeam(model: OrgModel, team: Team): Draft {
  return {
    reportsTo: managerOf(model, team.id)?.id,
    headcount: countOf(model, headcount(model, team.id)),
    cost: costIn(costOf(model, team.id)),
    locality: localityOf(model, team.id),
    scope: some(scopeOf(model, team.id)),
    function: functionOf(model, team.id)?.id,
  };
}

function aboutPlatform(model: OrgModel, platform: Platform): Draft {
  return { layer: layerOf(model, platform)?.id, status: statusOf(platform) };
}

function aboutProcess(model: OrgModel, process: Process): Draft {
  return {
    handoffs: handoffs(model, process.id).map(({ from, to, fromBy, toBy, within }) => ({
      from: from.id,
      to: to.id,
      fromBy,
      toBy,
      within: within && durationOf(within),
    })),
  };
}

/** What follows from the whole. */
export function totalsOf(model: OrgModel): { readonly [key: string]: Draft } {
  const { pairs, centralShare, derived, declared } = operatingModel(model);
  return {
    headcount: countOf(model, headcount(model)),
    cost: costIn(costOf(model)),
    layers: layers(model),
    topRoles: topRoles(model).map(({ id }) => id),
    operatingModel: {
      declared,
      derived,
      centralShare: Math.round(centralShare * 1e6) / 1e6,
      pairs: pairs.map(({ capability, activity, central, local, placement }) => ({
        capability: capability.id,
        activity: activity?.id,
        placement,
        central: some(central.map(({ id }) => id)),
        local: some(local.map(({ id }) => id)),
      })),
    },
    stack: stackLayers(model).map(({ id }) => id),
    allocations: allocations(model).map(({ label, person, role, total, parts }) => ({
      label,
      person,
      role,
      total,
      parts: parts.map((part) => ({ in: part.in, share: part.share })),
    })),
  };
}

function countOf(model: OrgModel, { roles, seats, filled, vacant, fte }: Headcount): Draft {
  return { roles, seats, ...(namesHolders(model) && { filled, vacant }), fte };
}

/** Per year; nothing where no role states a cost. */
function costIn({ amount, currency, without }: Cost): Draft {
  if (amount === 0 && without.length === 0) return undefined;
  return { amount, currency, without: some(without.map(moneyOf)) };
}
