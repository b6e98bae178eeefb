import { isPeopleField, isPlatformField, type PeopleField, type PlatformField } from './fields.ts';
import type { Mapping } from './mapping.ts';
import { normalizeHeading } from './normalize.ts';
import { payHeadings, peopleHeadings } from './people-headings.ts';
import { platformHeadings } from './platform-headings.ts';

/** What became of one column. */
export interface ColumnUse<F extends string = string> {
  readonly heading: string;
  /** Position in the row, from 0. */
  readonly index: number;
  /** The field it holds; absent where it is not used. */
  readonly field?: F;
  readonly how:
    | 'recognized'
    | 'mapped'
    /** Names a field that an earlier or a mapped column holds already. */
    | 'second-choice'
    /** Pay: left out unless it is mapped. */
    | 'private'
    /** Mapped to `ignore`. */
    | 'ignored'
    | 'unknown';
}

export interface Columns<F extends string = string> {
  readonly uses: readonly ColumnUse<F>[];
  /** Positions of the columns that hold a field, best first; no field is here with an empty list. */
  readonly of: ReadonlyMap<F, readonly number[]>;
}

/** Fields that several columns may hold at once. */
const plural: ReadonlySet<string> = new Set(['id', 'note', 'dotted', 'regulation', 'link']);

/** Which column of a table of people holds what; an explicit mapping wins over what is recognized. */
export function recognizeHeadings(headings: readonly string[], mapping?: Mapping): Columns<PeopleField> {
  return recognize(headings, mapping, peopleIndex(), isPeopleField);
}

/** The same for a table of platforms. */
export function recognizePlatformHeadings(
  headings: readonly string[],
  mapping?: Mapping,
): Columns<PlatformField> {
  return recognize(headings, mapping, platformIndex(), isPlatformField);
}

/** How many different known columns a row would name if it were the headings. */
export function countRecognized(cells: readonly string[]): number {
  const people = new Set<string>();
  const platforms = new Set<string>();
  for (const cell of cells) {
    if (cell.length > 60) continue;
    const key = normalizeHeading(cell);
    const person = peopleIndex().get(key);
    if (person) people.add(person.field);
    const platform = platformIndex().get(key);
    if (platform) platforms.add(platform.field);
  }
  return Math.max(people.size, platforms.size);
}

interface Known<F> {
  readonly field: F;
  /** Lower is better. */
  readonly rank: number;
}
type Index<F> = ReadonlyMap<string, Known<F>>;

function recognize<F extends string>(
  headings: readonly string[],
  mapping: Mapping | undefined,
  index: Index<F>,
  isField: (word: string) => word is F,
): Columns<F> {
  const mapped = mappedColumns(headings, mapping, isField);
  const taken = new Set([...mapped.values()]);
  const candidates = headings.map((heading, i): { i: number; known?: Known<F> } => {
    const known = mapped.has(i) ? undefined : index.get(normalizeHeading(heading.replace(/ \(\d+\)$/, '')));
    return known ? { i, known } : { i };
  });
  const chosen = new Set<number>();
  const byRank = candidates
    .flatMap(({ i, known }) => (known ? [{ i, ...known }] : []))
    .sort((a, b) => a.rank - b.rank || a.i - b.i);
  const of = new Map<F, number[]>();
  for (const [i, field] of mapped) if (field !== 'ignore') push(of, field, i);
  for (const { i, field } of byRank) {
    if (taken.has(field) && !plural.has(field)) continue;
    taken.add(field);
    chosen.add(i);
    push(of, field, i);
  }
  const uses = headings.map((heading, i): ColumnUse<F> => {
    const base = { heading, index: i };
    const by = mapped.get(i);
    if (by === 'ignore') return { ...base, how: 'ignored' };
    if (by) return { ...base, field: by, how: 'mapped' };
    const known = candidates[i]?.known;
    if (known) return { ...base, field: known.field, how: chosen.has(i) ? 'recognized' : 'second-choice' };
    return { ...base, how: payHeadings().has(normalizeHeading(heading)) ? 'private' : 'unknown' };
  });
  return { uses, of };
}

function mappedColumns<F extends string>(
  headings: readonly string[],
  mapping: Mapping | undefined,
  isField: (word: string) => word is F,
): ReadonlyMap<number, F | 'ignore'> {
  const mapped = new Map<number, F | 'ignore'>();
  for (const { field, heading } of mapping ?? []) {
    const i = findHeading(headings, heading);
    if (i >= 0 && (field === 'ignore' || isField(field))) mapped.set(i, field);
  }
  return mapped;
}

/** The column that a mapping means: the very heading, or else one that differs in case and punctuation only. */
export function findHeading(headings: readonly string[], wanted: string): number {
  const exact = headings.indexOf(wanted);
  if (exact >= 0) return exact;
  const key = normalizeHeading(wanted);
  return key === '' ? -1 : headings.findIndex((heading) => normalizeHeading(heading) === key);
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

// Built at first use: a thousand headings are normalized, and most commands import nothing.
let people: Index<PeopleField> | undefined;
let platforms: Index<PlatformField> | undefined;

function peopleIndex(): Index<PeopleField> {
  people ??= indexOf(peopleHeadings(), isPeopleField);
  return people;
}

function platformIndex(): Index<PlatformField> {
  platforms ??= indexOf(platformHeadings(), isPlatformField);
  return platforms;
}

function indexOf<F extends string>(
  headings: { readonly [field in F]: readonly string[] },
  isField: (word: string) => word is F,
): Index<F> {
  const index = new Map<string, Known<F>>();
  for (const field of Object.keys(headings)) {
    if (!isField(field)) continue;
    headings[field].forEach((heading, rank) => {
      if (!index.has(heading)) index.set(heading, { field, rank });
    });
  }
  return index;
}
