import type { Element, Holder, Money, PersonalData, Role } from '../elements.ts';
import type { ElementKind } from '../kinds.ts';
import type { OrgModel } from '../model.ts';
import type { Place } from '../place.ts';
import { seatsOf } from '../queries/headcount.ts';
import { withValues } from './apply.ts';
import { comparable } from './comparable.ts';
import type { Field } from './fields.ts';
import { fieldsOf } from './fields.ts';
import { memberKey, rawValues } from './surgery.ts';

/** What stays with the element that said it. */
const own: ReadonlySet<string> = new Set([
  'title',
  'description',
  'term',
  'form',
  'sourceId',
  'previously',
  'allows',
  // Where it stands.
  'lead',
  'reportsTo',
  'ruling',
]);

/** The same by kind: of a role, what is worked out for all its seats, and what is so of them; of a platform, how far it is. */
const ownOfKind: { readonly [kind in ElementKind]?: ReadonlySet<string> } = {
  role: new Set(['seats', 'holders', 'cost', 'fte', 'level', 'span', 'interim', 'location']),
  platform: new Set(['status', 'renews']),
};

/**
 * One element with what another of its kind said: lists together, money added up, and what it had not said. A merger
 * of roles changes no total: their seats add up, and what is said of each seat is the mean over all of them.
 *
 * @param at where that is said, for those who come to sit there
 * @param model whose rates tell what money is worth
 */
export function united(element: Element, other: Element, at: Place, model: OrgModel): Element {
  if (element.kind !== other.kind) return element;
  let result = element;
  for (const field of fieldsOf(element.kind)) {
    if (own.has(field.name) || ownOfKind[element.kind]?.has(field.name)) continue;
    const theirs = rawValues(other, field);
    if (theirs.length > 0)
      result = withValues(result, field, valuesOf(rawValues(element, field), theirs, field, model));
  }
  return element.kind === 'role' && other.kind === 'role' && result.kind === 'role'
    ? withSeats(result, element, other, at, model)
    : result;
}

function valuesOf(
  mine: readonly unknown[],
  theirs: readonly unknown[],
  { many, type }: Field,
  model: OrgModel,
): readonly unknown[] {
  if (many === 'list') return joined([...mine, ...theirs]);
  const [first] = mine;
  const [second] = theirs;
  if (type === 'money' && isMoney(first) && isMoney(second)) {
    const [a, b] = comparable(model, first, second);
    return [{ ...a, amount: rounded(a.amount + b.amount) }];
  }
  if (isPersonalData(first) && isPersonalData(second)) {
    return [{ ...first, under: joined([...first.under, ...second.under]) }];
  }
  return mine.length > 0 ? mine : theirs;
}

/** Members that both have stand once, as the first has them. */
function joined(values: readonly unknown[]): readonly unknown[] {
  const byKey = new Map<string, unknown>();
  for (const value of values) if (!byKey.has(memberKey(value))) byKey.set(memberKey(value), value);
  return [...byKey.values()];
}

function withSeats(role: Role, a: Role, b: Role, at: Place, model: OrgModel): Role {
  const [mine, theirs] = [seatsOf(a), seatsOf(b)];
  const mean = (first: number, second: number): number =>
    mine + theirs === 0 ? first : share(first * mine + second * theirs, mine + theirs);
  const cost = meanCost(a.cost, b.cost, mean, model);
  // Nine digits are enough for any total of working time, and short enough for a card.
  const fte = rounded(mean(a.fte?.value ?? 1, b.fte?.value ?? 1), 1e9);
  const whole = a.fte ?? b.fte;
  const known = new Set(a.holders.map(memberKey));
  const coming = b.holders.filter((holder) => !known.has(memberKey(holder)));
  // Who sat in both sits in one.
  const seats = Math.max(mine + theirs - (b.holders.length - coming.length), 0);
  return {
    ...role,
    holders: [...a.holders, ...coming.map((holder): Holder => ({ ...holder, at }))],
    ...(seats !== mine && { seats: { value: seats, at: (a.seats ?? b.seats)?.at ?? at } }),
    ...(cost && { cost }),
    ...(whole && { fte: { ...whole, value: fte } }),
  };
}

function meanCost(
  a: Money | undefined,
  b: Money | undefined,
  mean: (first: number, second: number) => number,
  model: OrgModel,
): Money | undefined {
  if (!a || !b) {
    const either = a ?? b;
    return either && { ...either, amount: mean(a?.amount ?? 0, b?.amount ?? 0) };
  }
  const [first, second] = comparable(model, a, b);
  return { ...first, amount: mean(first.amount, second.amount) };
}

/** What each of several has of a total: as short as can be without changing the total. */
function share(total: number, count: number): number {
  const short = rounded(total / count);
  return short * count === total ? short : total / count;
}

/** Without the dust of binary fractions. */
function rounded(value: number, parts = 1e6): number {
  return Math.round(value * parts) / parts;
}

function isMoney(value: unknown): value is Money {
  return (
    typeof value === 'object' && value !== null && 'currency' in value && 'amount' in value && 'per' in value
  );
}

function isPersonalData(value: unknown): value is PersonalData {
  return typeof value === 'object' && value !== null && 'under' in value && Array.isArray(value.under);
}
