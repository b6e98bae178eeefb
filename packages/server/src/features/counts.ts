import { type Element, headcount, kindNoun, type OrgModel, occupancy } from '@mktorg/model';
import type { ElementAddress } from '../protocol.ts';

/** `1 seat`, `3 seats`. */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** Seats and vacancies of a team with what is in it, or of a role: `12 seats · 2 vacant`. */
export function seatsText(model: OrgModel, element: Element): string {
  if (element.kind === 'team') {
    const { seats, vacant } = headcount(model, element.id);
    return [counted(seats, 'seat'), ...(vacant > 0 ? [`${vacant} vacant`] : [])].join(' · ');
  }
  if (element.kind !== 'role') return '';
  const { seats, vacant } = occupancy(model, element);
  if (seats === 1) return vacant > 0 ? 'vacant' : '';
  return [counted(seats, 'seat'), ...(vacant > 0 ? [`${vacant} vacant`] : [])].join(' · ');
}

/** What an outline or a search says beside a name: the kind, and the seats where there are any. */
export function detailOf(model: OrgModel, element: Element): string {
  return [kindNoun(element.kind), seatsText(model, element)].filter((part) => part !== '').join(' · ');
}

/** What an item that the server gave out says about where it came from; undefined for anything else. */
export function addressOf(data: unknown): ElementAddress | undefined {
  if (typeof data !== 'object' || data === null || !('root' in data) || !('id' in data)) return undefined;
  const { root, id } = data;
  return typeof root === 'string' && typeof id === 'string' ? { root, id } : undefined;
}
