/** One number that was measured, as it stands in the results. */
export interface Measurement {
  /** What was measured, stable from run to run: `check/process`. */
  readonly id: string;
  /** As the table says it. */
  readonly label: string;
  /** Seats of the organization; absent where it does not depend on them. */
  readonly seats?: number;
  readonly unit: Unit;
  /** The median of the samples, unless the label says otherwise. */
  readonly value: number;
  readonly p95?: number;
  readonly samples?: readonly number[];
}

export type Unit = 'ms' | 'MB' | 'kB' | 'bytes' | '×';

/** The median, and the 95th percentile where there are samples enough to speak of one. */
export function measured(
  what: Pick<Measurement, 'id' | 'label' | 'unit'> & { readonly seats?: number },
  samples: readonly number[],
): Measurement {
  const rounded = samples.map(roundTo4);
  return {
    ...what,
    value: roundTo4(percentile(samples, 50)),
    ...(samples.length >= 10 && { p95: roundTo4(percentile(samples, 95)) }),
    ...(samples.length > 1 && { samples: rounded }),
  };
}

/** By nearest rank; the median of an even number is the mean of the two in the middle. */
export function percentile(samples: readonly number[], percent: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  const value = sorted[rank - 1] ?? Number.NaN;
  return percent === 50 && sorted.length % 2 === 0 ? (value + (sorted[rank] ?? value)) / 2 : value;
}

/** What a run says of one thing. */
export function find(results: readonly Measurement[], id: string, seats?: number): Measurement | undefined {
  return results.find((each) => each.id === id && each.seats === seats);
}

function roundTo4(value: number): number {
  return Number(value.toPrecision(4));
}
