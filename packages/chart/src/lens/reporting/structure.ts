import {
  type ElementId,
  type External,
  findAs,
  managerOf,
  type OrgModel,
  type Role,
  type Team,
} from '@mktorg/model';

/** An element in the tree that the picture shows. */
export interface Branch {
  readonly element: Team | Role | External;
  /** In it; teams only. */
  readonly inside: readonly Branch[];
  /** Under it: its reports, and teams whose leads report to it or, for a team, into it. */
  readonly under: readonly Branch[];
  /** The manager whom the line to this branch stands for, if a line leads to it. */
  readonly manager?: Role | External;
  /** The line comes from the frame of the team around it, because nobody in that team leads. */
  readonly fromFrame: boolean;
}

export interface Structure {
  /** In source order; externals first. */
  readonly roots: readonly Branch[];
  readonly branches: ReadonlyMap<ElementId, Branch>;
  /** Solid lines that no place in the tree shows. */
  readonly astray: readonly { readonly role: Role; readonly manager: Role | External }[];
}

/**
 * Where everybody stands: a role in its team, under whom it reports to; a team in the team around it, under the
 * role that its lead reports to, or under the team in which that role stands.
 */
export function structureOf(model: OrgModel): Structure {
  const items: (Team | Role)[] = [];
  for (const element of model.elements.values()) {
    if (element.kind === 'team' || element.kind === 'role') items.push(element);
  }
  const above = new Map<ElementId, ElementId>();
  for (const item of items) {
    const upper = upperOf(model, item);
    if (upper !== undefined) above.set(item.id, upper);
  }
  cutCycles(items, above);
  return assemble(model, items, above);
}

/** The role that a team as a whole reports through: its lead's manager, or the lead where it stands above the team. */
function managerOfTeam(model: OrgModel, team: Team): Role | External | undefined {
  const lead = findAs(model, team.lead?.id, 'role');
  if (lead && !isInside(model, lead, team.id)) return lead;
  return managerOf(model, team.id);
}

export function isInside(model: OrgModel, item: Team | Role, team: ElementId): boolean {
  let parent = findAs(model, item.parent, 'team');
  while (parent && parent.id !== team) parent = findAs(model, parent.parent, 'team');
  return parent !== undefined;
}

/** What the item hangs under among those that stand beside it in the same team, or an external. */
function upperOf(model: OrgModel, item: Team | Role): ElementId | undefined {
  const manager = item.kind === 'team' ? managerOfTeam(model, item) : managerOf(model, item.id);
  if (!manager) return undefined;
  const home = findAs(model, item.parent, 'team')?.id;
  if (manager.kind === 'external') return home === undefined ? manager.id : undefined;
  let beside: Team | Role = manager;
  for (;;) {
    const parent: Team | undefined = findAs(model, beside.parent, 'team');
    if (parent?.id === home) return beside.id === item.id ? undefined : beside.id;
    if (!parent) return undefined;
    beside = parent;
  }
}

/** Of each cycle, the item that comes first in the source is let go. */
function cutCycles(items: readonly (Team | Role)[], above: Map<ElementId, ElementId>): void {
  const walked = new Map<ElementId, number>();
  for (const [walk, { id }] of items.entries()) {
    let at: ElementId | undefined = id;
    while (at !== undefined && !walked.has(at)) {
      walked.set(at, walk);
      at = above.get(at);
    }
    if (at !== undefined && walked.get(at) === walk) above.delete(at);
  }
}

interface Draft {
  readonly element: Team | Role | External;
  inside: Branch[];
  under: Branch[];
  manager?: Role | External;
  fromFrame: boolean;
}

function assemble(
  model: OrgModel,
  items: readonly (Team | Role)[],
  above: ReadonlyMap<ElementId, ElementId>,
): Structure {
  const drafts = new Map<ElementId, Draft>();
  const draft = (element: Team | Role | External): Draft => {
    const known = drafts.get(element.id);
    if (known) return known;
    const fresh: Draft = { element, inside: none, under: none, fromFrame: false };
    drafts.set(element.id, fresh);
    return fresh;
  };
  const roots: Branch[] = [];
  const externals: Branch[] = [];
  const astray: { role: Role; manager: Role | External }[] = [];

  // A team comes before what is in it, so the line to a team is known when its members ask for it.
  for (const item of items) {
    const self = draft(item);
    const upper = above.get(item.id);
    const home = findAs(model, item.parent, 'team');
    const manager = item.kind === 'team' ? managerOfTeam(model, item) : managerOf(model, item.id);
    if (upper !== undefined) {
      const external = findAs(model, upper, 'external');
      const over = external ? draft(external) : undefined;
      if (over && over.under.length === 0) externals.push(over);
      const box = over ?? draftOf(model, upper, draft);
      if (box) push(box, 'under', self);
      if (manager) self.manager = manager;
      continue;
    }
    if (home) push(draft(home), 'inside', self);
    else roots.push(self);
    if (!home || !manager) {
      if (manager && item.kind === 'role') astray.push({ role: item, manager });
      continue;
    }
    const frame = draft(home);
    const leads = home.lead?.id === item.id;
    if (frame.manager?.id !== manager.id) {
      const shown = item.kind === 'role' && !(leads && frame.manager);
      if (shown) astray.push({ role: item, manager });
    } else if (!leads && !hasLeadInside(model, home)) {
      self.manager = manager;
      self.fromFrame = true;
    } else if (!leads && item.kind === 'role') astray.push({ role: item, manager });
  }
  return { roots: [...externals, ...roots], branches: drafts, astray };
}

/** Most branches have nothing in or under them, and share one list of nothing. */
const none: Branch[] = [];

function push(draft: Draft, list: 'inside' | 'under', branch: Branch): void {
  if (draft[list] === none) draft[list] = [branch];
  else draft[list].push(branch);
}

function draftOf(
  model: OrgModel,
  id: ElementId,
  draft: (element: Team | Role | External) => Draft,
): Draft | undefined {
  const element = findAs(model, id, 'role') ?? findAs(model, id, 'team');
  return element && draft(element);
}

function hasLeadInside(model: OrgModel, team: Team): boolean {
  const lead = findAs(model, team.lead?.id, 'role');
  return lead !== undefined && isInside(model, lead, team.id);
}
