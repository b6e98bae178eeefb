import type { ChartChoice } from './protocol.ts';

/** What is chosen anew; what a change names as undefined is taken back. */
export type ChoiceChange = { readonly [key in keyof ChartChoice]?: ChartChoice[key] | undefined };

export function withChange(choice: ChartChoice, change: ChoiceChange): ChartChoice {
  const { root, of, depth, compare, focus } = { ...choice, ...change };
  return {
    lens: change.lens ?? choice.lens,
    collapsed: change.collapsed ?? choice.collapsed,
    expanded: change.expanded ?? choice.expanded,
    show: change.show ?? choice.show,
    ...(root !== undefined && { root }),
    ...(of !== undefined && { of }),
    ...(depth !== undefined && { depth }),
    ...(compare !== undefined && { compare }),
    ...(focus && { focus }),
  };
}

/** To close a team. */
export function closing(id: string, { collapsed, expanded }: ChartChoice): ChoiceChange {
  return { collapsed: [...collapsed, id], expanded: expanded.filter((each) => each !== id) };
}

/** To open teams. */
export function opening(ids: readonly string[], { collapsed, expanded }: ChartChoice): ChoiceChange {
  return {
    expanded: [...new Set([...expanded, ...ids])],
    collapsed: collapsed.filter((each) => !ids.includes(each)),
  };
}

/** What has to be chosen for an element to be drawn; undefined where no chart draws its kind. */
export function showing(element: string, { show }: ChartChoice): ChoiceChange | undefined {
  const lens = 'reporting';
  switch (element.slice(0, element.indexOf(':'))) {
    case 'team':
    case 'role':
      return { lens };
    case 'external':
      return { lens, show: { ...show, externals: true } };
    case 'partner':
      return { lens, show: { ...show, partners: true } };
    case 'committee':
    case 'initiative':
      return { lens, show: { ...show, governance: true } };
    case 'platform':
      return { lens: 'stack' };
    case 'plan':
    case 'phase':
    case 'barrier':
    case 'stakeholder':
      return { lens: 'plan' };
    default:
      return undefined;
  }
}

/** Ids of the teams around an element, from the inside out. */
export function teamsAround(id: string): readonly string[] {
  const names = id.slice(id.indexOf(':') + 1).split('.');
  return names.slice(1).map((_, inner) => `team:${names.slice(0, names.length - 1 - inner).join('.')}`);
}
