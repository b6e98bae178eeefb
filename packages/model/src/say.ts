import type { Field } from './change/fields.ts';
import { describeDuration, describeMeasure, describeMoney, describeShare } from './describe.ts';
import type { ElementId, PhaseChange, Ref, Responsibility } from './elements.ts';
import { label } from './elements.ts';
import type { FieldValues } from './field-values.ts';
import type { ElementKind } from './kinds.ts';
import type { OrgModel } from './model.ts';
import { findPlanned } from './model.ts';

/** How the element is called in a model: its title, or else its name. */
export function nameIn(model: OrgModel, id: ElementId): string {
  const element = findPlanned(model, id);
  if (element?.kind === 'dotted-line')
    return `${nameIn(model, element.from.id)} ..> ${nameIn(model, element.to.id)}`;
  return element ? label(element) : id.slice(id.indexOf(':') + 1);
}

type Sayings = {
  readonly [T in Field['type']]: (value: FieldValues[T], name: (id: ElementId) => string) => string;
};

const sayings: Sayings = {
  string: (text) => text,
  ref: ({ id }, name) => name(id),
  word: ({ value }) => value,
  text: ({ value }) => value,
  number: ({ value }) => value.toLocaleString('en'),
  flag: () => 'yes',
  money: describeMoney,
  moment: ({ text }) => text,
  duration: describeDuration,
  link: ({ text, url }) => (url === undefined ? text : `${text} (${url})`),
  measure: describeMeasure,
  responsibility: ({ involvement, capabilities, activities, with: partners, because }, name) => {
    const parts = [`${involvementWords[involvement]} ${names(capabilities, name)}`];
    if (activities.length > 0) parts.push(`to ${names(activities, name)}`);
    if (partners.length > 0) parts.push(`with ${names(partners, name)}`);
    if (because) parts.push(`because ${because.value}`);
    return parts.join(' ');
  },
  use: ({ by, purposes }, name) =>
    purposes.length === 0 ? name(by) : `${name(by)} for ${purposes.join(', ')}`,
  holder: ({ name: own, person }, name) => (person === undefined ? own : name(person)),
  member: ({ who, share }, name) =>
    share === undefined ? name(who) : `${name(who)} at ${describeShare(share)}`,
  interim: ({ until }) => (until ? `until ${until.text}` : 'yes'),
  'personal-data': ({ under }, name) => (under.length === 0 ? 'yes' : `under ${names(under, name)}`),
  intake: ({ platform, channel }, name) => (platform === undefined ? (channel ?? '') : name(platform)),
  transition: ({ from, to }) => `from ${from.value} to ${to.value}`,
  weighed: ({ what, answer }) => (answer === undefined ? what : `${what} (${answer})`),
  allow: ({ rule, because }) => (because === undefined ? rule : `${rule} because ${because}`),
  change: ({ type, what, lines = [], target, order, text, states, adds }, name) => {
    const [first] = adds;
    const gone = [
      ...what.map(({ id }) => name(id)),
      ...lines.map(({ from, to }) => `${name(from.id)} ..> ${name(to.id)}`),
    ];
    const subject = type === 'add' && first ? name(first.id) : gone.join(', ');
    const parts = [`${type} ${subject}`];
    if (target) parts.push(`${links[type] ?? 'to'} ${name(target.id)}`);
    if (order) parts.push(`${order.where} ${name(order.step.id)}`);
    if (states.length > 0) parts.push([...new Set(states.map(({ field }) => spaced(field)))].join(', '));
    if (text) parts.push(type === 'told' ? text.value : `because ${text.value}`);
    return parts.join(' ');
  },
};

const involvementWords: { readonly [I in Responsibility['involvement']]: string } = {
  responsible: 'responsible for',
  accountable: 'accountable for',
  consulted: 'consulted on',
  informed: 'informed of',
};
const links: { readonly [type in PhaseChange['type']]?: string } = {
  merge: 'into',
  retire: 'replaced by',
  source: 'by',
};

function names(refs: readonly Ref[], name: (id: ElementId) => string): string {
  return refs.map(({ id }) => name(id)).join(', ');
}

/** A value of a field in words: names as the model calls them, unless somebody has others. */
export function sayValue(
  model: OrgModel,
  type: Field['type'],
  value: unknown,
  name: (id: ElementId) => string = (id) => nameIn(model, id),
): string {
  // The schema says which type of value a field holds, and a test holds it against the types of the elements.
  const say = sayings[type] as (value: unknown, name: (id: ElementId) => string) => string;
  return say(value, name);
}

const fieldWords: { readonly [field: string]: string } = {
  term: 'is',
  form: 'as',
  scope: 'for',
  order: 'order',
  sourceId: 'id',
  responsibilities: 'responsibility',
  uses: 'used by',
  holders: 'held by',
  allows: 'accepts',
  description: 'description',
};

/** What a field is called in a table of changes. */
export function sayField({ name, keyword }: Pick<Field, 'name' | 'keyword'>): string {
  return fieldWords[name] ?? keyword;
}

/** `budget owner` of `budgetOwner`. */
function spaced(field: string): string {
  return fieldWords[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** `business line`, `AI capability`. */
export function sayKind(kind: ElementKind): string {
  return kind === 'ai' ? 'AI capability' : kind.replaceAll('-', ' ');
}
