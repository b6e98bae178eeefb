import { allTeams, type TeamPlan } from './team-plan.ts';

/** Organizations up to this size stand in one file. */
const oneFile = 100;
/** Most roles in a file, as far as teams can be taken apart. */
const mostInFile = 150;
/** Teams so small stay in the file of the organization. */
const small = 3;
/** Teams nested deeper are lifted out: no reader, and no parser, likes a hundred levels. */
const deepest = 14;

/** Which teams go into which file, by relative path. A team that is taken out of another keeps it as its parent. */
export function splitTeams(
  top: readonly TeamPlan[],
  loose: number,
): ReadonlyMap<string, readonly TeamPlan[]> {
  const standing = liftDeep(top);
  const sizes = sizesOf(standing);
  const size = (team: TeamPlan): number => sizes.get(team) ?? 0;
  const total = standing.reduce((sum, team) => sum + size(team), loose);
  const main = 'organization.mktorg';
  if (total <= oneFile) return new Map([[main, standing]]);
  const files = new Map<string, TeamPlan[]>([[main, []]]);
  let inMain = loose;
  const waiting = [...standing].reverse();
  for (let team = waiting.pop(); team; team = waiting.pop()) {
    waiting.push(...takeApart(team, sizes).reverse());
    if (size(team) <= small && inMain + size(team) <= oneFile) {
      files.get(main)?.push(team);
      inMain += size(team);
    } else files.set(`teams/${fileName(team.name)}.mktorg`, [team]);
  }
  return files;
}

function liftDeep(top: readonly TeamPlan[]): readonly TeamPlan[] {
  const depth = new Map<TeamPlan, number>();
  const lifted: TeamPlan[] = [];
  for (const team of allTeams(top)) {
    const level = team.parent ? (depth.get(team.parent) ?? 0) + 1 : 0;
    depth.set(team, level % deepest);
    if (level < deepest) continue;
    lifted.push(team);
  }
  for (const team of lifted) leave(team);
  return [...top, ...lifted];
}

/** Takes the largest teams out of one that is too large, until it fits; they are returned in their order. */
function takeApart(team: TeamPlan, sizes: Map<TeamPlan, number>): TeamPlan[] {
  let size = sizes.get(team) ?? 0;
  const out = new Set<TeamPlan>();
  for (const inner of [...team.children].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0))) {
    if (size <= mostInFile) break;
    size -= sizes.get(inner) ?? 0;
    out.add(inner);
  }
  const order = team.children.filter((inner) => out.has(inner));
  for (const inner of order) leave(inner);
  sizes.set(team, size);
  return order;
}

function leave(team: TeamPlan): void {
  const siblings = team.parent?.children;
  if (siblings) siblings.splice(siblings.indexOf(team), 1);
}

function sizesOf(top: readonly TeamPlan[]): Map<TeamPlan, number> {
  const sizes = new Map<TeamPlan, number>();
  for (const team of [...allTeams(top)].reverse()) {
    sizes.set(
      team,
      team.children.reduce((sum, inner) => sum + (sizes.get(inner) ?? 0), team.roles.length),
    );
  }
  return sizes;
}

/** Windows keeps some names for its devices. */
function fileName(name: string): string {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name) ? `${name}-team` : name;
}
