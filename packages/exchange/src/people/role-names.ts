import { identifier, Names } from '../text/identifier.ts';
import type { TeamTree } from './build-teams.ts';
import type { PersonRecord } from './record.ts';
import type { TeamPlan } from './team-plan.ts';
import { humanize } from './topic.ts';

/** What roles are called in the text. */
export interface RoleNames {
  nameOf(record: PersonRecord): string;
  /** The shortest name that means the role to somebody in a team; names of teams are unique, so one is enough. */
  refer(record: PersonRecord, from: TeamPlan | undefined): string;
}

/**
 * Names every role after its position, where the source has a short name for it that no other has, or after its title.
 * Names differ inside a team, and from everything in `names`, to which they are added.
 */
export function nameRoles(
  teams: readonly TeamPlan[],
  tree: TeamTree,
  records: readonly PersonRecord[],
  names: Names,
): RoleNames {
  const positions = new Map<string, number>();
  for (const record of records) {
    const position = identifier(record.position, '');
    positions.set(position, (positions.get(position) ?? 0) + 1);
  }
  const given: string[] = [];
  /** How many roles have a name: one with a name of its own needs no team before it. */
  const uses = new Map<string, number>();
  const nameIn = (free: Names, record: PersonRecord): void => {
    const position = identifier(record.position, '');
    const own = positions.get(position) === 1 ? position : '';
    const name = free.take(own, identifier(titleOf(record) || record.code, 'role'));
    given[record.index] = name;
    uses.set(name, (uses.get(name) ?? 0) + 1);
  };
  for (const team of teams) {
    const inside = new Names(names);
    for (const record of team.roles) nameIn(inside, record);
  }
  // Outside teams nothing qualifies a name.
  const outside = new Names(names);
  for (const name of uses.keys()) outside.reserve(name);
  for (const record of tree.loose) nameIn(outside, record);
  for (const name of uses.keys()) names.reserve(name);
  return {
    nameOf: (record) => given[record.index] ?? '',
    refer: (record, from) => {
      const name = given[record.index] ?? '';
      const team = tree.home[record.index];
      return team && team !== from && (uses.get(name) ?? 0) > 1 ? `${team.name}.${name}` : name;
    },
  };
}

/** The title of a role: that of the source, or else the holder or the position. */
export function titleOf(record: PersonRecord): string {
  return record.title || record.name || humanize(record.position);
}
