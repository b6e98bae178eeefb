import {
  type ElementId,
  type External,
  managerOfElement,
  type OrgModel,
  occupancy,
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
  readonly manager: Role | External | undefined;
  /** The line comes from the frame of the team around it, because nobody in that team leads. */
  readonly fromFrame: boolean;
  /** Of it and of all in and under it. */
  readonly seats: number;
  readonly vacant: number;
  readonly teams: number;
}

/** A branch of the whole structure, which knows what it is in or under. */
export interface Placed extends Branch {
  readonly around: Placed | undefined;
}

export interface Structure {
  /** In source order; externals first. */
  readonly roots: readonly Branch[];
  readonly branches: ReadonlyMap<ElementId, Placed>;
  /** Solid lines that no place in the tree shows. */
  readonly astray: readonly { readonly role: Role; readonly manager: Role | External }[];
}

const known = new WeakMap<OrgModel, Structure>();

/**
 * Where everybody stands: a role in its team, under whom it reports to; a team in the team around it, under the
 * role that its lead reports to, or under the team in which that role stands.
 */
export function structureOf(model: OrgModel): Structure {
  const before = known.get(model);
  if (before) return before;
  const drafts = draftsOf(model);
  const externals = new Map<ElementId, Draft>();
  for (const draft of drafts.values()) {
    const boss = bossOf(model, draft, drafts);
    if (!boss) continue;
    draft.boss = boss;
    draft.upper = upperOf(draft, boss, drafts, externals);
  }
  cutCycles(drafts.values());
  const structure = assemble(drafts, externals);
  count(model, structure.roots);
  known.set(model, structure);
  return structure;
}

interface Draft {
  readonly element: Team | Role | External;
  inside: Draft[];
  under: Draft[];
  manager: Role | External | undefined;
  fromFrame: boolean;
  seats: number;
  vacant: number;
  teams: number;
  around: Draft | undefined;
  /** The team around it. */
  home: Draft | undefined;
  /** Whom it reports to, wherever that shows. */
  boss: Role | External | undefined;
  /** What it hangs under. */
  upper: Draft | undefined;
  /** The walk that came by, while cycles are looked for. */
  walk: number;
}

/** All fields from the start: there may be a hundred thousand of them, and each that comes later takes more room. */
function draftOf(element: Draft['element']): Draft {
  return {
    element,
    inside: none,
    under: none,
    manager: undefined,
    fromFrame: false,
    seats: 0,
    vacant: 0,
    teams: 0,
    around: undefined,
    home: undefined,
    boss: undefined,
    upper: undefined,
    walk: 0,
  };
}

type Drafts = Map<ElementId, Draft>;

/** Most branches have nothing in or under them, and share one list of nothing. */
const none: Draft[] = [];

/** Teams and roles in source order. A team may come after what is in it: another file names it, or that moved there. */
function draftsOf(model: OrgModel): Drafts {
  const drafts = new Map<ElementId, Draft>();
  for (const element of model.elements.values()) {
    if (element.kind === 'team' || element.kind === 'role') drafts.set(element.id, draftOf(element));
  }
  // Siblings mostly stand beside each other in the text.
  let parent: ElementId | undefined;
  let home: Draft | undefined;
  for (const draft of drafts.values()) {
    if (draft.element.parent !== parent) {
      parent = draft.element.parent;
      home = parent === undefined ? undefined : drafts.get(parent);
    }
    if (home?.element.kind === 'team') draft.home = home;
  }
  return drafts;
}

function leadOf({ element }: Draft, drafts: Drafts): Draft | undefined {
  const lead = element.kind === 'team' && element.lead ? drafts.get(element.lead.id) : undefined;
  return lead?.element.kind === 'role' ? lead : undefined;
}

function isInside(draft: Draft, team: Draft): boolean {
  let home = draft.home;
  while (home && home !== team) home = home.home;
  return home !== undefined;
}

