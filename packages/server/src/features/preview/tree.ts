import {
  childrenOf,
  type Element,
  type ElementKind,
  find,
  headcount,
  label,
  type OrgModel,
  occupancy,
  parentOf,
  rolesIn,
  statusOf,
  stepsOf,
  subTeams,
} from '@mktorg/model';
import type { TreeAnswer, TreeNode, TreeParams } from '../../protocol.ts';
import { locationOf } from '../../text/place.ts';
import type { Project } from '../../workspace/project.ts';
import { counted, seatsText } from '../counts.ts';

/** Organizations with more roles than these are given piece by piece. */
const most = 3000;

type Counts = TreeNode['findings'];

interface Building {
  readonly model: OrgModel;
  readonly findings: ReadonlyMap<string, Counts>;
  /** Whether children come along, or are asked for later. */
  readonly whole: boolean;
}

/** Every organization, or one, as a tree; or what is under one node of it. */
export function tree(project: Project, { root, under }: TreeParams): TreeAnswer {
  const models = project.organizations.models().filter((model) => root === undefined || model.root === root);
  if (under === undefined)
    return { nodes: models.map((model) => organizationNode(building(project, model))) };
  const model = models.find((each) => under.startsWith(`${each.root}#`));
  return { nodes: model ? childrenUnder(building(project, model), under.slice(model.root.length + 1)) : [] };
}

function building(project: Project, model: OrgModel): Building {
  const findings = new Map<string, Counts>();
  for (const [id, list] of project.findingsOf(model)) {
    const of = (severity: string): number => list.filter((finding) => finding.severity === severity).length;
    findings.set(id, { errors: of('error'), warnings: of('warning'), infos: of('info') });
  }
  return { model, findings, whole: model.byKind.role.length <= most };
}

const groups: readonly { readonly name: string; readonly kinds: readonly ElementKind[] }[] = [
  { name: 'Platforms', kinds: ['platform'] },
  { name: 'Data', kinds: ['dataset'] },
  { name: 'Processes', kinds: ['process'] },
  { name: 'Programs', kinds: ['program'] },
  { name: 'Partners', kinds: ['partner'] },
  { name: 'Governance', kinds: ['committee', 'initiative'] },
  { name: 'Plans', kinds: ['plan'] },
  { name: 'Regions and business lines', kinds: ['region', 'business-line'] },
  { name: 'Outside marketing', kinds: ['external'] },
];

function organizationNode(build: Building): TreeNode {
  const { model } = build;
  const { seats, vacant } = headcount(model);
  const detail = [counted(seats, 'seat'), ...(vacant > 0 ? [`${vacant} vacant`] : [])].join(' · ');
  return {
    key: `${model.root}#`,
    label: model.name,
    detail: seats === 0 ? '' : detail,
    icon: 'organization',
    ...(model.organization && addressed(model, model.organization)),
    findings: total(build),
    children: organizationChildren(build),
    more: false,
    expanded: true,
  };
}

function total({ findings }: Building): Counts {
  const sum = { errors: 0, warnings: 0, infos: 0 };
  for (const { errors, warnings, infos } of findings.values()) {
    sum.errors += errors;
    sum.warnings += warnings;
    sum.infos += infos;
  }
  return sum;
}

function organizationChildren(build: Building): TreeNode[] {
  const { model } = build;
  const top = [...model.byKind.team, ...model.byKind.role].filter((element) => !parentOf(model, element));
  const filled = groups.filter(({ kinds }) => kinds.some((kind) => model.byKind[kind].length > 0));
  return [
    ...top.map((element) => elementNode(build, element, top.length === 1)),
    ...filled.map((group) => groupNode(build, group)),
  ];
}

function groupNode(build: Building, { name, kinds }: (typeof groups)[number]): TreeNode {
  const { model, whole } = build;
  const elements: readonly Element[] = kinds.flatMap((kind): readonly Element[] => model.byKind[kind]);
  return {
    key: `${model.root}#group:${name}`,
    label: name,
    detail: String(elements.length),
    icon: 'group',
    findings: { errors: 0, warnings: 0, infos: 0 },
    children: whole ? elements.map((element) => elementNode(build, element, false)) : [],
    more: !whole,
    expanded: false,
  };
}

function elementNode(build: Building, element: Element, expanded: boolean): TreeNode {
  const { model, findings, whole } = build;
  const inside = insideOf(model, element);
  return {
    key: `${model.root}#${element.id}`,
    label: label(element),
    detail: detailOf(model, element),
    icon: element.kind === 'role' && occupancy(model, element).vacant > 0 ? 'vacancy' : element.kind,
    ...addressed(model, element),
    findings: findings.get(element.id) ?? { errors: 0, warnings: 0, infos: 0 },
    children: whole ? inside.map((child) => elementNode(build, child, false)) : [],
    more: !whole && inside.length > 0,
    expanded,
  };
}

function addressed(model: OrgModel, element: Element): Pick<TreeNode, 'element' | 'place'> {
  return { element: { root: model.root, id: element.id }, place: locationOf(element.nameAt) };
}

/** The lead of a team comes first. */
function insideOf(model: OrgModel, element: Element): readonly Element[] {
  if (element.kind === 'team') {
    const roles = rolesIn(model, element.id);
    const lead = roles.filter(({ id }) => id === element.lead?.id);
    return [...lead, ...roles.filter((role) => !lead.includes(role)), ...subTeams(model, element.id)];
  }
  if (element.kind === 'process') return stepsOf(model, element.id);
  if (element.kind === 'plan') return childrenOf(model, element.id).filter(({ kind }) => kind === 'phase');
  return childrenOf(model, element.id).filter(({ kind }) => kind === 'ai');
}

function detailOf(model: OrgModel, element: Element): string {
  switch (element.kind) {
    case 'team':
      return seatsText(model, element);
    case 'role':
      return [element.holders.map(({ name }) => name).join(', '), seatsText(model, element)]
        .filter(Boolean)
        .join(' · ');
    case 'platform':
      return [ownerOf(model, element.owner?.id), statusOf(element) === 'live' ? '' : statusOf(element)]
        .filter(Boolean)
        .join(' · ');
    case 'process':
      return counted(stepsOf(model, element.id).length, 'step');
    case 'step':
      return ownerOf(model, element.by?.id);
    case 'program':
    case 'dataset':
    case 'plan':
      return ownerOf(model, element.owner?.id);
    case 'committee':
    case 'initiative':
      return counted(element.members.length, 'member');
    case 'partner': {
      const engagement = find(model, element.term?.id);
      return engagement ? label(engagement) : '';
    }
    default:
      return '';
  }
}

function ownerOf(model: OrgModel, id: string | undefined): string {
  const owner = find(model, id);
  return owner ? label(owner) : '';
}

/** What is under a node, by what its key says after the root. */
function childrenUnder(build: Building, key: string): TreeNode[] {
  const { model } = build;
  if (key === '') return organizationChildren(build);
  const group = groups.find(({ name }) => key === `group:${name}`);
  if (group) return [...groupNode({ ...build, whole: true }, group).children];
  const element = find(model, key);
  return element ? insideOf(model, element).map((child) => elementNode(build, child, false)) : [];
}
