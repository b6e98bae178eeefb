import { type LensName, lensNames } from '@mktorg/chart';
import type { ElementKind, OrgModel } from '@mktorg/model';
import { Failure } from '../failure.ts';

/** What a lens draws, and a line that would give it something to draw. */
interface Shown {
  readonly kinds: readonly ElementKind[];
  /** As in “has no plan”. */
  readonly none: string;
  readonly example: string;
  readonly explained: string;
}

const shown: { readonly [L in LensName]: Shown } = {
  reporting: {
    kinds: ['team', 'role'],
    none: 'team and no role',
    example: 'team brand "Brand" { lead head  role head "Head of Brand" }',
    explained: 'team',
  },
  stack: {
    kinds: ['platform'],
    none: 'platform',
    example: 'platform crm "CRM" { owner brand  used by brand }',
    explained: 'platform',
  },
  plan: {
    kinds: ['plan'],
    none: 'plan',
    example: 'plan next "Next year" { phase first "First" { move content to growth } }',
    explained: 'plan',
  },
};

/** Whether there is anything in an organization that a lens draws. */
export function showsSomething({ byKind }: OrgModel, lens: LensName): boolean {
  return shown[lens].kinds.some((kind) => byKind[kind].length > 0);
}

/** Why there is no chart through a lens: an empty one would be taken for a mistake of the reader's. */
export function nothingToShow(model: OrgModel, lens: LensName): Failure {
  const { none, example, explained } = shown[lens];
  const others = lensNames.filter((each) => showsSomething(model, each));
  return new Failure(
    `${model.name} has no ${none}, so there is nothing to draw through the lens ${lens}.`,
    `One is written like this: ${example}`,
    `To read more: mktorg explain ${explained}`,
    ...(others.length > 0 ? [`What there is to draw: --lens ${others.join(', --lens ')}`] : []),
  );
}
