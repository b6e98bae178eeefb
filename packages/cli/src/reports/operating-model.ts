import { type OperatingModel, type OrgModel, operatingModel } from '@mktorg/model';
import { counted } from '../check/checked.ts';
import { called, nameOf, namesApart } from './names.ts';
import type { Column, Table } from './table.ts';

const columns: readonly Column[] = [
  { key: 'capability', heading: 'Capability', brief: true },
  { key: 'activity', heading: 'Activity', brief: true },
  { key: 'placement', heading: 'Placement', brief: true },
  { key: 'central', heading: 'Central', brief: true },
  { key: 'local', heading: 'Local', brief: true },
];

/** Which capabilities and activities are central and which local, and what that makes of the whole. */
export function operatingModelReport(model: OrgModel): Table {
  const operating = operatingModel(model);
  const rows = operating.pairs.map(({ capability, activity, placement, central, local }) => ({
    capability: called(model, capability.id),
    activity: nameOf(model, activity?.id),
    placement,
    central: namesApart(
      model,
      central.map(({ id }) => id),
    ),
    local: namesApart(
      model,
      local.map(({ id }) => id),
    ),
  }));
  return {
    name: 'operating-model',
    title: `Operating model of ${model.name}`,
    columns,
    rows,
    notes: notesOf(operating),
    none: 'This lists which capabilities are central and which local, and no team or role says what it answers for. To say it, in its body: responsible for email-marketing.',
  };
}

function notesOf({ pairs, centralShare, derived, declared }: OperatingModel): readonly string[] {
  const says = declared === undefined ? 'The model does not declare what it is.' : `Declared: ${declared}.`;
  if (derived === undefined) return [`${says} Nothing is placed, so nothing can be derived.`];
  const share = `${Math.round(centralShare * 100)}%`;
  return [`${says} Derived: ${derived}, with ${share} of ${counted(pairs.length, 'placement')} central.`];
}
