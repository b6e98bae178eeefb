import type { Money } from '../elements.ts';
import type { OrgModel } from '../model.ts';
import { currencyOf, inCurrency, yearly } from '../queries/money.ts';

/**
 * Two amounts in one currency and for one period, so that they can be added: in the currency of the totals where the
 * two differ, and per year. Where no rate leads from one to the other, what is in no total counts nothing.
 */
export function comparable(model: OrgModel, a: Money, b: Money): readonly [a: Money, b: Money] {
  const total = currencyOf(model);
  const per = a.per === b.per ? a.per : 'year';
  const convert = (money: Money, currency: string): Money | undefined => {
    if (money.currency === currency && money.per === per) return money;
    const amount = inCurrency(model, money, currency);
    return amount === undefined
      ? undefined
      : { ...money, currency, per, amount: amount / yearly({ ...money, amount: 1, per }) };
  };
  const currencies = a.currency === b.currency ? [a.currency] : [total, a.currency];
  for (const currency of currencies) {
    const [first, second] = [convert(a, currency), convert(b, currency)];
    if (first && second) return [first, second];
  }
  const isCounted = convert(a, total) !== undefined || convert(b, total) === undefined;
  const counted = isCounted ? a : b;
  const nothing = { ...counted, amount: 0 };
  return isCounted ? [a, nothing] : [nothing, b];
}
