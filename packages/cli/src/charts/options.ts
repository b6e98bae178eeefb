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
  readonly redact?: 'people';
}

const startsAt: { readonly [L in LensName]: readonly ElementKind[] } = {
  reporting: ['team', 'role', 'region', 'business-line'],
  stack: ['team', 'role', 'region', 'business-line', 'platform'],
};

/** @throws {Failure} where the call names what is not there */
export function chartOptions(model: OrgModel, wish: ChartWish): ChartOptions {
  const { lens, of, depth, show, redact } = wish;
  return {
    lens,
    ...(of !== undefined && { of: elementNamed(model, of, startsAt[lens]).id }),
    ...(depth !== undefined && { depth }),
    ...(show !== undefined && { show: shown(show) }),
    ...(redact === 'people' && { redactPeople: true }),
  };
}

const parts = ['platforms', 'partners', 'externals', 'governance', 'integrations'] as const;

function shown(list: string): Show {
  const wanted = list.split(',').flatMap((each) => each.trim() || []);
  const unknown = wanted.filter((each) => !parts.some((part) => part === each));
  if (unknown.length > 0) {
    throw new Failure(`A chart cannot show ${unknown.join(', ')}.`, `It can show: ${parts.join(', ')}.`);
  }
  return Object.fromEntries(parts.filter((part) => wanted.includes(part)).map((part) => [part, true]));
}
