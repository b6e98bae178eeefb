import { type ChartChoice, choiceOf } from '@mktorg/preview';
import type { ElementAddress } from '@mktorg/server/protocol';

/** What a preview is opened with: as its reader left it, and the organization that it showed. */
export interface Kept {
  readonly choice: ChartChoice;
  readonly shown?: string;
}

/** The state of a preview from before a reload; undefined where it is none, such as one of another version. */
export function keptOf(state: unknown): Kept | undefined {
  if (!isRecord(state)) return undefined;
  const { shown } = state;
  const choice = choiceOf(state['choice']);
  return choice && { choice, ...(typeof shown === 'string' && { shown }) };
}

export function isAddress(value: unknown): value is ElementAddress {
  return isRecord(value) && typeof value['root'] === 'string' && typeof value['id'] === 'string';
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
