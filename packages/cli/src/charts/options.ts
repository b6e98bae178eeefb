import type { ChartOptions, LensName, Show } from '@mktorg/chart';
import type { ElementKind, OrgModel } from '@mktorg/model';
import { Failure } from '../failure.ts';
import { elementNamed } from './find-element.ts';

/** What a call says about the chart that it wants. */
export interface ChartWish {
  readonly lens: LensName;
  readonly of?: string;
  readonly depth?: number;
  readonly show?: string;
  readonly hide?: string;
  readonly redact?: 'people';
}

const startsAt: { readonly [L in LensName]: readonly ElementKind[] } = {
  reporting: ['team', 'role', 'region', 'business-line'],
  stack: ['team', 'role', 'region', 'business-line', 'platform'],
  plan: ['plan', 'phase'],
};

/** @throws {Failure} where the call names what is not there */
export function chartOptions(model: OrgModel, wish: ChartWish): ChartOptions {
  const { lens, of, depth, show, hide, redact } = wish;
  return {
    lens,
    ...(of !== undefined && { of: elementNamed(model, of, startsAt[lens]).id }),
    ...(depth !== undefined && { depth }),
    show: {
      ...partsIn(show, additions, true, '--show'),
      ...partsIn(hide, removals, false, '--hide'),
    },
    ...(redact === 'people' && { redactPeople: true }),
  };
}

type Parts = { readonly [word: string]: keyof Show };

const additions: Parts = {
  platforms: 'platforms',
  partners: 'partners',
  externals: 'externals',
  governance: 'governance',
  integrations: 'integrations',
};
const removals: Parts = {
  'dotted-lines': 'dottedLines',
  holders: 'holders',
  integrations: 'integrations',
  legend: 'legend',
};

function partsIn(list: string | undefined, known: Parts, on: boolean, option: string): Show {
  const words = (list ?? '').split(',').flatMap((each) => each.trim() || []);
  const unknown = words.filter((word) => known[word] === undefined);
  if (unknown.length > 0) {
    throw new Failure(
      `${option} does not know ${unknown.join(', ')}.`,
      `It knows: ${Object.keys(known).join(', ')}.`,
    );
  }
  return Object.fromEntries(words.map((word) => [known[word], on]));
}
