import {
  type ElementId,
  holdersOf,
  type Involvement,
  label,
  type OrgModel,
  type Responsibility,
  type Term,
} from '@mktorg/model';
import { nameOf, namesOf } from './names.ts';
import type { Column, Row, Table } from './table.ts';

const columns: readonly Column[] = [
  { key: 'capability', heading: 'Capability', brief: true },
  { key: 'activity', heading: 'Activity', brief: true },
  { key: 'responsible', heading: 'Responsible', brief: true },
  { key: 'accountable', heading: 'Accountable', brief: true },
  { key: 'consulted', heading: 'Consulted', brief: true },
  { key: 'informed', heading: 'Informed', brief: true },
  { key: 'with', heading: 'With', brief: true },
  { key: 'coordinator', heading: 'Coordinated by' },
  { key: 'home', heading: 'Usual home' },
];

/** Who is responsible, accountable, consulted and informed, for every capability that somebody has or should have. */
export function responsibilitiesReport(model: OrgModel): Table {
  const coordinators = coordinatorsByCapability(model);
  const rows = model.byKind.capability.flatMap((capability) => rowsOf(model, capability, coordinators));
  const unowned = rows.filter(
    ({ responsible, accountable }) => isNobody(responsible) && isNobody(accountable),
  ).length;
  const notes = unowned > 0 ? [`${unowned} without anybody responsible or accountable.`] : [];
  return { name: 'responsibilities', title: `Responsibilities in ${model.name}`, columns, rows, notes };
}

interface Involved {
  readonly who: { readonly [I in Involvement]: Set<string> };
  readonly with: Set<string>;
}

function rowsOf(
  model: OrgModel,
  capability: Term,
  coordinators: ReadonlyMap<ElementId, readonly string[]>,
): readonly Row[] {
  const byActivity = new Map<ElementId | undefined, Involved>();
  const involve = (who: string, responsibility: Responsibility): void => {
    const { activities, involvement } = responsibility;
    const of = activities.length > 0 ? activities.map(({ id }) => id) : [undefined];
    for (const activity of of) {
      const involved = byActivity.get(activity) ?? nobody();
      byActivity.set(activity, involved);
      involved.who[involvement].add(who);
      for (const partner of namesOf(model, responsibility.with)) involved.with.add(partner);
    }
  };
  for (const { holder, responsibility } of holdersOf(model, capability.id))
    involve(label(holder), responsibility);
  for (const external of model.byKind.external) {
    for (const each of external.responsibilities) {
      if (each.capabilities.some(({ id }) => id === capability.id)) involve(label(external), each);
    }
  }
  if (byActivity.size === 0 && (capability.core || !capability.standard)) byActivity.set(undefined, nobody());
  return [...byActivity].map(([activity, { who, with: partners }]) => ({
    capability: label(capability),
    activity: nameOf(model, activity),
    responsible: [...who.responsible],
    accountable: [...who.accountable],
    consulted: [...who.consulted],
    informed: [...who.informed],
    with: [...partners],
    coordinator: coordinators.get(capability.id),
    home: namesOf(model, capability.home),
  }));
}

function nobody(): Involved {
  const who = {
    responsible: new Set<string>(),
    accountable: new Set<string>(),
    consulted: new Set<string>(),
    informed: new Set<string>(),
  };
  return { who, with: new Set() };
}

function coordinatorsByCapability(model: OrgModel): ReadonlyMap<ElementId, readonly string[]> {
  const found = new Map<ElementId, string[]>();
  for (const holder of [...model.byKind.team, ...model.byKind.role]) {
    for (const { id } of holder.coordinates) found.set(id, [...(found.get(id) ?? []), label(holder)]);
  }
  return found;
}

function isNobody(cell: Row[string]): boolean {
  return cell === undefined || (typeof cell === 'object' && cell.length === 0);
}
