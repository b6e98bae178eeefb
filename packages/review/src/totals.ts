import { describeAmount, type Shift } from '@mktorg/model';
import type { ReviewedEffects } from './document.ts';
import { count, signed } from './phrase.ts';

/** A number that is another after the change. */
export interface Total {
  /** `Seats`, `Cost of seats per year`. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** `+3`; empty where it is no number. */
  readonly difference: string;
}

const labels: { readonly [what: string]: string } = {
  seats: 'Seats',
  vacant: 'Vacancies',
  fte: 'FTE',
  teams: 'Teams',
  layers: 'Layers',
  platforms: 'Platforms',
};

/** The totals that shift, the most telling first. */
export function totalsOf({
  totals,
  currency = '',
  operatingModel: model,
}: ReviewedEffects): readonly Total[] {
  const found: Total[] = [];
  for (const [what, label] of Object.entries(labels)) {
    const shift = totals[what];
    if (!shift || Math.abs(shift.before - shift.after) < 0.005) continue;
    // Where the seats that came and went are full ones, FTE say nothing that seats do not.
    if (what === 'fte' && isAlike(shift, totals['seats'])) continue;
    const { before, after } = shift;
    found.push({ label, before: count(before), after: count(after), difference: signed(after - before) });
  }
  const { cost } = totals;
  if (cost && cost.before !== cost.after) {
    const amount = (value: number): string => `${describeAmount(value)} ${currency}`.trim();
    const difference = cost.after - cost.before;
    found.push({
      label: 'Cost of seats per year',
      before: amount(cost.before),
      after: amount(cost.after),
      difference: `${difference < 0 ? '−' : '+'}${describeAmount(Math.abs(difference))}`,
    });
  }
  if (model) {
    const said = (share: number, word: string | undefined): string =>
      `${Math.round(share * 100)}% central${word === undefined || model.before === model.after ? '' : `, ${word}`}`;
    const before = said(model.centralShare.before, model.before);
    const after = said(model.centralShare.after, model.after);
    if (before !== after) found.push({ label: 'Operating model', before, after, difference: '' });
  }
  return found;
}

function isAlike(a: Shift, b: Shift | undefined): boolean {
  return b !== undefined && Math.abs(a.after - a.before - (b.after - b.before)) < 0.005;
}
