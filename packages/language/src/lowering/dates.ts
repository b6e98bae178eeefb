import type { Moment } from '@mktorg/model';
import type { Value } from '../generated/ast.ts';
import { noDate } from '../messages.ts';
import { type Lowering, placeOf, report } from './context.ts';

/** A day, month, quarter or year. The days that it spans are worked out here, once. */
export function momentOf(ctx: Lowering, node: Value | undefined): Moment | undefined {
  const text: string | undefined = node?.text;
  if (!node || text === undefined) return undefined;
  const at = placeOf(ctx, node);
  const span = daysOf(text);
  if (!span || node.unit) {
    const written = node.unit ? `${text} ${node.unit}` : text;
    const meant = daysMeantBy(text);
    report(
      ctx,
      'integrity/syntax',
      at,
      noDate(written, meant),
      meant.length > 0 ? { replacements: meant } : undefined,
    );
    return undefined;
  }
  return { text, ...span, at };
}

function daysOf(text: string): { from: string; to: string } | undefined {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/.exec(text);
  if (!match?.[1]) return undefined;
  const [, year, quarter, month, day] = match;
  if (quarter)
    return { from: `${year}-${pad(Number(quarter) * 3 - 2)}-01`, to: lastDay(year, Number(quarter) * 3) };
  if (!month) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const last = lastDay(year, Number(month));
  if (!day) return { from: `${year}-${month}-01`, to: last };
  const iso = `${year}-${month}-${day}`;
  return day >= '01' && iso <= last ? { from: iso, to: iso } : undefined;
}

/**
 * The days that a date in the order of another country may mean. With dots the day comes first everywhere; with other
 * signs the month does in some places, and only the numbers can tell.
 */
function daysMeantBy(text: string): readonly string[] {
  const match = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/.exec(text);
  if (!match) return [];
  const [, first = '', sign = '', second = '', third = ''] = match;
  const dates =
    first.length === 4
      ? [[first, second, third]]
      : sign === '.'
        ? [[third, second, first]]
        : [
            [third, second, first],
            [third, first, second],
          ];
  const days = dates.map(([year = '', month, day]) => {
    const century = year.length === 2 ? `20${year}` : year;
    return `${century}-${pad(Number(month))}-${pad(Number(day))}`;
  });
  return [...new Set(days)].filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && daysOf(day) !== undefined);
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

function lastDay(year: string, month: number): string {
  const y = Number(year);
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return `${year}-${pad(month)}-${days}`;
}
