import { fold } from '../text/clean.ts';
import type { Reporting } from './managers.ts';
import type { PersonRecord } from './record.ts';
import { rankOf } from './title.ts';
import { topicOf } from './topic.ts';
import type { Unit } from './units.ts';

/** Which managers head which departments. Lists are by index of the manager's record. */
export interface DepartmentHeads {
  /** Everybody with reports, each after the manager above. */
  readonly managers: readonly PersonRecord[];
  /** The department that a manager's team would be, if no other manager's is. */
  readonly claimed: readonly (Unit | undefined)[];
  /** The department whose name holds for a manager's team: its own, or that of a team around it. */
  readonly context: readonly (Unit | undefined)[];
  /** The one head of a department; departments with several or none are missing. */
  readonly headOf: ReadonlyMap<string, PersonRecord>;
  /** How many rows a department has. */
  sizeOf(unit: string): number;
}

export function findHeads(
  records: readonly PersonRecord[],
  reporting: Reporting,
  units: readonly (Unit | undefined)[],
): DepartmentHeads {
  const managers = fromTheTop(records, reporting);
  const depth: number[] = [];
  const claims = new Map<string, PersonRecord[]>();
  const claimed: (Unit | undefined)[] = [];
  const context: (Unit | undefined)[] = [];
  for (const manager of managers) {
    const head = reporting.manager[manager.index];
    depth[manager.index] = head ? (depth[head.index] ?? 0) + 1 : 0;
    const around = head ? context[head.index] : undefined;
    const unit = departmentOf(manager, reporting.reports[manager.index] ?? [], units, around);
    claimed[manager.index] = unit;
    context[manager.index] = unit ?? around;
    if (unit) push(claims, unit.key, manager);
  }
  const { enter, leave } = walkDown(records, reporting);
  const members = new Map<string, number[]>();
  for (const record of records) {
    const unit = units[record.index];
    if (unit) push(members, unit.key, enter[record.index] ?? 0);
  }
  for (const places of members.values()) places.sort((a, b) => a - b);
  const headOf = new Map<string, PersonRecord>();
  for (const [key, rivals] of claims) {
    const places = members.get(key) ?? [];
    // Who has less than half of the department below is not its head: it has another, or none.
    const heads = rivals.filter((rival) => {
      const below = firstFrom(places, leave[rival.index] ?? 0) - firstFrom(places, enter[rival.index] ?? 0);
      return below * 2 >= places.length;
    });
    const head = highest(heads, depth);
    if (head) headOf.set(key, head);
  }
  return { managers, claimed, context, headOf, sizeOf: (unit) => members.get(unit)?.length ?? 0 };
}

/** The department that a manager's team is, given the one that holds around it. */
function departmentOf(
  manager: PersonRecord,
  reports: readonly PersonRecord[],
  units: readonly (Unit | undefined)[],
  around: Unit | undefined,
): Unit | undefined {
  const own = units[manager.index];
  const majority = majorityOf(reports, units);
  if (own && own.key !== around?.key) {
    const shared = reports.some((report) => units[report.index]?.key === own.key);
    if (shared || !majority) return own;
    const topic = topicOf(manager.title);
    if (topic && fold(topic.main) === fold(own.title)) return own;
    return majority.key === around?.key ? own : majority;
  }
  return majority && majority.key !== around?.key ? majority : undefined;
}

/** The department of more than half of the reports, and of two seats at least. */
function majorityOf(
  reports: readonly PersonRecord[],
  units: readonly (Unit | undefined)[],
): Unit | undefined {
  const seats = new Map<Unit, number>();
  let all = 0;
  for (const report of reports) {
    all += report.seats;
    const unit = units[report.index];
    if (unit) seats.set(unit, (seats.get(unit) ?? 0) + report.seats);
  }
  return [...seats].find(([, count]) => count > 1 && count * 2 > all)?.[0];
}

/** Managers, each after the one above; a walk and not a recursion, because chains may be long. */
function fromTheTop(records: readonly PersonRecord[], reporting: Reporting): readonly PersonRecord[] {
  const managers: PersonRecord[] = [];
  let level = records.filter((record) => !reporting.manager[record.index]);
  while (level.length > 0) {
    const leading = level.filter((record) => (reporting.reports[record.index]?.length ?? 0) > 0);
    for (const manager of leading) managers.push(manager);
    level = leading.flatMap((record) => reporting.reports[record.index] ?? []);
  }
  return managers;
}

/** When a walk from the top enters each record, and when it has left everybody below. */
function walkDown(
  records: readonly PersonRecord[],
  reporting: Reporting,
): { readonly enter: Int32Array; readonly leave: Int32Array } {
  const enter = new Int32Array(records.length);
  const leave = new Int32Array(records.length);
  let time = 0;
  const waiting = records.filter((record) => !reporting.manager[record.index]).reverse();
  const open: PersonRecord[] = [];
  for (let record = waiting.pop(); record; record = waiting.pop()) {
    if (open.at(-1) === record) {
      open.pop();
      leave[record.index] = time;
      continue;
    }
    enter[record.index] = time++;
    open.push(record);
    waiting.push(record);
    for (const report of [...(reporting.reports[record.index] ?? [])].reverse()) waiting.push(report);
  }
  return { enter, leave };
}

/** The first place in a sorted list whose value is not below `value`. */
function firstFrom(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The one whose title is the highest, or of equal titles the nearest to the top; none where two are alike. */
function highest(rivals: readonly PersonRecord[], depth: readonly number[]): PersonRecord | undefined {
  const compare = (a: PersonRecord, b: PersonRecord): number =>
    rankOf(b.title) - rankOf(a.title) || (depth[a.index] ?? 0) - (depth[b.index] ?? 0);
  const [first, second] = [...rivals].sort(compare);
  if (!first || !second) return first;
  return compare(first, second) < 0 ? first : undefined;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
