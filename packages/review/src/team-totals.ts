import type { Shift } from '@mktorg/model';
import type { ReviewedEffects } from './document.ts';
import { count } from './phrase.ts';
import { costShift, isSame } from './totals.ts';

/** What shifts in the teams that are touched: a table, the greatest shifts first, with the columns that say something. */
export interface TeamTotals {
  /** `Seats`, `Vacancies`, `FTE`, `Cost per year`. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly team: string; readonly cells: readonly string[] }[];
}

type Team = ReviewedEffects['teams'][number];

interface Column {
  readonly title: string;
  readonly cell: (team: Team) => string;
  /** Whether it says something of a team that the columns before do not. */
  readonly tells: (team: Team) => boolean;
}

const none: Shift = { before: 0, after: 0 };

export function teamTotalsOf({ teams, currency = '' }: ReviewedEffects): TeamTotals {
  const columns: readonly Column[] = [
    { title: 'Seats', cell: ({ seats }) => counted(seats), tells: () => true },
    {
      title: 'Vacancies',
      cell: ({ vacant = none }) => counted(vacant),
      tells: ({ vacant = none }) => !isSame(vacant),
    },
    {
      title: 'FTE',
      cell: ({ fte }) => counted(fte),
      // Where the seats that came and went are full ones, FTE say nothing that seats do not.
      tells: ({ seats, fte }) => Math.abs(growth(fte) - growth(seats)) >= 0.005,
    },
    {
      title: 'Cost per year',
      cell: ({ cost }) => {
        const { before, after } = costShift(cost, currency);
        return isSame(cost) ? after : `${before} → ${after}`;
      },
      tells: ({ cost }) => !isSame(cost),
    },
  ];
  const telling = columns.filter(({ tells }) => teams.some(tells));
  return {
    columns: telling.map(({ title }) => title),
    rows: bySize(teams).map((team) => ({
      team: team.called ?? team.name,
      cells: telling.map(({ cell }) => cell(team)),
    })),
  };
}

function counted(shift: Shift): string {
  return isSame(shift) ? count(shift.after) : `${count(shift.before)} → ${count(shift.after)}`;
}

function growth({ before, after }: Shift): number {
  return after - before;
}

/** Those whose seats shift most first, then vacancies, then their cost. */
export function bySize(teams: readonly Team[]): readonly Team[] {
  const size = ({ seats, vacant = none, cost }: Team): readonly number[] =>
    [seats, vacant, cost].map((shift) => Math.abs(growth(shift)));
  const greater = (a: readonly number[], b: readonly number[]): number => {
    const index = a.findIndex((each, at) => each !== b[at]);
    return (b[index] ?? 0) - (a[index] ?? 0);
  };
  return [...teams].sort((a, b) => greater(size(a), size(b)));
}
