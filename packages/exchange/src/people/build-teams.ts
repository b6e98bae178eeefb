import { counted, linesOf, type Notes } from '../report/collect.ts';
import { fold } from '../text/clean.ts';
import { labelOf, type Reporting } from './managers.ts';
import type { PersonRecord } from './record.ts';
import { allTeams, newTeam, type TeamPlan } from './team-plan.ts';
import { headsCompany, isTopOffice, rankOf } from './title.ts';
import { topicOf } from './topic.ts';
import type { Unit } from './units.ts';

export interface TeamTree {
  readonly top: readonly TeamPlan[];
  /** The team where a role stands, by index of its record; undefined for roles outside every team. */
  readonly home: readonly (TeamPlan | undefined)[];
  readonly loose: readonly PersonRecord[];
}

/**
 * Teams out of reporting lines and departments: whoever has reports leads a team, teams nest as their leads report, and
 * departments give them their names, their limits where a manager has several, and a home to rows without a manager.
 */
export function buildTeams(
  records: readonly PersonRecord[],
  reporting: Reporting,
  units: readonly (Unit | undefined)[],
  notes: Notes,
): TeamTree {
  const building = new Building(records, reporting, units);
  building.nameDepartments();
  building.nestTeams();
  building.placeRoles();
  building.nestDepartments();
  building.reportStrays(notes);
  return building.tree();
}

class Building {
  readonly #records: readonly PersonRecord[];
  readonly #reporting: Reporting;
  readonly #units: readonly (Unit | undefined)[];
  /** By index of the manager's record. */
  readonly #led: (TeamPlan | undefined)[] = [];
  readonly #byUnit = new Map<string, TeamPlan>();
  /** The department that a manager's team would be, if no other manager's is. */
  readonly #claimed: (Unit | undefined)[] = [];
  /** The department whose name holds for a manager's team, its own or that of a team around it. */
  readonly #context: (Unit | undefined)[] = [];
  /** Managers from the top down. */
  readonly #managers: readonly PersonRecord[];
  readonly #home: (TeamPlan | undefined)[] = [];
  readonly #loose: PersonRecord[] = [];
  /** Rows that stand with their manager, in a team of another department than their own. */
  readonly #strays: PersonRecord[] = [];
  readonly #order: TeamPlan[] = [];

  constructor(records: readonly PersonRecord[], reporting: Reporting, units: readonly (Unit | undefined)[]) {
    this.#records = records;
    this.#reporting = reporting;
    this.#units = units;
    this.#managers = fromTheTop(records, reporting);
  }

  /** Decides which manager's team is which department. */
  nameDepartments(): void {
    const depth: number[] = [];
    const claims = new Map<string, PersonRecord[]>();
    for (const manager of this.#managers) {
      const head = this.#reporting.manager[manager.index];
      depth[manager.index] = head ? (depth[head.index] ?? 0) + 1 : 0;
      const around = head ? this.#context[head.index] : undefined;
      const unit = this.#departmentOf(manager, around);
      this.#claimed[manager.index] = unit;
      this.#context[manager.index] = unit ?? around;
      if (unit) push(claims, unit.key, manager);
    }
    const primary = new Map<string, PersonRecord>();
    for (const [key, rivals] of claims) {
      const heads = rivals.filter((rival) => this.#holdsHalf(rival, key));
      const first = highest(heads, depth);
      if (first) primary.set(key, first);
    }
    for (const manager of this.#managers) {
      const unit = this.#claimed[manager.index];
      const own = unit && primary.get(unit.key)?.index === manager.index ? unit : undefined;
      const team = this.#add(newTeam(manager, own));
      this.#led[manager.index] = team;
      if (own) this.#byUnit.set(own.key, team);
      if (unit && !own && !primary.has(unit.key)) this.#unitTeam(unit);
    }
  }
  /** The department that a manager's team is, given the one that holds around it. */
  #departmentOf(manager: PersonRecord, around: Unit | undefined): Unit | undefined {
    const own = this.#units[manager.index];
    const reports = this.#reporting.reports[manager.index] ?? [];
    const majority = this.#majority(reports);
    if (own && own.key !== around?.key) {
      const shared = reports.some((report) => this.#units[report.index]?.key === own.key);
      if (shared || !majority) return own;
      const topic = topicOf(manager.title);
      if (topic && fold(topic.main) === fold(own.title)) return own;
      return majority.key === around?.key ? own : majority;
    }
    return majority && majority.key !== around?.key ? majority : undefined;
  }

  /** The department of more than half of the reports, and of two at least. */
  #majority(reports: readonly PersonRecord[]): Unit | undefined {
    const counts = new Map<string, number>();
    for (const report of reports) {
      const unit = this.#units[report.index];
      if (!unit) continue;
      const count = (counts.get(unit.key) ?? 0) + report.seats;
      counts.set(unit.key, count);
    }
    const all = reports.reduce((sum, report) => sum + report.seats, 0);
    const [key] = [...counts].find(([, count]) => count > 1 && count * 2 > all) ?? [];
    return reports.map((report) => this.#units[report.index]).find((unit) => unit && unit.key === key);
  }

  /** Whether at least half of a department's rows are the manager's own or below: else it has another head, or none. */
  #holdsHalf(manager: PersonRecord, key: string): boolean {
    const members = this.#members(key);
    const [from = 0, to = 0] = this.#below(manager);
    return (firstFrom(members, to) - firstFrom(members, from)) * 2 >= members.length;
  }

