import { find, type Measurement } from './measurement.ts';
import { grouped } from './subject.ts';

/** What must hold, with what a run says of it. */
export interface Gate {
  readonly what: string;
  readonly limit: string;
  /** Absent where the run did not measure it. */
  readonly is?: string;
  readonly met?: boolean;
}

/** Ratios within one run, which hold on any machine or on none. */
export function gatesOf(results: readonly Measurement[]): readonly Gate[] {
  const value = (id: string, seats?: number): number | undefined => find(results, id, seats)?.value;
  const ratio = (a: number | undefined, b: number | undefined): number | undefined =>
    a === undefined || b === undefined ? undefined : a / b;
  const edits = ['edit/leaf', 'edit/break', 'edit/rename', 'edit/hub'].flatMap((id) => {
    const each = ratio(value(id, 110_000), value(id, 1000));
    return each === undefined ? [] : [each];
  });
  const seats = value('memory/seat', 110_000);
  return [
    gate(
      'cold check, 110,000 against 10,000 seats',
      '≤ 13 ×',
      times(ratio(value('check/process', 110_000), value('check/process', 10_000))),
      (n) => n <= 13,
    ),
    gate(
      'edit → findings, 110,000 against 1,000 seats, the worst of the edits',
      '≤ 2 ×',
      times(edits.length > 0 ? Math.max(...edits) : undefined),
      (n) => n <= 2,
    ),
    gate(
      'heap of the server for each of 110,000 seats',
      '≤ 2,000 bytes',
      seats === undefined ? undefined : [seats, `${grouped(Math.round(seats))} bytes`],
      (n) => n <= 2000,
    ),
    gate(
      'building two models and comparing them, 110,000 seats, against building them',
      '≤ 1.3 ×',
      times(value('diff/ratio', 110_000)),
      (n) => n <= 1.3,
    ),
    gate(
      'cold check against LikeC4, 10,000 elements',
      '≥ 20 × as fast',
      times(value('likec4/ratio', 10_000)),
      (n) => n >= 20,
    ),
  ];
}

/** What a machine with two cores should do; on another one the same numbers say less. */
export function goalsOf(results: readonly Measurement[]): readonly Gate[] {
  const goal = (what: string, id: string, seats: number | undefined, most: number, p95 = false): Gate => {
    const found = find(results, id, seats);
    const value = p95 ? found?.p95 : found?.value;
    const unit = found?.unit ?? 'ms';
    const is: Value | undefined = value === undefined ? undefined : [value, `${shown(value)} ${unit}`];
    return gate(what, `≤ ${grouped(most)} ${unit}`, is, (n) => n <= most);
  };
  return [
    goal('mktorg check, 110,000 seats, whole process', 'check/process', 110_000, 3000),
    goal('its peak memory', 'check/peak', 110_000, 500),
    goal('edit → findings, 110,000 seats, leaf file, median', 'edit/leaf', 110_000, 10),
    goal('edit → findings, 110,000 seats, leaf file, 95 %', 'edit/leaf', 110_000, 50, true),
    goal('edit → findings, 110,000 seats, file that all refer to, median', 'edit/hub', 110_000, 10),
    goal('edit → findings, 110,000 seats, file that all refer to, 95 %', 'edit/hub', 110_000, 50, true),
    goal('edit → scene of the visible part, 10,000 seats, 95 %', 'chart/edit-visible', 10_000, 100, true),
    goal('completion of a name, 110,000 seats, 95 %', 'ask/name', 110_000, 30, true),
    goal('hover, 110,000 seats, 95 %', 'ask/hover', 110_000, 30, true),
    goal('server ready, 110,000 seats', 'edit/ready', 110_000, 3000),
    goal('its resident memory', 'memory/rss', 110_000, 600),
    goal('lens and layout, 110,000 seats', 'chart/layout', 110_000, 500),
    goal('mktorg --version', 'start/version', undefined, 150),
    goal('mktorg check of a small model', 'start/check', undefined, 350),
  ];
}

type Value = readonly [number: number, text: string];

function gate(what: string, limit: string, is: Value | undefined, meets: (n: number) => boolean): Gate {
  return is ? { what, limit, is: is[1], met: meets(is[0]) } : { what, limit };
}

function times(ratio: number | undefined): Value | undefined {
  return ratio === undefined ? undefined : [ratio, `${shown(ratio)} ×`];
}

function shown(value: number): string {
  return value >= 100 ? grouped(Math.round(value)) : value.toPrecision(2).replace(/\.0$/, '');
}
