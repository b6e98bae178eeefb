import type { ElementId, Money } from '../elements.ts';
import { perModel } from '../memo.ts';
import type { OrgModel } from '../model.ts';
import { rolesWithin, seatsOf } from './headcount.ts';

/** An amount for one year; what is paid once counts in full. */
export function yearly(money: Money): number {
  return money.amount * timesAYear[money.per];
}

const timesAYear = { year: 1, quarter: 4, month: 12, once: 1 } as const;

/** The amount per year in another currency, by the rates of the model; `undefined` where none leads there. */
export function inCurrency(model: OrgModel, money: Money, currency: string): number | undefined {
  const rate = rateBetween(model, money.currency, currency);
  return rate === undefined ? undefined : yearly(money) * rate;
}

/** What one unit of a currency is worth in another: directly, the other way round, or over one currency between. */
function rateBetween(model: OrgModel, from: string, to: string): number | undefined {
  if (from === to) return 1;
  const rates = ratesOf(model);
  const direct = rates.get(from)?.get(to);
  if (direct !== undefined) return direct;
  for (const [between, rate] of rates.get(from) ?? []) {
    const onward = rates.get(between)?.get(to);
    if (onward !== undefined) return rate * onward;
  }
  return undefined;
}

/** Both ways; of several for the same pair, the first one stated. */
const ratesOf = perModel((model): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const rates = new Map<string, Map<string, number>>();
  const take = (from: string, to: string, value: number): void => {
    const known = rates.get(from) ?? new Map<string, number>();
    if (!known.has(to)) known.set(to, value);
    rates.set(from, known);
  };
  for (const { from, to, value } of model.rates) take(from, to, value);
  for (const { from, to, value } of model.rates) if (value > 0) take(to, from, 1 / value);
  return rates;
});

export interface Cost {
  /** Per year. */
  readonly amount: number;
  readonly currency: string;
  /** What could not be converted, and is not in the amount. */
  readonly without: readonly Money[];
}

/**
 * What the seats of a team and the teams inside it cost, or those of the whole organization. The currency is that of
 * the organization, or else of the first cost; empty where there is neither.
 */
export function costOf(model: OrgModel, teamId?: ElementId): Cost {
  const currency = currencyOf(model);
  const without: Money[] = [];
  let amount = 0;
  for (const role of rolesWithin(model, teamId)) {
    if (!role.cost) continue;
    const converted = inCurrency(model, role.cost, currency);
    if (converted === undefined) without.push(role.cost);
    else amount += converted * seatsOf(role);
  }
  return { amount: Math.round(amount * 100) / 100, currency, without };
}

/** The currency that totals are given in. */
export const currencyOf = perModel(
  (model): string =>
    model.organization?.currency?.value ??
    model.byKind.role.find(({ cost }) => cost)?.cost?.currency ??
    model.byKind.platform.find(({ cost }) => cost)?.cost?.currency ??
    '',
);
