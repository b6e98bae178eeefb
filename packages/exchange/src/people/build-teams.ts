import { counted, linesOf, type Notes } from '../report/collect.ts';
import { foldLoosely } from '../text/clean.ts';
import { type DepartmentHeads, findHeads } from './department-heads.ts';
import type { Reporting } from './managers.ts';
import { labelOf, type PersonRecord } from './record.ts';
import { allTeams, newTeam, type TeamPlan } from './team-plan.ts';
import { headsCompany, isTopOffice, rankOf } from './title.ts';
import type { Unit } from './units.ts';

export interface TeamTree {
  readonly top: readonly TeamPlan[];
  /** The team where a role stands, by index of its record; undefined for roles outside every team. */
  readonly home: readonly (TeamPlan | undefined)[];
  readonly loose: readonly PersonRecord[];
  /** The department of a row that stands with its manager, in a team of another one; by index of its record. */
  readonly otherUnit: readonly (Unit | undefined)[];
}

/**
 * Teams out of reporting lines and departments: whoever has reports leads a team, teams nest as their leads report, and
 * departments give them their names, their limits where a manager has several, and a home to rows without a manager.
 */
export function buildTeams(
  records: readonly PersonRecord[],
  reporting: Reporting,
  units: readonly (Unit | undefined)[],
  organization: string,
  notes: Notes,
): TeamTree {
  const building = new Building(records, reporting, units);
  building.makeTeams();
  building.nestTeams();
  building.placeRoles(organization);
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
  readonly #heads: DepartmentHeads;
  readonly #home: (TeamPlan | undefined)[] = [];
  readonly #loose: PersonRecord[] = [];
  /** Rows that stand with their manager, in a team of another department than their own. */
  readonly #strays: PersonRecord[] = [];
  readonly #order: TeamPlan[] = [];

  constructor(records: readonly PersonRecord[], reporting: Reporting, units: readonly (Unit | undefined)[]) {
    this.#records = records;
    this.#reporting = reporting;
    this.#units = units;
    this.#heads = findHeads(records, reporting, units);
  }

  /** A team for every manager, and for every department that several head. */
  makeTeams(): void {
    const { managers, claimed, headOf } = this.#heads;
    for (const manager of managers) {
      const unit = claimed[manager.index];
      const own = unit && headOf.get(unit.key) === manager ? unit : undefined;
      const team = this.#add(newTeam(manager, own));
      this.#led[manager.index] = team;
      if (own) this.#byUnit.set(own.key, team);
      if (unit && !headOf.has(unit.key)) this.#unitTeam(unit);
    }
  }

  /** Teams of managers stand inside the team of the manager above. */
  nestTeams(): void {
    for (const manager of this.#heads.managers) {
      const team = this.#led[manager.index];
      const head = this.#reporting.manager[manager.index];
      const above = head ? this.#led[head.index] : undefined;
      if (team && above && !above.office) team.parent = above;
      if (team && !head) team.office = this.#isOffice(manager, team);
    }
    // Only now, when every team knows the one around it, is it certain that nothing comes to stand inside itself.
    for (const manager of this.#heads.managers) this.#nestRival(manager);
  }

  /** One of several heads of a department, of whom another is its lead, or none is. */
  #nestRival(manager: PersonRecord): void {
    const team = this.#led[manager.index];
    const claimed = this.#heads.claimed[manager.index];
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

  placeRoles(organization: string): void {
    for (const manager of this.#heads.managers) {
      const team = this.#led[manager.index];
      if (!team) continue;
      this.#put(manager, team);
      const rest = this.#placeByDepartment(manager, team, organization);
      for (const report of rest) {
        const unit = this.#units[report.index];
        if (unit && unit.key !== this.#heads.context[manager.index]?.key) this.#strays.push(report);
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

  /**
   * Where one manager leads several departments, they are teams inside the manager's, even those of one seat. A
   * department that is called like the organization is none.
   */
  #placeByDepartment(manager: PersonRecord, team: TeamPlan, organization: string): readonly PersonRecord[] {
    const reports = this.#reporting.reports[manager.index] ?? [];
    const leaves = reports.filter((report) => !this.#led[report.index]);
    const groups = new Map<string, PersonRecord[]>();
    for (const leaf of leaves) {
      const unit = this.#units[leaf.index];
      if (unit && unit.key !== this.#heads.context[manager.index]?.key) push(groups, unit.key, leaf);
    }
    const moved = new Set<PersonRecord>();
    for (const [key, group] of groups) {
      const unit = this.#units[group[0]?.index ?? -1];
      const [only] = group.length === 1 ? group : [];
      if (!unit || (!only && group.length === reports.length) || this.#byUnit.has(key)) continue;
      if (this.#heads.sizeOf(key) !== group.length) continue;
      if (foldLoosely(unit.title) === foldLoosely(organization)) continue;
      const ownLead = only && only.seats === 1 && rankOf(only.title) > 0 ? only : undefined;
      const inner = this.#add(newTeam(ownLead ?? manager, unit));
      this.#byUnit.set(key, inner);
      if (!team.office) inner.parent = team;
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
      const around = head ? this.#heads.context[head.index]?.title : undefined;
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
        done: 'They stand with their manager; their department is kept as a note.',
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
      const row = Math.min(...team.roles.slice(0, 1).map((role) => role.index));
      first.set(
        team,
        team.children.reduce((least, child) => Math.min(least, first.get(child) ?? Infinity), row),
      );
    }
    const byFirst = (a: TeamPlan, b: TeamPlan): number => (first.get(a) ?? 0) - (first.get(b) ?? 0);
    for (const team of this.#order) team.children.sort(byFirst);
    const otherUnit: (Unit | undefined)[] = [];
    for (const { index } of this.#strays) otherUnit[index] = this.#units[index];
    return { top: top.sort(byFirst), home: this.#home, loose: this.#loose, otherUnit };
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

function isInside(team: TeamPlan, around: TeamPlan): boolean {
  for (let at: TeamPlan | undefined = team; at; at = at.parent) if (at === around) return true;
  return false;
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
