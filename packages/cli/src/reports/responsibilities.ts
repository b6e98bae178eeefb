import {
  type ElementId,
  holdersOf,
  type Involvement,
  type OrgModel,
  type Responsibility,
  type Term,
} from '@mktorg/model';
import { called, nameOf, namesApart, namesOf } from './names.ts';
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
  return {
    name: 'responsibilities',
    title: `Responsibilities in ${model.name}`,
    columns,
    rows,
    notes,
    none: 'This lists capabilities and who answers for them, and there is no capability that somebody has or should have.',
  };
}

interface Involved {
  readonly who: { readonly [I in Involvement]: Set<ElementId> };
  readonly with: Set<ElementId>;
}

function rowsOf(
  model: OrgModel,
  capability: Term,
  coordinators: ReadonlyMap<ElementId, readonly string[]>,
): readonly Row[] {
  const byActivity = new Map<ElementId | undefined, Involved>();
  const involve = (who: ElementId, responsibility: Responsibility): void => {
    const { activities, involvement } = responsibility;
    const of = activities.length > 0 ? activities.map(({ id }) => id) : [undefined];
    for (const activity of of) {
      const involved = byActivity.get(activity) ?? nobody();
      byActivity.set(activity, involved);
      involved.who[involvement].add(who);
      for (const { id } of responsibility.with) involved.with.add(id);
    }
  };
  for (const { holder, responsibility } of holdersOf(model, capability.id))
    involve(holder.id, responsibility);
  for (const external of model.byKind.external) {
    for (const each of external.responsibilities) {
      if (each.capabilities.some(({ id }) => id === capability.id)) involve(external.id, each);
    }
  }
  if (byActivity.size === 0 && (capability.core || !capability.standard)) byActivity.set(undefined, nobody());
  return [...byActivity].map(([activity, { who, with: partners }]) => ({
    capability: called(model, capability.id),
    activity: nameOf(model, activity),
    responsible: namesApart(model, who.responsible),
    accountable: namesApart(model, who.accountable),
    consulted: namesApart(model, who.consulted),
    informed: namesApart(model, who.informed),
    with: namesApart(model, partners),
    coordinator: coordinators.get(capability.id),
    home: namesOf(model, capability.home),
  }));
}

function nobody(): Involved {
  const who = {
    responsible: new Set<ElementId>(),
    accountable: new Set<ElementId>(),
    consulted: new Set<ElementId>(),
    informed: new Set<ElementId>(),
  };
  return { who, with: new Set() };
}

function coordinatorsByCapability(model: OrgModel): ReadonlyMap<ElementId, readonly string[]> {
  const found = new Map<ElementId, ElementId[]>();
  for (const holder of [...model.byKind.team, ...model.byKind.role]) {
    for (const { id } of holder.coordinates) found.set(id, [...(found.get(id) ?? []), holder.id]);
  }
  return new Map([...found].map(([id, holders]) => [id, namesApart(model, holders)]));
}

function isNobody(cell: Row[string]): boolean {
  return cell === undefined || (typeof cell === 'object' && cell.length === 0);
}