  #walk: { readonly enter: Int32Array; readonly leave: Int32Array } | undefined;
  /** The stretch of a walk through the tree of reports that a manager and everybody below take up. */
  #below(manager: PersonRecord): readonly [number, number] {
    this.#walk ??= walkDown(this.#records, this.#reporting);
    return [this.#walk.enter[manager.index] ?? 0, this.#walk.leave[manager.index] ?? 0];
  }

  #membersOf: Map<string, number[]> | undefined;
  /** Where the rows of a department stand in that walk, in order. */
  #members(key: string): readonly number[] {
    if (!this.#membersOf) {
      this.#membersOf = new Map();
      for (const record of this.#records) {
        const unit = this.#units[record.index];
        if (unit) push(this.#membersOf, unit.key, this.#below(record)[0]);
      }
      for (const members of this.#membersOf.values()) members.sort((a, b) => a - b);
    }
    return this.#membersOf.get(key) ?? [];
  }

  /** Teams of managers stand inside the team of the manager above. */
  nestTeams(): void {
    for (const manager of this.#managers) {
      const team = this.#led[manager.index];
      const head = this.#reporting.manager[manager.index];
      const above = head ? this.#led[head.index] : undefined;
      if (team && above && !above.office) team.parent = above;
      if (team && !head) team.office = this.#isOffice(manager, team);
    }
    // Only now, when every team knows the one around it, is it certain that nothing comes to stand inside itself.
    for (const manager of this.#managers) this.#nestRival(manager);
  }

  /** One of several heads of a department, of whom another is its lead, or none is. */
  #nestRival(manager: PersonRecord): void {
    const team = this.#led[manager.index];
    const claimed = this.#claimed[manager.index];
    const department = claimed ? this.#byUnit.get(claimed.key) : undefined;
    if (!team || !department || department === team) return;
    if (!this.#reporting.manager[manager.index]) {
      if (!isInside(department, team)) team.parent = department;
    } else if (!department.lead) {
      if (!department.parent && team.parent && !isInside(team.parent, department))
        department.parent = team.parent;
      if (!isInside(department, team)) team.parent = department;
    }
  }

  #isOffice(manager: PersonRecord, team: TeamPlan): boolean {
    const leadsManagers = (this.#reporting.reports[manager.index] ?? []).some(
      (report) => this.#led[report.index],
    );
    return leadsManagers && (team.unit ? isTopOffice(team.unit.title) : headsCompany(manager.title));
  }

