import type { ElementId, Matching, OrgModel } from '@mktorg/model';
import { find } from '@mktorg/model';
import type { TreeDiagram } from '../lens/diagram.ts';
import { ghostId } from './ghosts.ts';
import type { Marks } from './marks.ts';
import { placesAround, placesIn } from './places.ts';
import { boxesIn } from './weave.ts';

/** What a difference is drawn from. */
export interface Both {
  readonly before: OrgModel;
  readonly after: OrgModel;
  readonly matching: Matching;
  readonly marks: Marks;
}

/** The node that shows an element after; none where the picture does not. */
export type NodeOf = (id: ElementId) => string | undefined;

/** What a node after is for something before: its own, or that of its ghost. */
export function now({ matching }: Both, id: ElementId): string {
  return matching.after.get(id) ?? ghostId(id);
}

/** The node that shows an element: its own, or the closed team that it is in. */
export function nodesOf(after: OrgModel, diagram: TreeDiagram): NodeOf {
  const places = placesIn(after);
  const drawn = new Set(boxesIn(diagram).map(({ id }) => id));
  return (id) => {
    if (drawn.has(id)) return id;
    const place = placesAround(places, id).find((each) => drawn.has(each.id));
    return place && find(after, place.id)?.kind === 'team' ? place.id : undefined;
  };
}
