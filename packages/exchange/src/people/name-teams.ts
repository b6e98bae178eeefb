import { fold } from '../text/clean.ts';
import { identifier, type Names } from '../text/identifier.ts';
import { labelOf } from './record.ts';
import { allTeams, type TeamPlan } from './team-plan.ts';
import { headsCompany } from './title.ts';
import { humanize, positionBeyond, type Topic, topicOf } from './topic.ts';

/**
 * Gives every team a title and a name, all different: the department's, or what the title of its lead says is led, or
 * what the lead's position says beyond the title.
 */
export function nameTeams(top: readonly TeamPlan[], names: Names): void {
  const teams = allTeams(top);
  const topics = new Map<TeamPlan, Topic | undefined>();
  for (const team of teams) topics.set(team, team.unit || !team.lead ? undefined : topicOf(team.lead.title));
  const taken = new Set<string>();
  const waiting = new Map<TeamPlan, readonly string[]>();
  for (const team of teams) waiting.set(team, wishesOf(team, topics));
  const depths = new Map<TeamPlan, number>();
  for (const team of teams) depths.set(team, team.parent ? (depths.get(team.parent) ?? 0) + 1 : 0);
  const next = new Map<string, number>();
  for (let round = 0; waiting.size > 0; round++) {
    for (const [key, rivals] of byWish(waiting, round)) {
      const winner = taken.has(key)
        ? undefined
        : round === 0
          ? onlyOrOutermost(rivals, depths)
          : only(rivals);
      if (!winner) continue;
      taken.add(key);
      winner.title = waiting.get(winner)?.[round] ?? '';
      waiting.delete(winner);
    }
    for (const [team, wishes] of [...waiting]) {
      if (round < wishes.length) continue;
      team.title = numbered(wishes.at(-1) ?? 'Team', taken, next);
      waiting.delete(team);
    }
  }
  for (const team of teams) team.name = names.take(identifier(team.title, 'team'));
}

/** Levels of teams around a team that its name need not repeat. */
const nearEnough = 12;

/** What a team could be called, best first. */
function wishesOf(team: TeamPlan, topics: ReadonlyMap<TeamPlan, Topic | undefined>): readonly string[] {
  if (team.unit)
    return [team.unit.title, ...(team.unit.parent ? [`${team.unit.parent.title} ${team.unit.title}`] : [])];
  const lead = team.lead;
  if (!lead) return ['Team'];
  const topic = topics.get(team);
  const around = new Set<string>();
  let levels = 0;
  for (let at = team.parent; at && levels < nearEnough; at = at.parent, levels++) {
    const main = at.unit?.title ?? topics.get(at)?.main;
    if (main) around.add(fold(main));
  }
  const label = labelOf(lead);
  const beyond = lead.position ? positionBeyond(lead.position, lead.title) : '';
  const own = /^\p{Script=Latin}/u.test(label) ? `${label}’s team` : `${label} (team)`;
  const wishes: string[] = [];
  if (topic) {
    const full = topic.part ? `${topic.main}, ${topic.part}` : topic.main;
    // Inside Engineering, `Engineering, Search` is Search, and `Engineering` alone says nothing.
    if (!around.has(fold(topic.main))) wishes.push(full);
    else if (topic.part) wishes.push(topic.part);
    if (beyond) wishes.push(beyond);
    if (topic.part) wishes.push(full);
    if (lead.position) {
      const slug = topicOf(humanize(lead.position));
      if (slug) wishes.push(slug.part ? `${slug.main} ${slug.part}` : slug.main);
    }
    if (lead.specialty) wishes.push(`${full}, ${lead.specialty}`);
    if (topic.rank) wishes.push(`${full} (${topic.rank})`);
    return [...wishes, full];
  }
  if (headsCompany(lead.title)) wishes.push('Executive Office');
  else if (beyond) wishes.push(beyond);
  return [...wishes, own];
}

function byWish(
  waiting: ReadonlyMap<TeamPlan, readonly string[]>,
  round: number,
): ReadonlyMap<string, readonly TeamPlan[]> {
  const groups = new Map<string, TeamPlan[]>();
  for (const [team, wishes] of waiting) {
    const key = fold(wishes[round] ?? '');
    if (key === '') continue;
    const list = groups.get(key);
    if (list) list.push(team);
    else groups.set(key, [team]);
  }
  return groups;
}

function only(rivals: readonly TeamPlan[]): TeamPlan | undefined {
  return rivals.length === 1 ? rivals[0] : undefined;
}

/** Of several that want one name, the one that is the widest by itself; none where two are as wide. */
function onlyOrOutermost(
  rivals: readonly TeamPlan[],
  depths: ReadonlyMap<TeamPlan, number>,
): TeamPlan | undefined {
  const depth = (team: TeamPlan): number => depths.get(team) ?? 0;
  const named = rivals.filter((team) => team.unit);
  if (named.length === 1) return named[0];
  const least = rivals.reduce((min, team) => Math.min(min, depth(team)), Infinity);
  const widest = rivals.filter((team) => depth(team) === least);
  return widest.length === 1 ? widest[0] : undefined;
}

function numbered(title: string, taken: Set<string>, next: Map<string, number>): string {
  for (let n = next.get(title) ?? 0; ; n++) {
    const candidate = n === 0 ? title : `${title} ${n}`;
    if (taken.has(fold(candidate))) continue;
    taken.add(fold(candidate));
    next.set(title, n + 1);
    return candidate;
  }
}
