import type { Element, ElementId, Platform, Process, Role, Team } from '../elements.ts';
import type { OrgModel } from '../model.ts';
import { find } from '../model.ts';
import { headcount, occupancy } from '../queries/headcount.ts';
import { costOf } from '../queries/money.ts';
import { people } from '../queries/people.ts';
import { operatingModel } from '../queries/placement.ts';
import { handoffs } from '../queries/processes.ts';
import { layers, managerOf, span } from '../queries/reporting.ts';
import type { Matching } from './match.ts';

/** Something measured before and after. */
export interface Shift<T = number> {
  readonly before: T;
  readonly after: T;
}

/** What follows from changes and stands in no line of text. Ids are of the model after, unless a name says otherwise. */
export interface Effects {
  readonly totals: Totals;
  /** Teams whose totals shift, sub-teams included in those above; only such as are there before and after. */
  readonly teams: readonly TeamShift[];
  /** Roles that report to somebody else, though perhaps no line about them changed. */
  readonly reporting: readonly ReportingShift[];
  /** Roles whose number of direct reports shifts, in seats. */
  readonly spans: readonly ({ readonly role: ElementId } & Shift)[];
  /** Roles with more or fewer vacant seats, those that are new or gone included. */
  readonly vacancies: readonly ({ readonly role: ElementId } & Shift)[];
  /** Who has a seat now and had none: whoever is only declared has not joined yet. */
  readonly joined: readonly SeatedPerson[];
  /** Who had a seat and is not even declared any more. */
  readonly left: readonly SeatedPerson[];
  /** People who sit in other seats than before, or in none any more. */
  readonly reseated: readonly (SeatedPerson & Shift<readonly ElementId[]>)[];
  /** Platforms that lost their last owner or user, and those that gained a first. */
  readonly platforms: readonly PlatformShift[];
  readonly processes: readonly ({ readonly process: ElementId; readonly hours: Shift } & Shift)[];
  readonly operatingModel?: { readonly share: Shift; readonly derived: Shift<string | undefined> };
}
export interface Totals {
  /** Who sits somewhere, each counted once. */
  readonly people: Shift;
  readonly seats: Shift;
  readonly filled: Shift;
  readonly vacant: Shift;
  readonly fte: Shift;
  readonly roles: Shift;
  readonly teams: Shift;
  readonly layers: Shift;
  /** Most direct reports of a role, in seats, and the median of those that have any. */
  readonly widestSpan: Shift;
  readonly medianSpan: Shift;
  /** Of seats, per year in the currency of the organization. */
  readonly cost: Shift & { readonly currency: string };
  readonly platforms: Shift;
}
export interface TeamShift {
  readonly team: ElementId;
  readonly seats: Shift;
  readonly vacant: Shift;
  readonly fte: Shift;
  readonly cost: Shift;
}
export interface ReportingShift {
  readonly role: ElementId;
  /** By the id before; absent at the top. */
  readonly from?: ElementId;
  readonly to?: ElementId;
}
export interface SeatedPerson {
  /** The id of a declared person, or the name in quotes. */
  readonly key: string;
  readonly name: string;
  readonly seats: readonly ElementId[];
}
export interface PlatformShift {
  readonly platform: ElementId;
  readonly lost: readonly ('owner' | 'users')[];
  readonly gained: readonly ('owner' | 'users')[];
}

/** Works out what follows from getting from one organization to another. O(size of both). */
export function effectsOf(a: OrgModel, b: OrgModel, matching: Matching): Effects {
  const then = (id: ElementId): ElementId | undefined => matching.before.get(id);
  const now = (id: ElementId): ElementId => matching.after.get(id) ?? id;
  const model = operatingModelShift(a, b);
  return {
    totals: totalsOf(a, b),
    teams: teamShifts(a, b, then),
    reporting: reportingShifts(a, b, matching),
    spans: spanShifts(a, b, then),
    vacancies: vacancyShifts(a, b, matching),
    ...peopleShifts(a, b, now),
    platforms: platformShifts(a, b, then),
    processes: processShifts(a, b, then),
    ...(model && { operatingModel: model }),
  };
}

