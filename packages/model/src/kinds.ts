/** What stands in an organization. */
export const organizationKinds = [
  'organization',
  'region',
  'business-line',
  'external',
  'team',
  'role',
  'person',
  'platform',
  'ai',
  'dataset',
  'process',
  'step',
  'program',
  'partner',
  'committee',
  'initiative',
  'charter',
  'goal',
  'objective',
  'challenge',
  'driver',
  'plan',
  'barrier',
  'stakeholder',
  'phase',
  'view',
  'dotted-line',
] as const;

/** The kinds of terms that the standard vocabulary holds and a model may extend. */
export const termKinds = [
  'function',
  'capability',
  'activity',
  'layer',
  'category',
  'form',
  'engagement',
  'reason',
  'regulation',
  'skill',
  'discipline',
  'archetype',
  'level',
  'sourcing',
  'program-kind',
  'barrier-kind',
  'driver-kind',
  'concept',
] as const;

export type OrganizationKind = (typeof organizationKinds)[number];
export type TermKind = (typeof termKinds)[number];
export type ElementKind = OrganizationKind | TermKind;

const terms: ReadonlySet<string> = new Set(termKinds);

export function isTermKind(kind: string): kind is TermKind {
  return terms.has(kind);
}

/** The kind of term that `is` names on an element of this kind, for instance a function on a team. */
export const termOfKind: { readonly [kind in ElementKind]?: TermKind } = {
  team: 'function',
  role: 'discipline',
  platform: 'category',
  program: 'program-kind',
  partner: 'engagement',
  driver: 'driver-kind',
  barrier: 'barrier-kind',
};

/** How a kind is called in a sentence: `a business line`, `an initiative`. */
export function kindNoun(kind: ElementKind): string {
  return kind === 'ai' ? 'AI capability' : kind.replaceAll('-', ' ');
}

export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** `parties` of `party`, `processes` of `process`. */
export function pluralOf(noun: string): string {
  if (noun.endsWith('y')) return `${noun.slice(0, -1)}ies`;
  return noun.endsWith('s') ? `${noun}es` : `${noun}s`;
}