  placeRoles(): void {
    for (const manager of this.#managers) {
      const team = this.#led[manager.index];
      if (!team) continue;
      this.#put(manager, team);
      const rest = this.#placeByDepartment(manager, team);
      for (const report of rest) {
        const unit = this.#units[report.index];
        if (unit && unit.key !== this.#context[manager.index]?.key) this.#strays.push(report);
        this.#put(report, team);
      }
    }
    for (const record of this.#records) {
      if (this.#home[record.index]) continue;
      const unit = this.#units[record.index];
      if (unit) this.#put(record, this.#unitTeam(unit));
      else this.#loose.push(record);
    }
  }

  /** Where one manager leads several departments, each with two rows or more, they are teams inside the manager's. */
  #placeByDepartment(manager: PersonRecord, team: TeamPlan): readonly PersonRecord[] {
    const reports = this.#reporting.reports[manager.index] ?? [];
    const leaves = reports.filter((report) => !this.#led[report.index]);
    const groups = new Map<string, PersonRecord[]>();
    for (const leaf of leaves) {
      const unit = this.#units[leaf.index];
      if (unit && unit.key !== this.#context[manager.index]?.key) push(groups, unit.key, leaf);
    }
    const moved = new Set<PersonRecord>();
    for (const [key, group] of groups) {
      const unit = this.#units[group[0]?.index ?? -1];
      const seats = group.reduce((sum, record) => sum + record.seats, 0);
      if (!unit || seats < 2 || group.length === reports.length || this.#byUnit.has(key)) continue;
      if (this.#members(key).length !== group.length) continue;
      const inner = this.#add(newTeam(manager, unit));
      this.#byUnit.set(key, inner);
      inner.parent = team;
      for (const record of group) {
        this.#put(record, inner);
        moved.add(record);
      }
    }
    return leaves.filter((leaf) => !moved.has(leaf));
  }

  /** Departments that no manager places stand inside the wider unit that the file names, if it names one. */
  nestDepartments(): void {
    for (const team of [...this.#byUnit.values()]) this.#nestDepartment(team);
  }

  #nestDepartment(team: TeamPlan): void {
    const parent = team.unit?.parent;
    if (!parent || team.parent || (team.lead && this.#reporting.manager[team.lead.index])) return;
    const around = this.#unitTeam(parent);
    if (isInside(around, team)) return;
    team.parent = around;
    this.#nestDepartment(around);
  }

  reportStrays(notes: Notes): void {
    if (this.#strays.length === 0) return;
    const groups = new Map<string, PersonRecord[]>();
    for (const record of this.#strays) {
      const head = this.#reporting.manager[record.index];
      const around = head ? this.#context[head.index]?.title : undefined;
      push(
        groups,
        `"${this.#units[record.index]?.title}" under "${around ?? (head ? labelOf(head) : '')}"`,
        record,
      );
    }
    notes.add(
      {
        code: 'other-department-than-manager',
        severity: 'info',
        what: `${counted(this.#strays.length, 'row names', 'rows name')} another department than the team of their manager.`,
        done: 'They stand with their manager; their department was not kept.',
        wayOut:
          'If it is one department, write it the same; if the department is right, move the role and write `reports to`.',
        details: [...groups].map(
          ([group, records]) => `${group}: ${linesOf(records.map((record) => record.at))}`,
        ),
      },
      this.#strays.map((record) => record.at),
    );
  }

  tree(): TeamTree {
    for (const team of this.#order) team.parent?.children.push(team);
    const top = this.#order.filter((team) => !team.parent);
    const first = new Map<TeamPlan, number>();
    for (const team of [...allTeams(top)].reverse()) {
      const row = Math.min(team.lead?.index ?? Infinity, ...team.roles.slice(0, 1).map((role) => role.index));
      first.set(
        team,
        team.children.reduce((least, child) => Math.min(least, first.get(child) ?? Infinity), row),
      );
    }
    const byFirst = (a: TeamPlan, b: TeamPlan): number => (first.get(a) ?? 0) - (first.get(b) ?? 0);
    for (const team of this.#order) team.children.sort(byFirst);
    return { top: top.sort(byFirst), home: this.#home, loose: this.#loose };
  }

  #add(team: TeamPlan): TeamPlan {
    this.#order.push(team);
    return team;
  }

  /** The team of a department, without a lead where no manager's team is it. */
  #unitTeam(unit: Unit): TeamPlan {
    let team = this.#byUnit.get(unit.key);
    if (!team) {
      team = this.#add(newTeam(undefined, unit));
      this.#byUnit.set(unit.key, team);
    }
    return team;
  }

  #put(record: PersonRecord, team: TeamPlan): void {
    this.#home[record.index] = team;
    team.roles.push(record);
  }
}

/** Managers, each after the one above; a walk and not a recursion, because chains may be long. */
function fromTheTop(records: readonly PersonRecord[], reporting: Reporting): readonly PersonRecord[] {
  const managers: PersonRecord[] = [];
  let level = records.filter((record) => !reporting.manager[record.index]);
  while (level.length > 0) {
    const leading = level.filter((record) => (reporting.reports[record.index]?.length ?? 0) > 0);
    managers.push(...leading);
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
    waiting.push(record, ...[...(reporting.reports[record.index] ?? [])].reverse());
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

function isInside(team: TeamPlan, around: TeamPlan): boolean {
  for (let at: TeamPlan | undefined = team; at; at = at.parent) if (at === around) return true;
  return false;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
