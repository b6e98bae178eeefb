import type { ElementId, OrgModel } from '@mktorg/model';
import { find, findAs, occupancy } from '@mktorg/model';
import type { Box } from '../lens/diagram.ts';
import { hiddenInWords } from '../lens/reporting/boxes.ts';
import type { Hidden } from '../scene.ts';
import { placesAround, placesIn } from './places.ts';

/** Teams around what changes are opened for so many changes; others are counted on the card of a closed team. */
const mostOpened = 240;

/** The teams that must be open for these elements to show, and the hosts themselves for what is to stand in them. */
export function teamsAround(
  model: OrgModel,
  hosts: readonly ElementId[],
  ids: readonly ElementId[],
): ReadonlySet<ElementId> {
  const places = placesIn(model);
  const open = new Set<ElementId>();
  const isTeam = (id: ElementId): boolean => find(model, id)?.kind === 'team';
  for (const id of hosts.slice(0, mostOpened)) if (isTeam(id)) open.add(id);
  for (const id of [...hosts.slice(0, mostOpened), ...ids.slice(0, mostOpened)]) {
    for (const place of placesAround(places, id)) if (isTeam(place.id)) open.add(place.id);
  }
  return open;
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
      id,
      shape: 'more',
      tone: 'plain',
      states: [],
      title,
      facts: [],
      tags: [],
      label: title,
      inside: [],
      under: [],
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
