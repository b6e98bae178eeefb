import type { ElementId, OrgModel } from '@mktorg/model';
import { find, findAs, occupancy } from '@mktorg/model';
import { blankBox } from '../lens/blank-box.ts';
import type { Box } from '../lens/diagram.ts';
import { hiddenInWords } from '../lens/reporting/boxes.ts';
import type { Hidden } from '../scene.ts';
import { placesAround, placesIn } from './places.ts';

/** A picture of what changes holds about so many cards unless the options say otherwise: a page. */
const mostCards = 160;
/** A level that does not fit is opened in part where the picture would otherwise hold less than this part of that. */
const empty = 1 / 3;

/**
 * The teams to open so that these elements show, level by level as long as there is room; what happens in others is
 * counted on their cards. Hosts are themselves open, for what is to stand in them.
 */
export function teamsAround(
  model: OrgModel,
  hosts: readonly ElementId[],
  ids: readonly ElementId[],
  most = mostCards,
): ReadonlySet<ElementId> {
  const members = membersByTeam(model, hosts, ids);
  const open = new Set<ElementId>();
  let cards = 0;
  let level = members.get(undefined) ?? new Set();
  while (level.size > 0) {
    const teams = [...level].flatMap((id) => {
      const inside = members.get(id);
      return inside ? [{ id, inside }] : [];
    });
    const all = teams.reduce((sum, { inside }) => sum + inside.size + 1, cards);
    const whole = open.size === 0 || all <= most;
    const next = new Set<ElementId>();
    for (const { id, inside } of teams) {
      if (!whole && (cards > most * empty || cards + inside.size + 1 > most)) continue;
      open.add(id);
      cards += inside.size + 1;
      for (const each of inside) next.add(each);
    }
    level = next;
  }
  return open;
}

/** What must show of a team, by the team that shows it; what stands in none, by `undefined`. */
function membersByTeam(
  model: OrgModel,
  hosts: readonly ElementId[],
  ids: readonly ElementId[],
): ReadonlyMap<ElementId | undefined, Set<ElementId>> {
  const places = placesIn(model);
  const isTeam = (id: ElementId): boolean => find(model, id)?.kind === 'team';
  const members = new Map<ElementId | undefined, Set<ElementId>>();
  for (const id of hosts) if (isTeam(id)) members.set(id, members.get(id) ?? new Set([`#was:${id}`]));
  for (const id of [...hosts, ...ids]) {
    let inner = id;
    for (const outer of [
      ...placesAround(places, id)
        .map((place) => place.id)
        .filter(isTeam),
      undefined,
    ]) {
      const known = members.get(outer) ?? new Set();
      members.set(outer, known);
      if (known.has(inner)) break;
      known.add(inner);
      if (outer !== undefined) inner = outer;
    }
  }
  return members;
}

/** Boxes without some of them and all that is in those. */
export function without(boxes: readonly Box[], isSpare: (box: Box) => boolean): readonly Box[] {
  return boxes
    .filter((box) => !isSpare(box))
    .map((box) => ({ ...box, inside: without(box.inside, isSpare), under: without(box.under, isSpare) }));
}

/**
 * The boxes in which something is worth seeing, with those around them. Two or more others beside each other become
 * one that counts them.
 */
export function folded(
  model: OrgModel,
  boxes: readonly Box[],
  isWorthy: (box: Box) => boolean,
): readonly Box[] {
  const worthy = new Set<Box>();
  const look = (box: Box): boolean => {
    let found = isWorthy(box);
    for (const each of [...box.inside, ...box.under]) found = look(each) || found;
    if (found) worthy.add(box);
    return found;
  };
  for (const box of boxes) look(box);
  return fold(boxes, undefined);

  function fold(list: readonly Box[], owner: Box | undefined): readonly Box[] {
    const kept: Box[] = [];
    const rest: Box[] = [];
    for (const box of list) {
      const whole = worthy.has(box);
      if (whole) kept.push({ ...box, inside: fold(box.inside, box), under: fold(box.under, box) });
      else rest.push(box);
    }
    const [first, second] = rest;
    if (!first) return kept;
    if (!second && first.inside.length + first.under.length === 0) {
      // One card takes as much room as a card that stands for it.
      const at = list.filter((box) => worthy.has(box) || box === first).indexOf(first);
      return kept.toSpliced(at, 0, first);
    }
    return [...kept, restBox(rest, owner)];
  }

  function restBox(rest: readonly Box[], owner: Box | undefined): Box {
    const hidden = rest.map((box) => countIn(model, box)).reduce(sum);
    const id = `#same:${owner?.id ?? ''}`;
    const title = `+ ${hiddenInWords(hidden)}, as before`;
    const joined = owner !== undefined && rest.some(({ link }) => link !== undefined);
    return {
      ...blankBox(id, 'more', title),
      hidden,
      ...(joined && { link: { kind: 'reports', from: id, to: owner.id, title: '' } }),
    };
  }
}

function sum(a: Hidden, b: Hidden): Hidden {
  return { seats: a.seats + b.seats, teams: a.teams + b.teams };
}

function countIn(model: OrgModel, box: Box): Hidden {
  const role = box.kind === 'role' ? findAs(model, box.element, 'role') : undefined;
  const own = {
    seats: (role ? occupancy(model, role).seats : 0) + (box.hidden?.seats ?? 0),
    teams: Number(box.kind === 'team') + (box.hidden?.teams ?? 0),
  };
  return [...box.inside, ...box.under].map((each) => countIn(model, each)).reduce(sum, own);
}
