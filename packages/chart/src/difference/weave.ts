import type { ElementId } from '@mktorg/model';
import type { Box, TreeDiagram } from '../lens/diagram.ts';
import { counted } from '../lens/words.ts';
import { markInWords } from '../mark.ts';
import type { Mark } from '../scene.ts';
import type { Ghost } from './ghosts.ts';

/** Where ghosts stand among the boxes of a chart. */
export interface Haunted {
  /** By host. */
  readonly inside: ReadonlyMap<string, readonly Ghost[]>;
  readonly under: ReadonlyMap<string, readonly Ghost[]>;
  readonly alone: readonly Ghost[];
  /** The picture has no place for them, since what they would stand in is closed: by the host that is. */
  readonly hidden: ReadonlyMap<ElementId, readonly Ghost[]>;
}

/** Finds places for ghosts. `isInPicture` says of an element whether a box or a closed team of the chart shows it. */
export function placeGhosts(
  diagram: TreeDiagram,
  ghosts: readonly Ghost[],
  isInPicture: (id: ElementId) => boolean,
): Haunted {
  const open = new Map(
    boxesIn(diagram).map((box) => [
      box.id,
      !box.states.includes('collapsed') && !box.states.includes('elsewhere'),
    ]),
  );
  const inside = new Map<string, Ghost[]>();
  const under = new Map<string, Ghost[]>();
  const hidden = new Map<ElementId, Ghost[]>();
  const alone: Ghost[] = [];
  const placed = new Set<string>();
  for (const ghost of ghosts) {
    if (ghost.hosts.length === 0) {
      alone.push(ghost);
      placed.add(ghost.box.id);
      continue;
    }
    // What the picture closes hides it; farther out it would seem to have stood there.
    const host = ghost.hosts.find(({ id }) => placed.has(id) || open.has(id) || isInPicture(id));
    if (!host) continue;
    const stands = placed.has(host.id) || open.get(host.id);
    push(stands ? (host.as === 'inside' ? inside : under) : hidden, host.id, ghost);
    if (stands) placed.add(ghost.box.id);
  }
  return { inside, under, alone, hidden };
}

function push(lists: Map<string, Ghost[]>, key: string, ghost: Ghost): void {
  const list = lists.get(key);
  if (list) list.push(ghost);
  else lists.set(key, [ghost]);
}

export function boxesIn({
  roots,
  above,
  below,
}: Pick<TreeDiagram, 'roots' | 'above' | 'below'>): readonly Box[] {
  const found: Box[] = [];
  const rest = [...below, ...above, ...roots];
  for (let box = rest.pop(); box; box = rest.pop()) {
    found.push(box);
    for (const each of box.inside) rest.push(each);
    for (const each of box.under) rest.push(each);
  }
  return found;
}

export interface Woven extends Pick<TreeDiagram, 'roots' | 'above' | 'below'> {
  /** By node. */
  readonly marks: ReadonlyMap<string, Mark>;
}

/** More ghosts than this in one place are counted, and not drawn. */
const mostGhosts = 12;

/** Puts marks on the boxes of a chart, and ghosts among them. */
export function weave(
  diagram: TreeDiagram,
  { inside, under, alone }: Haunted,
  markOf: (box: Box) => Mark | undefined,
): Woven {
  const marks = new Map<string, Mark>();
  const inTree = alone.filter(({ box }) => box.kind === 'team' || box.kind === 'role');
  const around = alone.filter((ghost) => !inTree.includes(ghost));
  return {
    roots: [...diagram.roots.map(woven), ...haunting(inTree, undefined)],
    above: diagram.above.map(woven),
    below: [...diagram.below.map(woven), ...haunting(around, undefined)],
    marks,
  };

  function woven(box: Box): Box {
    const mark = markOf(box);
    if (mark) marks.set(box.id, mark);
    const within = haunting(inside.get(box.id) ?? none, undefined);
    const hanging = haunting(under.get(box.id) ?? none, box);
    return {
      ...(mark ? told(box, mark) : box),
      inside: [...box.inside.map(woven), ...within],
      under: [...box.under.map(woven), ...hanging],
    };
  }

  function haunting(all: readonly Ghost[], host: Box | undefined): readonly Box[] {
    const shown = all.length > mostGhosts ? all.slice(0, mostGhosts - 1) : all;
    const boxes = shown.map((ghost): Box => {
      const { id, title } = ghost.box;
      marks.set(id, ghost.mark);
      const was = host && {
        kind: 'reports' as const,
        from: id,
        to: host.id,
        title: `${title} was under ${host.title}`,
      };
      return {
        ...ghost.box,
        inside: haunting(inside.get(id) ?? none, undefined),
        under: haunting(under.get(id) ?? none, ghost.box),
        ...(was && { link: was }),
      };
    });
    const [first] = all.slice(shown.length);
    if (!first) return boxes;
    const title = `${counted(all.length - shown.length, 'more', 'more')} gone or moved`;
    const id = `#more:${first.box.id}`;
    marks.set(id, { type: 'removed', text: '' });
    return [...boxes, { ...blank, id, title, label: title }];
  }
}

const none: readonly Ghost[] = [];

const blank: Omit<Box, 'id' | 'title' | 'label'> = {
  shape: 'more',
  tone: 'plain',
  states: [],
  facts: [],
  tags: [],
  inside: [],
  under: [],
};

/** The mark in words on the card. */
export function told(box: Box, mark: Mark): Box {
  const said = mark.text === '' ? [] : [{ text: mark.text, style: 'mark' as const, most: 4 }];
  return { ...box, facts: [...box.facts, ...said], label: `${box.label}, ${markInWords(mark)}` };
}
