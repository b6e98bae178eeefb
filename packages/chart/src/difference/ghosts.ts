import type { Element, ElementId, Matching, OrgModel } from '@mktorg/model';
import { find, nameIn } from '@mktorg/model';
import type { Box } from '../lens/diagram.ts';
import { partnerBox, platformBox } from '../lens/reporting/around.ts';
import { roleCard } from '../lens/reporting/role-card.ts';
import { teamCard } from '../lens/reporting/team-card.ts';
import { markInWords } from '../mark.ts';
import type { ChartOptions } from '../options.ts';
import type { Mark } from '../scene.ts';
import type { Marks } from './marks.ts';
import { type Place, placesAround, placesIn } from './places.ts';

/** What is drawn where something was. */
export interface Ghost {
  /** Id before. */
  readonly element: ElementId;
  readonly box: Box;
  readonly mark: Mark;
  /** Where it may stand, the nearest first: ids of nodes. Empty: it stood by itself. */
  readonly hosts: readonly Place[];
}

/** The node of a ghost; the same name may be somebody else's by now. */
export function ghostId(element: ElementId): string {
  return `#was:${element}`;
}

export function isGhost(node: string): boolean {
  return node.startsWith('#was:');
}

/** What is gone and where what moved has been, in the order of the model before, outer ones first. */
export function ghostsOf(
  before: OrgModel,
  after: OrgModel,
  matching: Matching,
  marks: Marks,
  options: ChartOptions,
): readonly Ghost[] {
  const places = placesIn(before);
  const ghosts: Ghost[] = [];
  for (const element of before.elements.values()) {
    const isGone = marks.gone.has(element.id);
    const now = marks.moved.get(element.id);
    if (!isGone && now === undefined) continue;
    const drawn = boxOf(before, element, options);
    if (!drawn) continue;
    const around = placesAround(places, element.id);
    const to = now === undefined ? '' : whereTo(after, now);
    const mark: Mark = isGone ? { type: 'removed', text: '' } : { type: 'moved', text: to };
    ghosts.push({
      element: element.id,
      box: isGone ? goneBox(drawn, mark) : formerBox(drawn, mark),
      mark,
      hosts: hostsOf(around, matching, marks),
    });
  }
  return ghosts;
}

/** Beside what it stood beside, as far as that is still there; otherwise in the team around it. */
function hostsOf(around: readonly Place[], matching: Matching, marks: Marks): readonly Place[] {
  return around.flatMap(({ id, as }): readonly Place[] => {
    if (marks.gone.has(id)) return [{ id: ghostId(id), as }];
    const now = matching.after.get(id);
    // Whoever led it and has left leaves it where it was.
    if (now === undefined || (as === 'under' && marks.moved.has(id))) return [];
    return [{ id: now, as }];
  });
}

function whereTo(after: OrgModel, id: ElementId): string {
  const element = find(after, id);
  const owner =
    element?.kind === 'platform'
      ? element.owner?.id
      : element?.kind === 'partner'
        ? element.workflowOwner?.id
        : element?.parent;
  return `to ${owner === undefined ? 'the top' : nameIn(after, owner)}`;
}

function boxOf(before: OrgModel, element: Element, options: ChartOptions): Box | undefined {
  switch (element.kind) {
    case 'role':
      return { ...bare(element), ...roleCard(before, element, options), tone: 'plain' };
    case 'team':
      return { ...bare(element), ...teamCard(before, element), shape: 'team', states: [] };
    case 'platform':
      return platformBox(before, element);
    case 'partner':
      return partnerBox(before, element);
    default:
      return undefined;
  }
}

function bare(
  element: Element,
): Omit<Box, 'shape' | 'tone' | 'states' | 'title' | 'facts' | 'tags' | 'label'> {
  return { id: element.id, kind: element.kind, source: element.at, inside: [], under: [] };
}

/** What is gone, quietly. */
export function goneBox(drawn: Box, mark: Mark): Box {
  const { element: _, ...box } = drawn;
  const facts = box.facts.map((fact) => ({ ...fact, style: 'quiet' as const }));
  return {
    ...box,
    id: ghostId(drawn.id),
    tone: 'plain',
    states: ['gone'],
    facts,
    label: `${box.label}, ${markInWords(mark)}`,
  };
}

/** Only as much as it takes to see what went where. */
export function formerBox(drawn: Box, mark: Mark): Box {
  const { element: _, ...box } = drawn;
  return {
    ...box,
    id: ghostId(drawn.id),
    tone: 'plain',
    shape: box.shape === 'pool' ? 'card' : box.shape,
    states: ['former'],
    facts: [{ text: mark.text, style: 'mark', most: 2 }],
    tags: [],
    label: `${box.title}, ${markInWords(mark)}`,
  };
}
