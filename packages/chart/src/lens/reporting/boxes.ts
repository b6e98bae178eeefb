import {
  type ElementId,
  type External,
  label,
  type OrgModel,
  type Role,
  type Team,
  teamsLedBy,
} from '@mktorg/model';
import type { ChartOptions } from '../../options.ts';
import type { Hidden, State } from '../../scene.ts';
import { blankBox } from '../blank-box.ts';
import type { Box, Link } from '../diagram.ts';
import { counted } from '../words.ts';
import { roleCard } from './role-card.ts';
import type { Branch, Placed } from './structure.ts';
import { leadLine, teamCard } from './team-card.ts';

export interface Drawn {
  readonly roots: readonly Box[];
  /** The node in which an element shows: its own, or the closed team that hides it. */
  nodeOf(id: ElementId): string | undefined;
  readonly closed: ReadonlySet<string>;
  readonly hiddenSeats: number;
}

/** Chains deeper than this are cut, and the picture says so. */
const deepest = 60;

/** Makes boxes of the branches, closed ones for the teams that are not open. */
export function boxesOf(
  model: OrgModel,
  branches: ReadonlyMap<ElementId, Placed>,
  roots: readonly Branch[],
  open: Pick<ReadonlySet<ElementId>, 'has'>,
  extra: (owner: ElementId) => readonly Box[],
  options: ChartOptions,
): Drawn {
  /** The nodes of what shows by itself, of what the picture is cut at, and of what was asked for. */
  const nodes = new Map<ElementId, string>();
  const most = Math.max(40, options.maxCards ?? Number.POSITIVE_INFINITY);
  const closed = new Set<string>();
  let hiddenSeats = 0;
  return { roots: roots.map((branch) => boxOf(branch, 0)), nodeOf, closed, hiddenSeats };

  /** What is hidden shows in the nearest of what it is in or under. */
  function nodeOf(id: ElementId): string | undefined {
    const node = nodes.get(id);
    if (node !== undefined) return node;
    let around = branches.get(id)?.around;
    while (around && !nodes.has(around.element.id)) around = around.around;
    const outer = around && nodes.get(around.element.id);
    if (outer !== undefined) nodes.set(id, outer);
    return outer;
  }

  function boxOf(branch: Branch, depth: number): Box {
    const { element } = branch;
    nodes.set(element.id, element.id);
    if (element.kind === 'external') return externalBox(element, boxes(branch.under, element.id, depth));
    if (element.kind === 'role') return roleBox(branch, element, depth);
    return open.has(element.id) ? openBox(branch, element, depth) : closedBox(branch, element);
  }

  /** The boxes of branches that hang together, cut where there are too many or where they go too deep. */
  function boxes(branches: readonly Branch[], owner: ElementId, depth: number): readonly Box[] {
    if (branches.length === 0) return none;
    if (branches.length <= most && depth < deepest) return branches.map((branch) => boxOf(branch, depth + 1));
    const shown = depth >= deepest ? [] : branches.slice(0, most);
    const cut = branches.slice(shown.length);
    const made = shown.map((branch) => boxOf(branch, depth + 1));
    return [...made, moreBox(owner, cut)];
  }

  /** What else hangs under an owner whose inside is drawn. */
  function held(owner: ElementId): readonly Box[] {
    const owned = extra(owner);
    for (const { id } of owned) nodes.set(id, id);
    return owned;
  }

  function roleBox(branch: Branch, role: Role, depth: number): Box {
    const { title, facts, tags, states, label: said, shape } = roleCard(model, role, options);
    const leads = branch.under.length > 0 || teamsLedBy(model, role.id).length > 0;
    // Written out, because there may be a hundred thousand of them.
    return {
      id: role.id,
      element: role.id,
      kind: 'role',
      shape,
      tone: 'plain',
      states: leads ? (states.length === 0 ? leading : ['lead', ...states]) : states,
      title,
      facts,
      tags,
      label: said,
      source: role.at,
      inside: none,
      under: joined(boxes(branch.under, role.id, depth), held(role.id)),
      link: linkOf(branch),
    };
  }

  function openBox(branch: Branch, team: Team, depth: number): Box {
    const inside = boxes(branch.inside, team.id, depth);
    return {
      id: team.id,
      element: team.id,
      kind: 'team',
      shape: 'team',
      source: team.at,
      states: [],
      ...teamCard(model, team),
      inside: joined(inside, held(team.id)),
      under: boxes(branch.under, team.id, depth),
      link: linkOf(branch),
    };
  }

  function closedBox(branch: Branch, team: Team): Box {
    const { seats, teams } = branch;
    const hidden = { seats, teams: teams - 1 };
    closed.add(team.id);
    hiddenSeats += hidden.seats;
    const card = teamCard(model, team);
    const empty = hidden.seats === 0 && hidden.teams === 0;
    return {
      id: team.id,
      element: team.id,
      kind: 'team',
      shape: 'team',
      source: team.at,
      ...card,
      states: ['collapsed'],
      facts: [...card.facts, ...leadLine(model, team, options)],
      tags: empty ? card.tags : [...card.tags, hiddenTag(hidden)],
      label: `${card.label}, closed${empty ? '' : `: ${hiddenInWords(hidden)}`}`,
      inside: [],
      under: [],
      hidden,
      link: linkOf(branch),
    };
  }

  function moreBox(owner: ElementId, cut: readonly Branch[]): Box {
    const hidden = { seats: 0, teams: 0 };
    for (const { element, seats, teams } of cut) {
      nodes.set(element.id, owner);
      hidden.seats += seats;
      hidden.teams += teams;
    }
    hiddenSeats += hidden.seats;
    const title = `+ ${hiddenInWords(hidden)}`;
    return {
      ...blankBox(`#more:${owner}`, 'more', title),
      label: `${title}, not drawn`,
      hidden,
      link: { kind: 'reports', from: `#more:${owner}`, to: owner, title: '' },
    };
  }
}

const none: readonly Box[] = [];
const leading: readonly State[] = ['lead'];

function joined(some: readonly Box[], others: readonly Box[]): readonly Box[] {
  return others.length === 0 ? some : [...some, ...others];
}

export function hiddenInWords({ seats, teams }: Hidden): string {
  const parts = [
    seats > 0 || teams === 0 ? counted(seats, 'seat') : '',
    teams > 0 ? counted(teams, 'team') : '',
  ];
  return parts.filter((part) => part !== '').join(' in ');
}

function hiddenTag(hidden: Hidden): Box['tags'][number] {
  return { kind: 'hidden', text: `+ ${hiddenInWords(hidden)}`, title: `${hiddenInWords(hidden)} not drawn` };
}

export function externalBox(external: External, under: readonly Box[]): Box {
  const title = label(external);
  const states: State[] = [];
  return {
    id: external.id,
    element: external.id,
    kind: 'external',
    shape: 'external',
    tone: 'outside',
    source: external.at,
    states,
    title,
    facts: [],
    tags: [],
    label: `${title}, outside the organization`,
    inside: [],
    under,
  };
}

function linkOf(branch: Branch): Link | undefined {
  const { element, manager, fromFrame } = branch;
  if (!manager) return undefined;
  const to = fromFrame && element.parent !== undefined ? element.parent : manager.id;
  const through =
    element.kind === 'team' && element.lead && element.lead.id !== manager.id ? element.lead.id : element.id;
  const title = `${label(element)} reports to ${label(manager)}`;
  return { kind: 'reports', from: through, to, title, source: element.nameAt };
}
