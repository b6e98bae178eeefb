import type { Matching } from './change/match.ts';
import { elementsByKind } from './element-table.ts';
import type { DottedLine, Element, ElementId, Holder, PhaseChange, Stated } from './elements.ts';
import type { OrgModel } from './model.ts';
import { pathOf } from './namesakes.ts';
import type { Place } from './place.ts';
import type { Somebody } from './queries/people.ts';
import { people } from './queries/people.ts';
import { withoutQuotes } from './redact.ts';
import { isReferenceKey } from './reference-keys.ts';

/** The same organization before and after, without the names of its people. */
export interface Pseudonymous {
  readonly before: OrgModel;
  readonly after: OrgModel;
  /** What an id of either model is now. */
  readonly idOf: (id: ElementId) => ElementId;
}

/**
 * Two states of an organization with people called `Person 1`, `Person 2`: everything that can be compared, judged and
 * counted is as it was, and whoever was the same is. Notes, stances, personnel numbers, who was told and how, and what
 * persons say of themselves are left out in words only, so that it can still be seen that they changed. Numbers follow
 * the text, those whose seats change first. It cannot know of names in titles and reasons. O(size of both).
 */
export function withPseudonyms(
  before: OrgModel,
  after: OrgModel,
  matching?: Pick<Matching, 'after'>,
): Pseudonymous {
  const names = new Names();
  for (const { name, person } of inOrder(before, after, matching)) names.meet(name, person?.id);
  for (const model of [after, before]) {
    for (const element of [...model.byKind['dotted-line'], ...model.added.values()]) {
      if (element.kind === 'dotted-line') names.meetLine(element);
    }
  }
  return {
    before: disguised(before, names),
    after: disguised(after, names),
    idOf: (id) => names.idOf(id),
  };
}

/** Those of both models, first such as sit elsewhere than they did. */
function inOrder(before: OrgModel, after: OrgModel, matching?: Pick<Matching, 'after'>): readonly Somebody[] {
  const seats = (model: OrgModel, now: (id: ElementId) => ElementId): ReadonlyMap<string, string> =>
    new Map(people(model).map((each) => [each.key, each.seats.map(({ role }) => now(role.id)).join(' ')]));
  const was = seats(before, (id) => matching?.after.get(id) ?? id);
  const is = seats(after, (id) => id);
  const all = [...people(after), ...people(before)];
  const moves = ({ key }: Somebody): boolean => was.get(key) !== is.get(key);
  return [...all.filter(moves), ...all.filter((each) => !moves(each))];
}

/** What everybody is called instead. What was different stays different. */
class Names {
  readonly #labels = new Map<string, string>();
  readonly #ids = new Map<ElementId, ElementId>();
  readonly #taken = new Set<ElementId>();
  readonly #texts = new Map<string, number>();

  meet(label: string, id: ElementId | undefined): void {
    const number = this.labelOf(label).slice(person.length + 1);
    if (id !== undefined) this.#take(id, number);
  }

  /** The id of a dotted line has the names of its ends. */
  meetLine({ id, from, to }: DottedLine): void {
    const [was, is] = [from.id, to.id].map((end) => pathOf(this.idOf(end)));
    if (was === pathOf(from.id) && is === pathOf(to.id)) return;
    const number = /#\d+$/.exec(id)?.[0] ?? '';
    this.#ids.set(id, `dotted-line:${was}..>${is}${number}`);
  }

  labelOf(label: string): string {
    const known = this.#labels.get(label);
    if (known !== undefined) return known;
    const fresh = `${person} ${this.#labels.size + 1}`;
    this.#labels.set(label, fresh);
    return fresh;
  }

  idOf(id: ElementId): ElementId {
    const known = this.#ids.get(id);
    if (known !== undefined || !id.startsWith('person:')) return known ?? id;
    return this.#take(id, `x${this.#ids.size + 1}`);
  }

  #take(id: ElementId, number: string): ElementId {
    const known = this.#ids.get(id);
    if (known !== undefined) return known;
    let fresh = `person:person-${number}`;
    // Two people may have one name.
    if (this.#taken.has(fresh)) fresh += `-${this.#ids.size + 1}`;
    this.#taken.add(fresh);
    this.#ids.set(id, fresh);
    return fresh;
  }

  /** Which of the texts that are left out it is. */
  hidden(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }
}

