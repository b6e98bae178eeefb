import { Failure } from './failure.ts';
import type { Terminal } from './terminal/terminal.ts';

/**
 * The day on which models are judged, as an ISO date: `MKTORG_TODAY` where a result has to be repeatable, else today.
 * @throws {Failure} where `MKTORG_TODAY` is no date
 */
export function todayOf(terminal: Terminal): string {
  const set = terminal.env['MKTORG_TODAY'];
  if (set === undefined || set === '') return localDay(new Date());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(set) || Number.isNaN(Date.parse(set))) {
    throw new Failure(`MKTORG_TODAY is ${set}, which is no date.`, 'Write it as 2027-03-31.');
  }
  return set;
}

function localDay(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
