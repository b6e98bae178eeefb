import type { Element, Stated } from '../elements.ts';
import { referenceKeys } from '../reference-keys.ts';
import { withValues } from './apply.ts';
import { fieldOf } from './fields.ts';
import { distinct, memberKey } from './surgery.ts';
import { keyOf } from './values.ts';

/**
 * The element with what a change states anew: values replace, and those with a sign add to a list or take from it. An
 * `allow` always adds.
 * `idle` is what makes no difference.
 */
export function restated(
  element: Element,
  states: readonly Stated[],
): { readonly element: Element; readonly idle: readonly Stated[] } {
  const idle: Stated[] = [];
  let result = element;
  for (const [name, group] of Map.groupBy(states, ({ field }) => field)) {
    const field = fieldOf(element.kind, name);
    if (!field) continue;
    // Who accepts one more finding takes back nothing that was accepted before.
    const usual = name === 'allows' ? '+' : undefined;
    const plain = group.filter(({ sign = usual }) => sign === undefined);
    const plus = group.filter(({ sign = usual }) => sign === '+');
    const minus = group.filter(({ sign }) => sign === '-');
    const current: unknown = Reflect.get(result, name);
    const before: readonly unknown[] = Array.isArray(current)
      ? current
      : current === undefined
        ? []
        : [current];
    const held = new Map(before.map((value) => [memberKey(value), value]));
    const all = minus.some(({ value }) => value === undefined);
    const base = plain.length > 0 ? plain.map(({ value }) => value) : all ? [] : before;
    const going = new Set(minus.map(({ value }) => memberKey(value)));
    // To add a bare name takes nothing back of what is said of it already.
    const arriving = plus.map(({ value }) => (isBare(value) ? (held.get(memberKey(value)) ?? value) : value));
    const coming = new Set(arriving.map(memberKey));
    const kept = base.filter((value) => !going.has(memberKey(value)) && !coming.has(memberKey(value)));
    const values = [...kept, ...arriving];
    result = withValues(result, field, field.many === 'one' ? values.slice(-1) : distinct(values));
    idle.push(...idleOf(before, plain, plus, minus));
  }
  return { element: result, idle };
}

function idleOf(
  before: readonly unknown[],
  plain: readonly Stated[],
  plus: readonly Stated[],
  minus: readonly Stated[],
): readonly Stated[] {
  const said = new Set(before.map(meaning));
  const members = new Set(before.map(memberKey));
  const [first] = plain;
  const same =
    first && said.size === plain.length && plain.every(({ value }) => said.has(meaning(value)))
      ? [first]
      : [];
  return [
    ...same,
    ...(plain.length > 0
      ? []
      : plus.filter(
          ({ value }) => said.has(meaning(value)) || (isBare(value) && members.has(memberKey(value))),
        )),
    ...minus.filter(({ value }) =>
      value === undefined ? before.length === 0 : !members.has(memberKey(value)),
    ),
  ];
}

/** Whether a value says nothing but whom or what it is about. */
function isBare(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(
    ([key, inner]) => naming.has(key) || inner === undefined || (Array.isArray(inner) && inner.length === 0),
  );
}

const naming: ReadonlySet<string> = new Set([...referenceKeys, 'name', 'at', 'involvement', 'capabilities']);

function meaning(value: unknown): string {
  return keyOf(value, (id) => id);
}