/** Whether nothing shifts. */
export function isQuiet(effects: Effects): boolean {
  const { totals, operatingModel: model, ...lists } = effects;
  const { cost, ...counts } = totals;
  return (
    !model &&
    cost.before === cost.after &&
    Object.values(counts).every(({ before, after }) => before === after) &&
    Object.values(lists).every((list) => list.length === 0)
  );
}

function totalsOf(a: OrgModel, b: OrgModel): Totals {
  const [before, after] = [headcount(a), headcount(b)];
  const shift = (of: (model: OrgModel) => number): Shift => ({ before: of(a), after: of(b) });
  const seated = (model: OrgModel) => people(model).filter(({ seats }) => seats.length > 0).length;
  const [was, is] = [spansIn(a), spansIn(b)];
  const live = (model: OrgModel) =>
    model.byKind.platform.filter(({ status }) => status?.value !== 'retired').length;
  return {
    people: shift(seated),
    seats: { before: before.seats, after: after.seats },
    filled: { before: before.filled, after: after.filled },
    vacant: { before: before.vacant, after: after.vacant },
    fte: { before: before.fte, after: after.fte },
    roles: { before: before.roles, after: after.roles },
    teams: shift((model) => model.byKind.team.length),
    layers: shift(layers),
    widestSpan: { before: was.at(-1) ?? 0, after: is.at(-1) ?? 0 },
    medianSpan: { before: medianOf(was), after: medianOf(is) },
    cost: { ...shift((model) => costOf(model).amount), currency: costOf(b).currency || costOf(a).currency },
    platforms: shift(live),
  };
}

/** The spans of all that have direct reports, ascending. */
function spansIn(model: OrgModel): readonly number[] {
  return model.byKind.role
    .map(({ id }) => span(model, id))
    .filter((reports) => reports > 0)
    .sort((a, b) => a - b);
}

function medianOf(sorted: readonly number[]): number {
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}

type Then = (id: ElementId) => ElementId | undefined;

/** Each element of a kind that is there before and after. */
function pairs<E extends Element>(
  a: OrgModel,
  elements: readonly E[],
  then: Then,
): readonly (readonly [E, E])[] {
  return elements.flatMap((after) => {
    const before = find(a, then(after.id));
    return before?.kind === after.kind ? [[before as E, after] as const] : [];
  });
}

function teamShifts(a: OrgModel, b: OrgModel, then: Then): readonly TeamShift[] {
  return pairs<Team>(a, b.byKind.team, then).flatMap(([before, after]) => {
    const [was, is] = [headcount(a, before.id), headcount(b, after.id)];
    const cost = { before: costOf(a, before.id).amount, after: costOf(b, after.id).amount };
    const isSame =
      was.seats === is.seats && was.vacant === is.vacant && was.fte === is.fte && cost.before === cost.after;
    if (isSame) return [];
    return [
      {
        team: after.id,
        seats: { before: was.seats, after: is.seats },
        vacant: { before: was.vacant, after: is.vacant },
        fte: { before: was.fte, after: is.fte },
        cost,
      },
    ];
  });
}