const person = 'Person';

function disguised(model: OrgModel, names: Names): OrgModel {
  const disguise = (all: Iterable<Element>) => {
    const kept = new Map<ElementId, Element>();
    for (const element of all) {
      const other = withoutNames(element, names);
      kept.set(other.id, other);
    }
    return kept;
  };
  const elements = disguise(model.elements.values());
  return {
    ...model,
    elements,
    added: disguise(model.added.values()),
    byKind: elementsByKind(elements.values()),
    problems: withoutQuotes(model.problems),
  };
}

/** What may name somebody or say something of them, whatever it stands in. */
const personal: ReadonlySet<string> = new Set(['notes', 'stance', 'sourceId']);
/** The same of a person. */
const words: ReadonlySet<string> = new Set(['location', 'links', 'tags', 'description', 'previously']);

function withoutNames(element: Element, names: Names): Element {
  const isPerson = element.kind === 'person';
  let copy: { [field: string]: unknown } | undefined;
  for (const [field, value] of Object.entries(element)) {
    const isHidden = personal.has(field) || (isPerson && words.has(field));
    const other = isHidden ? hidden(value, names) : fieldWithoutNames(field, value, names);
    if (other === value) continue;
    copy ??= { ...element };
    copy[field] = other;
  }
  const id = names.idOf(element.id);
  if (id === element.id) return copy === undefined ? element : (copy as unknown as Element);
  const { title } = element;
  return {
    ...(copy ?? element),
    id,
    name: pathOf(id),
    path: pathOf(id),
    ...(isPerson && title !== undefined && { title: names.labelOf(title) }),
  } as Element;
}

function fieldWithoutNames(field: string, value: unknown, names: Names): unknown {
  if (field === 'changes') return (value as readonly PhaseChange[]).map((each) => quietly(each, names));
  if (field === 'holders') return Array.isArray(value) ? value.map((one) => holder(one, names)) : value;
  return mapped(value, names);
}

function holder({ name, person: id, at }: Holder, names: Names): Holder {
  return { name: names.labelOf(name), ...(id !== undefined && { person: names.idOf(id) }), at };
}

function quietly(change: PhaseChange, names: Names): PhaseChange {
  const { type, what, text, adds, states, ...rest } = change;
  const isAboutPerson = what.some(({ id }) => id.startsWith('person:'));
  return {
    ...mapped(rest, names),
    type,
    what: mapped(what, names),
    ...(text && { text: type === 'told' ? hidden(text, names) : text }),
    adds: adds.map((element) => withoutNames(element, names)),
    states: states.map((state) => stated(state, names, isAboutPerson)),
  };
}

function stated(state: Stated, names: Names, isAboutPerson: boolean): Stated {
  const { field, value } = state;
  if (value === undefined) return state;
  if (personal.has(field) || (isAboutPerson && words.has(field)))
    return { ...state, value: hidden(value, names) };
  if (isAboutPerson && field === 'title') return { ...state, value: names.labelOf(String(value)) };
  return { ...state, value: field === 'holders' ? holder(value as Holder, names) : mapped(value, names) };
}

/** A text or a list of them, in words that say nothing; what was equal stays equal, and nothing else is. */
function hidden<T>(value: T, names: Names): T;
function hidden(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.length === 0 ? value : value.map((one) => hidden(one, names));
  if (typeof value === 'string') return `${leftOut} ${names.hidden(value) + 1}`;
  if (typeof value !== 'object' || value === null) return value;
  const { at, ...said } = value as { readonly at?: Place };
  return {
    ...('text' in value ? { text: leftOut } : { value: leftOut }),
    left: names.hidden(JSON.stringify(said)),
    at,
  };
}

const leftOut = 'left out';

/** The value with persons called otherwise; the very same where it names none. */
function mapped<T>(value: T, names: Names): T;
function mapped(value: unknown, names: Names): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const others = value.map((one: unknown) => mapped(one, names));
    return others.every((other, index) => other === value[index]) ? value : others;
  }
  let copy: { [key: string]: unknown } | undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'at') continue;
    const other =
      typeof inner === 'string' ? (isReferenceKey(key) ? names.idOf(inner) : inner) : mapped(inner, names);
    if (other === inner) continue;
    copy ??= { ...value };
    copy[key] = other;
  }
  return copy ?? value;
}
