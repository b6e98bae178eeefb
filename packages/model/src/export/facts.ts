import type { FieldType } from '../change/fields.ts';
import { fieldOf } from '../change/fields.ts';
import type {
  Duration,
  Element,
  Measure,
  Moment,
  Money,
  PhaseChange,
  Quantity,
  Ref,
  Stated,
} from '../elements.ts';
import type { FieldValues } from '../field-values.ts';
import { organizationKindOf } from '../namesakes.ts';
import { propertiesOf } from '../schema.ts';
import type { Draft } from './json.ts';
import { some } from './json.ts';

const encoders: { readonly [T in Exclude<FieldType, 'change'>]: (value: FieldValues[T]) => Draft } = {
  string: (text) => text,
  duration: durationOf,
  ref: ({ id }) => id,
  word: ({ value }) => value,
  text: ({ value }) => value,
  number: ({ value }) => value,
  flag: () => true,
  money: moneyOf,
  moment: momentOf,
  link: ({ text, url }) => ({ text, url }),
  measure: measureOf,
  responsibility: ({ involvement, capabilities, activities, with: partners, because }) => ({
    involvement,
    capabilities: ids(capabilities),
    activities: some(ids(activities)),
    with: some(ids(partners)),
    because: because?.value,
  }),
  use: ({ by, purposes }) => ({ by, purposes: some(purposes) }),
  holder: ({ name, person }) => ({ name, person }),
  member: ({ who, share }) => ({ who, share }),
  interim: ({ until }) => ({ until: until && momentOf(until) }),
  'personal-data': ({ under }) => ({ under: some(ids(under)) }),
  intake: ({ platform, channel }) => ({ platform, channel }),
  transition: ({ from, to }) => ({ from: from.value, to: to.value }),
  weighed: ({ what, answer }) => ({ what, answer }),
  allow: ({ rule, because }) => ({ rule, because }),
};

/** One value of a field, as it leaves the program. */
export function encoded(type: keyof typeof encoders, value: unknown): Draft {
  // The schema says which type of value a field holds, and a test holds it against the types of the elements.
  const encode = encoders[type] as (value: unknown) => Draft;
  return encode(value);
}

/** What the statements of an element say, under the names of its fields; lists that are empty are left out. */
export function factsOf(element: Element): { readonly [field: string]: Draft } {
  const facts: { [field: string]: Draft } = {};
  for (const { field, type, many } of propertiesOf(element.kind).values()) {
    const value: unknown = Reflect.get(element, field);
    if (value === undefined || field in facts) continue;
    if (many === 'one') facts[field] = encoded(type, value);
    else if (Array.isArray(value) && value.length > 0) facts[field] = value.map((one) => encoded(type, one));
  }
  return facts;
}

/** What stands in headers. */
export function headerFacts(element: Element): { readonly [field: string]: Draft } {
  switch (element.kind) {
    case 'step':
      return { within: element.within && durationOf(element.within), approval: element.approval && true };
    case 'objective':
      return { measure: element.measure && measureOf(element.measure) };
    case 'dotted-line':
      return { from: element.from.id, to: element.to.id, purpose: element.purpose?.value };
    case 'phase':
      return {
        from: element.from && momentOf(element.from),
        to: element.to && momentOf(element.to),
        changes: some(element.changes.map(changeOf)),
      };
    default:
      return {};
  }
}

export function changeOf({ type, what, lines = [], target, order, text, adds, states }: PhaseChange): Draft {
  return {
    type,
    what: ids(what),
    lines: some(lines.map(({ from, to }) => ({ from: from.id, to: to.id }))),
    target: target?.id,
    order: order && { where: order.where, step: order.step.id },
    text: text?.value,
    adds: some(adds.map(({ id }) => id)),
    states: some(states.map((state) => statedOf(state, what))),
  };
}

/** The kinds that a change speaks of share the field, or it could not be stated of them. */
function statedOf({ field: name, sign, value }: Stated, what: readonly Ref[]): Draft {
  for (const { id } of what) {
    const kind = organizationKindOf(id);
    const field = kind && fieldOf(kind, name);
    if (!field || field.type === 'change') continue;
    return { field: name, sign, value: value === undefined ? undefined : encoded(field.type, value) };
  }
  return { field: name, sign };
}

export function ids(refs: readonly Ref[]): readonly string[] {
  return refs.map(({ id }) => id);
}

export function moneyOf({ amount, currency, per }: Pick<Money, 'amount' | 'currency' | 'per'>): Draft {
  return { amount, currency, per };
}

function momentOf({ text, from, to }: Moment): Draft {
  return { text, from, to };
}

export function durationOf({ amount, unit }: Duration): Draft {
  return { amount, unit };
}

function measureOf({ what, from, to, by }: Measure): Draft {
  return { what, from: from && quantityOf(from), to: to && quantityOf(to), by: by && momentOf(by) };
}

function quantityOf({ value, unit, text }: Quantity): Draft {
  return { value, unit, text };
}
