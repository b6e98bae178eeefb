import {
  enclosingTeam,
  findAs,
  headcount,
  label,
  linesFrom,
  managerOf,
  namesHolders,
  type OrgModel,
  occupancy,
  type Role,
  seatsOf,
  sourceOf,
} from '@mktorg/model';
import { counted } from '../check/checked.ts';
import { nameOf, namesOf } from './names.ts';
import { type Column, nameInModel, type Row, sourceId, type Table } from './table.ts';

const columns: readonly Column[] = [
  { key: 'role', heading: 'Role', brief: true },
  nameInModel,
  { key: 'team', heading: 'Team', brief: true },
  { key: 'level', heading: 'Level' },
  { key: 'holder', heading: 'Holder', brief: true },
  { key: 'seats', heading: 'Seats', brief: true, numeric: true },
  { key: 'status', heading: 'Status', brief: true },
  { key: 'reports-to', heading: 'Reports to', brief: true },
  { key: 'dotted-lines', heading: 'Dotted lines to' },
  { key: 'location', heading: 'Location', brief: true },
  { key: 'fte', heading: 'FTE', numeric: true },
  sourceId,
];

/** Every seat: a row for each holder, and one for the seats of a role that nobody holds. */
export function rosterReport(model: OrgModel, redactPeople: boolean): Table {
  const shown = redactPeople ? columns.filter(({ key }) => key !== 'holder') : columns;
  const rows = model.byKind.role.flatMap((role) => rowsOf(model, role, redactPeople));
  const { roles, seats, filled, vacant, fte } = headcount(model);
  const size = `${counted(roles, 'role')}, ${counted(seats, 'seat')}`;
  const more = beyondSeats(model);
  const over = more === 0 ? '' : `, and ${counted(more, 'holder')} beyond the seats of a role`;
  const note = namesHolders(model)
    ? `${size}: ${filled} filled, ${vacant} vacant${over}; ${fte} FTE.`
    : `${size}, ${fte} FTE. The model names no holders, so nobody knows which seats are vacant.`;
  return {
    name: 'roster',
    title: `Roster of ${model.name}`,
    columns: shown,
    rows,
    notes: roles === 0 ? [] : [note],
    none: 'This lists seats and who sits in them, and there is no role in the model. To write one: role designer "Designer" { held by "Ana" }.',
  };
}

/** How many hold a role beyond its seats. */
function beyondSeats(model: OrgModel): number {
  return sourceOf(model).byKind.role.reduce(
    (sum, role) => sum + Math.max(0, role.holders.length - seatsOf(role)),
    0,
  );
}

function rowsOf(model: OrgModel, role: Role, redactPeople: boolean): readonly Row[] {
  const { seats, filled, vacant, known } = occupancy(model, role);
  const team = enclosingTeam(model, role.id);
  const shared = {
    role: label(role),
    name: role.path,
    team: nameOf(model, team?.id),
    level: nameOf(model, role.level?.id),
    'reports-to': nameOf(model, managerOf(model, role.id)?.id),
    'dotted-lines': namesOf(
      model,
      linesFrom(model, role.id).map(({ to }) => to),
    ),
    location: role.location?.value,
    fte: role.fte?.value ?? 1,
    id: role.sourceId?.value,
  };
  const inSeat = role.interim ? 'interim' : 'filled';
  if (!known) return [{ ...shared, holder: undefined, seats, status: undefined }];
  const empty = vacant > 0 ? [{ ...shared, holder: undefined, seats: vacant, status: 'vacant' }] : [];
  if (redactPeople) {
    return [...(filled > 0 ? [{ ...shared, seats: filled, status: inSeat }] : []), ...empty];
  }
  const held = role.holders.map(({ name, person }, index) => ({
    ...shared,
    holder: name,
    // Who shares a seat that is taken adds none.
    seats: index < seats ? 1 : 0,
    status: inSeat,
    location: role.location?.value ?? findAs(model, person, 'person')?.location?.value,
  }));
  return [...held, ...empty];
}
