import type { ElementId, ElementKind, PhaseChange } from '@mktorg/model';

/** Every phase of a transformation has four parts. */
export type PartName = 'structure' | 'roles' | 'martech' | 'skills';

export const parts: readonly { readonly name: PartName; readonly title: string }[] = [
  { name: 'structure', title: 'Organization structure' },
  { name: 'roles', title: 'Roles and responsibilities' },
  { name: 'martech', title: 'Martech' },
  { name: 'skills', title: 'Skills sourcing' },
];

const partOfKind: { readonly [kind in ElementKind]?: PartName } = {
  organization: 'structure',
  team: 'structure',
  region: 'structure',
  'business-line': 'structure',
  external: 'structure',
  committee: 'structure',
  initiative: 'structure',
  'dotted-line': 'structure',
  form: 'structure',
  role: 'roles',
  person: 'roles',
  process: 'roles',
  program: 'roles',
  platform: 'martech',
  ai: 'martech',
  dataset: 'martech',
  layer: 'martech',
  category: 'martech',
  partner: 'skills',
  skill: 'skills',
  sourcing: 'skills',
};

/** What decides who is where, and not who does what. */
const structureFields: ReadonlySet<string> = new Set([
  'lead',
  'reportsTo',
  'serves',
  'embeds',
  'partnersWith',
  'scope',
  'form',
  'hubs',
]);

const skillFields: ReadonlySet<string> = new Set(['skills']);

/** Whether a thing of this kind belongs to what it stands in, such as a step, and has a card only by itself. */
export function isDetail(kind: ElementKind): boolean {
  return partOfKind[kind] === undefined;
}

/** The part that a change of an element belongs to; nothing for what nothing happens to. */
export function partOf(change: PhaseChange, id: ElementId): PartName | undefined {
  const kind = id.slice(0, id.indexOf(':')) as ElementKind;
  const part = partOfKind[kind] ?? 'roles';
  // What it says may be left out, for it is about somebody.
  if (change.type === 'change' && change.states.length + change.adds.length === 0) return undefined;
  if (change.type === 'source' || isOnly(change, skillFields)) return 'skills';
  if (change.type === 'change' && kind === 'team' && change.adds.length === 0) {
    return isOnly(change, structureFields) ? 'structure' : 'roles';
  }
  // Where a role stands is structure; that it is there is not.
  if (kind === 'role' && change.type === 'move') return 'structure';
  if (kind === 'role' && change.type === 'change') {
    return change.states.every(({ field }) => structureFields.has(field)) ? 'structure' : 'roles';
  }
  return part;
}

function isOnly({ type, states, adds }: PhaseChange, fields: ReadonlySet<string>): boolean {
  return (
    type === 'change' &&
    states.length > 0 &&
    adds.length === 0 &&
    states.every(({ field }) => fields.has(field))
  );
}
