import type { PersonRecord } from './record.ts';
import type { Unit } from './units.ts';

/** A team to be written; the plan is filled in while teams are built, and read-only from then on. */
export interface TeamPlan {
  /** Who leads it: a role of its own, or of a team around it. */
  lead: PersonRecord | undefined;
  /** The department of the source that it stands for. */
  unit: Unit | undefined;
  parent: TeamPlan | undefined;
  /** Inside it in the text; one that has a file of its own is not among them. */
  readonly children: TeamPlan[];
  /** The lead first, if it is at home here; then in the order of the file. */
  readonly roles: PersonRecord[];
  /** The office of those who head the whole company: others stand beside it, not inside. */
  office: boolean;
  title: string;
  name: string;
}

export function newTeam(lead: PersonRecord | undefined, unit: Unit | undefined): TeamPlan {
  return { lead, unit, parent: undefined, children: [], roles: [], office: false, title: '', name: '' };
}

/** Teams with those inside them, outermost first. */
export function allTeams(top: readonly TeamPlan[]): readonly TeamPlan[] {
  const all: TeamPlan[] = [];
  const waiting = [...top].reverse();
  for (let team = waiting.pop(); team; team = waiting.pop()) {
    all.push(team);
    for (const child of [...team.children].reverse()) waiting.push(child);
  }
  return all;
}

/** The names of the teams around it and its own, as a header at the top of a file says them. */
export function pathOf(team: TeamPlan): string {
  const names: string[] = [];
  for (let at: TeamPlan | undefined = team; at; at = at.parent) names.push(at.name);
  return names.reverse().join('.');
}

/** Whom a role reports to by where it stands, as the model derives it: the nearest lead around who is somebody else. */
export function impliedManager(record: PersonRecord, team: TeamPlan | undefined): PersonRecord | undefined {
  for (let at = team; at; at = at.parent) if (at.lead && at.lead.index !== record.index) return at.lead;
  return undefined;
}
