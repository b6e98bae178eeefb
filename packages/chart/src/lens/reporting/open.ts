import type { ElementId } from '@mktorg/model';
import type { ChartOptions } from '../../options.ts';
import type { Branch } from './structure.ts';

interface Closed {
  readonly team: Branch;
  readonly level: number;
}

/**
 * The teams whose inside is drawn, level by level and in source order, for as long as depth and the number of cards
 * allow. A team that does not fit stays closed, and smaller ones after it may still open.
 */
export function openTeams(roots: readonly Branch[], options: ChartOptions): ReadonlySet<ElementId> {
  const {
    collapsed,
    expanded,
    depth = Number.POSITIVE_INFINITY,
    maxCards = Number.POSITIVE_INFINITY,
  } = options;
  const open = new Set<ElementId>();
  const { cards: first, teams: top } = revealed(roots);
  let cards = first;
  let level: Closed[] = top.map((team) => ({ team, level: 1 }));
  while (level.length > 0) {
    const next: Closed[] = [];
    for (const { team, level: at } of level) {
      const { id } = team.element;
      const inner = revealed([...team.inside, ...team.under]);
      const wanted = expanded?.has(id) === true;
      const allowed = at <= depth && !collapsed?.has(id) && (at === 1 || cards + inner.cards <= maxCards);
      if (!wanted && !allowed) continue;
      open.add(id);
      cards += inner.cards;
      for (const each of inner.teams) next.push({ team: each, level: at + 1 });
    }
    level = next;
  }
  return open;
}

/** The cards that show when these branches do, as long as no team is open, and the closed teams among them. */
function revealed(branches: readonly Branch[]): {
  readonly cards: number;
  readonly teams: readonly Branch[];
} {
  const teams: Branch[] = [];
  const rest = [...branches].reverse();
  let cards = 0;
  for (let branch = rest.pop(); branch; branch = rest.pop()) {
    cards += 1;
    if (branch.element.kind === 'team') teams.push(branch);
    else for (const each of branch.under.toReversed()) rest.push(each);
  }
  return { cards, teams };
}