function reportingShifts(a: OrgModel, b: OrgModel, { before, after }: Matching): readonly ReportingShift[] {
  return pairs<Role>(a, b.byKind.role, (id) => before.get(id)).flatMap(([was, is]) => {
    const from = managerOf(a, was.id)?.id;
    const to = managerOf(b, is.id)?.id;
    const same = from === undefined ? to === undefined : after.get(from) === to;
    if (same) return [];
    return [{ role: is.id, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}

function spanShifts(a: OrgModel, b: OrgModel, then: Then): Effects['spans'] {
  return pairs<Role>(a, b.byKind.role, then).flatMap(([was, is]) => {
    const shift = { before: span(a, was.id), after: span(b, is.id) };
    return shift.before === shift.after ? [] : [{ role: is.id, ...shift }];
  });
}

function vacancyShifts(a: OrgModel, b: OrgModel, { before, after }: Matching): Effects['vacancies'] {
  const shifts: ({ readonly role: ElementId } & Shift)[] = [];
  for (const role of b.byKind.role) {
    const former = find(a, before.get(role.id));
    const was = former?.kind === 'role' ? occupancy(a, former).vacant : 0;
    const is = occupancy(b, role).vacant;
    if (was !== is) shifts.push({ role: role.id, before: was, after: is });
  }
  for (const role of a.byKind.role) {
    const { vacant } = occupancy(a, role);
    if (vacant > 0 && !after.has(role.id)) shifts.push({ role: role.id, before: vacant, after: 0 });
  }
  return shifts;
}

function peopleShifts(
  a: OrgModel,
  b: OrgModel,
  now: (id: ElementId) => ElementId,
): Pick<Effects, 'joined' | 'left' | 'reseated'> {
  const seatsOf = ({ seats }: { readonly seats: readonly { readonly role: Role }[] }) =>
    seats.map(({ role }) => role.id);
  const before = new Map(people(a).map((somebody) => [now(somebody.key), somebody]));
  const joined: SeatedPerson[] = [];
  const reseated: (SeatedPerson & Shift<readonly ElementId[]>)[] = [];
  const stayed = new Set<string>();
  for (const somebody of people(b)) {
    const { key, name } = somebody;
    const seats = seatsOf(somebody);
    stayed.add(key);
    const former = seatsOf(before.get(key) ?? { seats: [] });
    const known = new Set(former.map(now));
    if (known.size === seats.length && seats.every((seat) => known.has(seat))) continue;
    if (former.length === 0) joined.push({ key, name, seats });
    else reseated.push({ key, name, seats, before: former, after: seats });
  }
  const left = [...before].flatMap(([key, somebody]) =>
    stayed.has(key) || somebody.seats.length === 0
      ? []
      : [{ key, name: somebody.name, seats: seatsOf(somebody) }],
  );
  return { joined, left, reseated };
}

function platformShifts(a: OrgModel, b: OrgModel, then: Then): readonly PlatformShift[] {
  return pairs<Platform>(a, b.byKind.platform, then).flatMap(([was, is]) => {
    const lost: ('owner' | 'users')[] = [];
    const gained: ('owner' | 'users')[] = [];
    if (was.owner && !is.owner) lost.push('owner');
    if (!was.owner && is.owner) gained.push('owner');
    if (was.uses.length > 0 && is.uses.length === 0) lost.push('users');
    if (was.uses.length === 0 && is.uses.length > 0) gained.push('users');
    return lost.length + gained.length > 0 ? [{ platform: is.id, lost, gained }] : [];
  });
}

const hoursIn = { minute: 1 / 60, hour: 1, day: 24, week: 168, month: 730 } as const;

function processShifts(a: OrgModel, b: OrgModel, then: Then): Effects['processes'] {
  const measured = (model: OrgModel, process: Process) => {
    const found = handoffs(model, process.id);
    let hours = 0;
    for (const { within } of found) if (within) hours += within.amount * hoursIn[within.unit];
    return { count: found.length, hours };
  };
  return pairs<Process>(a, b.byKind.process, then).flatMap(([was, is]) => {
    const [before, after] = [measured(a, was), measured(b, is)];
    if (before.count === after.count && before.hours === after.hours) return [];
    return [
      {
        process: is.id,
        before: before.count,
        after: after.count,
        hours: { before: before.hours, after: after.hours },
      },
    ];
  });
}

function operatingModelShift(a: OrgModel, b: OrgModel): Effects['operatingModel'] {
  const [before, after] = [operatingModel(a), operatingModel(b)];
  const isSame =
    Math.abs(before.centralShare - after.centralShare) < 1e-9 && before.derived === after.derived;
  if (isSame) return undefined;
  return {
    share: { before: before.centralShare, after: after.centralShare },
    derived: { before: before.derived, after: after.derived },
  };
}
