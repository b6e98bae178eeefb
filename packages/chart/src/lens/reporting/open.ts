import type { ElementId } from '@mktorg/model';
import type { ChartOptions } from '../../options.ts';
import type { Branch } from './structure.ts';

/** A level that does not fit is opened in part where the picture would otherwise hold less than this part of its cards. */
const empty = 1 / 3;

/**
 * The teams whose inside is drawn: level by level, as long as depth and the number of cards allow. A level is open or
 * closed as a whole, so that a picture looks at all teams alike.
 */
export function openTeams(
  roots: readonly Branch[],
  options: ChartOptions,
): Pick<ReadonlySet<ElementId>, 'has'> {
  const {
    collapsed,
    expanded,
    depth = Number.POSITIVE_INFINITY,
    maxCards = Number.POSITIVE_INFINITY,
  } = options;
  if (depth === Number.POSITIVE_INFINITY && maxCards === Number.POSITIVE_INFINITY && !collapsed?.size)
    return all;
  const open = new Set<ElementId>();
  let { cards, teams: level } = revealed(roots, []);
  let full = false;
  for (let at = 1; level.length > 0; at += 1) {
    const inner = level.map((team) => ({ team, ...revealed(team.inside, team.under) }));
    const allowed = inner.filter(({ team }) => at <= depth && !collapsed?.has(team.element.id));
    const wanted = new Set(inner.filter(({ team }) => expanded?.has(team.element.id)));
    const sum = allowed.reduce((total, each) => total + each.cards, cards);
    if (!full && (at === 1 || sum <= maxCards)) for (const each of allowed) wanted.add(each);
    else if (!full) {
      full = true;
      let some = cards;
      for (const each of cards < maxCards * empty ? allowed : []) {
        if (some + each.cards > maxCards) continue;
        some += each.cards;
        wanted.add(each);
      }
    }
    const next: Branch[] = [];
    for (const each of inner) {
      if (!wanted.has(each)) continue;
      open.add(each.team.element.id);
      cards += each.cards;
      for (const team of each.teams) next.push(team);
    }
    level = next;
  }
  return open;
}

const all: Pick<ReadonlySet<ElementId>, 'has'> = { has: () => true };

/** The cards that show when these branches do, as long as no team is open, and the closed teams among them. */
function revealed(
  inside: readonly Branch[],
  under: readonly Branch[],
): {
  readonly cards: number;
  readonly teams: readonly Branch[];
} {
  const teams: Branch[] = [];
  const rest: Branch[] = [];
  pushReversed(rest, under);
  pushReversed(rest, inside);
  let cards = 0;
  for (let branch = rest.pop(); branch; branch = rest.pop()) {
    cards += 1;
    if (branch.element.kind === 'team') teams.push(branch);
    else pushReversed(rest, branch.under);
  }
  return { cards, teams };
}

function pushReversed(rest: Branch[], branches: readonly Branch[]): void {
  for (let i = branches.length - 1; i >= 0; i -= 1) {
    const branch = branches[i];
    if (branch) rest.push(branch);
  }
}