/** The manager of a role; of a team the lead's, or the lead where that stands above the team. */
function bossOf(model: OrgModel, draft: Draft, drafts: Drafts): Role | External | undefined {
  const lead = leadOf(draft, drafts);
  if (lead && lead.element.kind === 'role' && !isInside(lead, draft)) return lead.element;
  return managerOfElement(model, draft.element);
}

/** What it hangs under among those that stand beside it in the same team, or an external. */
function upperOf(
  draft: Draft,
  boss: Role | External,
  drafts: Drafts,
  externals: Map<ElementId, Draft>,
): Draft | undefined {
  if (boss.kind === 'external') {
    if (draft.home) return undefined;
    const external = externals.get(boss.id) ?? draftOf(boss);
    externals.set(boss.id, external);
    return external;
  }
  let beside = drafts.get(boss.id);
  while (beside && beside.home !== draft.home) beside = beside.home;
  return beside === draft ? undefined : beside;
}

/** Of each cycle, the item that comes first in the source is let go. */
function cutCycles(drafts: Iterable<Draft>): void {
  let walk = 0;
  for (const draft of drafts) {
    walk += 1;
    let at: Draft | undefined = draft;
    while (at && at.walk === 0) {
      at.walk = walk;
      at = at.upper;
    }
    if (at?.walk === walk) at.upper = undefined;
  }
}

function push(draft: Draft, list: 'inside' | 'under', branch: Draft): void {
  branch.around = draft;
  if (draft[list] === none) draft[list] = [branch];
  else draft[list].push(branch);
}

interface Assembled extends Structure {
  readonly roots: readonly Draft[];
}

function assemble(drafts: Drafts, externals: ReadonlyMap<ElementId, Draft>): Assembled {
  const roots: Draft[] = [];
  const astray: { role: Role; manager: Role | External }[] = [];
  for (const draft of drafts.values()) {
    if (draft.upper) push(draft.upper, 'under', draft);
    else if (draft.home) push(draft.home, 'inside', draft);
    else roots.push(draft);
  }
  for (const draft of drafts.values()) join(draft, drafts, astray);
  for (const [id, external] of externals) drafts.set(id, external);
  return { roots: [...externals.values(), ...roots], branches: drafts, astray };
}

/** Adds up from the innermost outward, once for all pictures of the model. */
function count(model: OrgModel, roots: readonly Draft[]): void {
  const outerFirst = [...roots];
  for (let next = 0; next < outerFirst.length; next += 1) {
    const draft = outerFirst[next];
    if (!draft) continue;
    for (const each of draft.inside) outerFirst.push(each);
    for (const each of draft.under) outerFirst.push(each);
  }
  for (let next = outerFirst.length - 1; next >= 0; next -= 1) {
    const draft = outerFirst[next];
    if (!draft) continue;
    const { element, around } = draft;
    if (element.kind === 'team') draft.teams += 1;
    if (element.kind === 'role') {
      const { seats, vacant } = occupancy(model, element);
      draft.seats += seats;
      draft.vacant += vacant;
    }
    if (!around) continue;
    around.seats += draft.seats;
    around.vacant += draft.vacant;
    around.teams += draft.teams;
  }
}

/** Has been joined: in place of the walk that came by. */
const joined = -1;

/** Finds the line to a branch, after that of the team around it: the line to the team may stand for its own. */
function join(draft: Draft, drafts: Drafts, astray: { role: Role; manager: Role | External }[]): void {
  if (draft.walk === joined) return;
  draft.walk = joined;
  const { element, home, boss, upper } = draft;
  if (home) join(home, drafts, astray);
  if (!boss) return;
  if (upper) {
    draft.manager = boss;
    return;
  }
  const leads = home?.element.kind === 'team' && home.element.lead?.id === element.id;
  if (home?.manager?.id === boss.id) {
    // It ends at the lead, or goes on to each member.
    if (leads) return;
    const lead = leadOf(home, drafts);
    if (!lead || !isInside(lead, home)) {
      draft.manager = boss;
      draft.fromFrame = true;
      return;
    }
  } else if (leads && home?.manager) return;
  if (element.kind === 'role') astray.push({ role: element, manager: boss });
}
