import type { Duration, Measure, Money } from './elements.ts';

/** `420,000 EUR per year`, `30,000 EUR once`. */
export function describeMoney({ amount, currency, per }: Pick<Money, 'amount' | 'currency' | 'per'>): string {
  return `${describeAmount(amount)} ${currency} ${per === 'once' ? per : `per ${per}`}`;
}

/** `1,234.5`: as many as two digits after the point. */
export function describeAmount(amount: number): string {
  return amount.toLocaleString('en', { maximumFractionDigits: 2 });
}

/** `3 days`, `1 hour`. */
export function describeDuration({ amount, unit }: Pick<Duration, 'amount' | 'unit'>): string {
  return `${describeAmount(amount)} ${unit}${amount === 1 ? '' : 's'}`;
}

/** `Match rate from 52% to 80% by 2027-Q4`, as far as it is stated. */
export function describeMeasure({ what, from, to, by }: Measure): string {
  const parts = [what];
  if (from) parts.push(`from ${from.text}`);
  if (to) parts.push(`to ${to.text}`);
  if (by) parts.push(`by ${by.text}`);
  return parts.join(' ');
}

/** `20%` of a share of 0.2. */
export function describeShare(share: number): string {
  return `${describeAmount(share * 100)}%`;
}
