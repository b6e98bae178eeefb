import {
  type Committee,
  type Element,
  type ElementId,
  find,
  findAs,
  type Initiative,
  label,
  type OrgModel,
  type Partner,
  type Platform,
  statusOf,
} from '@mktorg/model';
import type { ChartOptions } from '../../options.ts';
import type { State } from '../../scene.ts';
import type { Box, Fact, Link } from '../diagram.ts';
import { nameOf } from '../words.ts';
import { externalBox } from './boxes.ts';
import { roleCard } from './role-card.ts';
import { teamCard } from './team-card.ts';

/** The box of something that is no part of the tree, or of an element that stands in another part of it. */
export function aroundBox(model: OrgModel, id: ElementId, options: ChartOptions): Box | undefined {
  const element = find(model, id);
  switch (element?.kind) {
    case 'external':
      return externalBox(element, []);
    case 'partner':
      return partnerBox(model, element);
    case 'committee':
      return committeeBox(model, element, options);
    case 'initiative':
      return initiativeBox(model, element, options);
    case 'role': {
      const { title, label: said, shape } = roleCard(model, element, options);
      return { ...elsewhere(model, element), title, shape, label: said };
    }
    case 'team': {
      const { title, label: said, tone } = teamCard(model, element);
      return { ...elsewhere(model, element), title, tone, shape: 'team', label: said };
    }
    default:
      return undefined;
  }
}

function elsewhere(model: OrgModel, element: Element): Omit<Box, 'title' | 'label' | 'shape'> {
  const home = nameOf(model, findAs(model, element.parent, 'team')?.id);
  const states: State[] = ['elsewhere'];
  return {
    ...plainBox(element),
    tone: 'plain',
    states,
    facts: home === '' ? [] : [{ text: `in ${home}`, style: 'quiet', most: 2 }],
  };
}

/** Platforms and partners that hang under the team or role with this id. */
export function belongings(model: OrgModel, options: ChartOptions): (owner: ElementId) => readonly Box[] {
  const owned = new Map<ElementId, Box[]>();
  const give = (owner: ElementId | undefined, box: Box, link: Omit<Link, 'from' | 'to'>): void => {
    if (owner === undefined) return;
    const boxes = owned.get(owner) ?? [];
    boxes.push({ ...box, link: { ...link, from: box.id, to: owner } });
    owned.set(owner, boxes);
  };
  if (options.show?.platforms) {
    for (const platform of model.byKind.platform) {
      const owner = nameOf(model, platform.owner?.id);
      const title = `${owner} owns ${label(platform)}`;
      give(platform.owner?.id, platformBox(model, platform), {
        kind: 'owns',
        title,
        source: platform.nameAt,
      });
    }
  }
  if (options.show?.partners) {
    for (const partner of model.byKind.partner) {
      const owner = partner.workflowOwner ?? partner.budgetOwner;
      const title = `${label(partner)} works with ${nameOf(model, owner?.id)}`;
      give(owner?.id, partnerBox(model, partner), { kind: 'works-with', title, source: partner.nameAt });
    }
  }
  return (owner) => owned.get(owner) ?? none;
}

const none: readonly Box[] = [];

export function platformBox(model: OrgModel, platform: Platform): Box {
  const status = statusOf(platform);
  const category = nameOf(model, platform.term?.id);
  const states: State[] =
    status === 'planned' || status === 'retiring' || status === 'retired' ? [status] : [];
  const facts: Fact[] = category === '' ? [] : [{ text: category, style: 'quiet', most: 2 }];
  if (status !== 'live')
    facts.push({ text: status, style: status === 'planned' ? 'quiet' : 'alert', most: 1 });
  const title = label(platform);
  return {
    ...plainBox(platform),
    shape: 'platform',
    states,
    title,
    facts,
    label: `Platform ${title}, ${status}`,
  };
}

export function partnerBox(model: OrgModel, partner: Partner): Box {
  const title = label(partner);
  const kind = nameOf(model, partner.term?.id);
  const parts = [kind, partner.until ? `until ${partner.until.text}` : ''].filter((part) => part !== '');
  const delivers = partner.delivers.map(({ id }) => nameOf(model, id)).filter((name) => name !== '');
  const facts: Fact[] = [];
  if (delivers.length > 0) facts.push({ text: delivers.join(', '), style: 'detail', most: 2 });
  if (parts.length > 0) facts.push({ text: parts.join(' · '), style: 'quiet', most: 2 });
  const said = ['Partner', title, ...parts, ...delivers].join(', ');
  return { ...plainBox(partner), shape: 'partner', tone: 'outside', title, facts, label: said };
}

function committeeBox(model: OrgModel, committee: Committee, options: ChartOptions): Box {
  const title = label(committee);
  const chair = whoIs(model, committee.chair?.id, options);
  const facts: Fact[] = [];
  if (chair !== '') facts.push({ text: `chair: ${chair}`, style: 'quiet', most: 2 });
  if (committee.meets) facts.push({ text: `meets ${committee.meets.value}`, style: 'quiet', most: 1 });
  return { ...plainBox(committee), shape: 'committee', title, facts, label: `Committee ${title}` };
}

function initiativeBox(model: OrgModel, initiative: Initiative, options: ChartOptions): Box {
  const title = label(initiative);
  const lead = whoIs(model, initiative.lead?.id, options);
  const facts: Fact[] = [];
  if (lead !== '') facts.push({ text: `lead: ${lead}`, style: 'quiet', most: 2 });
  if (initiative.until) facts.push({ text: `until ${initiative.until.text}`, style: 'quiet', most: 1 });
  return { ...plainBox(initiative), shape: 'initiative', title, facts, label: `Initiative ${title}` };
}

/** A name, unless it is that of a person whom the picture must not name. */
function whoIs(model: OrgModel, id: ElementId | undefined, options: ChartOptions): string {
  const hidden = options.redactPeople || options.show?.holders === false;
  return hidden && findAs(model, id, 'person') ? '' : nameOf(model, id);
}

function plainBox(element: Element): Omit<Box, 'title' | 'label' | 'shape'> {
  return {
    id: element.id,
    element: element.id,
    kind: element.kind,
    tone: 'plain',
    source: element.at,
    states: [],
    facts: [],
    tags: [],
    inside: [],
    under: [],
  };
}
