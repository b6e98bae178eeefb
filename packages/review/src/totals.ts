import { describeAmount, type Shift } from '@mktorg/model';
import type { ReviewedEffects } from './document.ts';
import { count, signed } from './phrase.ts';

/** A number that is another after the change, or one that says how large the organization is. */
export interface Total {
  /** `Seats`, `Cost of seats per year`. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** `+3`; empty where it is no number, and where nothing shifts. */
  readonly difference: string;
}

/** In the order in which they are told; those that are always told first. */
const rows: readonly { readonly what: string; readonly label: string; readonly always?: true }[] = [
  { what: 'people', label: 'Headcount', always: true },
  { what: 'seats', label: 'Seats', always: true },
  { what: 'vacant', label: 'Vacancies' },
  { what: 'fte', label: 'FTE' },
  { what: 'cost', label: 'Cost of seats per year' },
  { what: 'widestSpan', label: 'Widest span of control' },
  { what: 'medianSpan', label: 'Median span of control' },
  { what: 'layers', label: 'Layers' },
  { what: 'teams', label: 'Teams' },
  { what: 'platforms', label: 'Platforms' },
];

/** The totals that shift, after those that say how large it is; none where nothing follows from the changes at all. */
export function totalsOf(effects: ReviewedEffects): readonly Total[] {
  const { totals, currency = '', operatingModel: model } = effects;
  const found = rows.flatMap(({ what, label, always }): readonly Total[] => {
    const shift = totals[what];
    if (!shift || (shift.before === 0 && shift.after === 0)) return [];
    if (isSame(shift)) {
      const said = count(shift.after);
      return always ? [{ label, before: said, after: said, difference: '' }] : [];
    }
    // Where the seats that came and went are full ones, FTE say nothing that seats do not.
    if (what === 'fte' && isAlike(shift, totals['seats'])) return [];
    return [{ label, ...(what === 'cost' ? costShift(shift, currency) : countShift(shift)) }];
  });
  const derived = model && modelShift(model);
  if (derived) found.push(derived);
  return isQuiet(effects) && found.every(({ difference }) => difference === '') ? [] : found;
}

function isQuiet({ totals: _, currency: __, operatingModel: model, ...lists }: ReviewedEffects): boolean {
  return !model && Object.values(lists).every((list) => list.length === 0);
}

function countShift({ before, after }: Shift): Omit<Total, 'label'> {
  return { before: count(before), after: count(after), difference: signed(after - before) };
}

export function costShift({ before, after }: Shift, currency: string): Omit<Total, 'label'> {
  const amount = (value: number): string => `${describeAmount(value)} ${currency}`.trim();
  const difference = after - before;
  return {
    before: amount(before),
    after: amount(after),
    difference: `${difference < 0 ? '−' : '+'}${describeAmount(Math.abs(difference))}`,
  };
}

function modelShift(model: NonNullable<ReviewedEffects['operatingModel']>): Total | undefined {
  const said = (share: number, word: string | undefined): string =>
    `${Math.round(share * 100)}% central${word === undefined || model.before === model.after ? '' : `, ${word}`}`;
  const before = said(model.centralShare.before, model.before);
  const after = said(model.centralShare.after, model.after);
  return before === after ? undefined : { label: 'Operating model', before, after, difference: '' };
}

export function isSame({ before, after }: Shift): boolean {
  return Math.abs(before - after) < 0.005;
}

function isAlike(a: Shift, b: Shift | undefined): boolean {
  return b !== undefined && Math.abs(a.after - a.before - (b.after - b.before)) < 0.005;
}
