import { elementsByKind } from './element-table.ts';
import type { Element, ElementId, PhaseChange } from './elements.ts';
import type { Problem } from './fragment.ts';
import { perModel } from './memo.ts';
import type { OrgModel } from './model.ts';
import { kindOf } from './namesakes.ts';
import { people } from './queries/people.ts';
import { rememberSource } from './source.ts';

/**
 * The organization without its people, for eyes that may see roles only: no persons and holders, notes, stances,
 * personnel numbers, and nobody who was told. Where a statement names a person, their first seat is named instead, or
 * nobody. Which seats are vacant is still known. What is wrong with the text is told by its rule and place alone, as it
 * may quote names.
 */
export const redactPeople = perModel((model): OrgModel => {
  const seats = new Map<ElementId, ElementId | undefined>();
  for (const { person, seats: held } of people(model)) if (person) seats.set(person.id, held[0]?.role.id);
  const redact = (all: Iterable<Element>) => {
    const kept = new Map<ElementId, Element>();
    for (const element of all) {
      const redacted = withoutPeople(element, seats);
      if (redacted) kept.set(redacted.id, redacted);
    }
    return kept;
  };
  const elements = redact(model.elements.values());
  const redacted: OrgModel = {
    ...model,
    elements,
    added: redact(model.added.values()),
    byKind: elementsByKind(elements.values()),
    problems: withoutQuotes(model.problems),
  };
  rememberSource(redacted, model);
  return redacted;
});

/** What is wrong, without the text that it quotes. */
export function withoutQuotes(problems: readonly Problem[]): readonly Problem[] {
  return problems.map(({ rule, at }) => ({
    rule,
    message: 'What is wrong here is left out, for it may name somebody.',
    at,
  }));
}

type Seats = ReadonlyMap<ElementId, ElementId | undefined>;

function withoutPeople(element: Element, seats: Seats): Element | undefined {
  if (element.kind === 'person') return undefined;
  const { sourceId: _, ...anonymous } = element;
  const quiet: { [field: string]: unknown } = { ...anonymous, notes: [] };
  if (element.kind === 'role') quiet['holders'] = [];
  if (element.kind === 'stakeholder') delete quiet['stance'];
  if (element.kind === 'phase')
    quiet['changes'] = element.changes.flatMap((change) => quietly(change, seats));
  for (const [field, value] of Object.entries(quiet)) {
    const kept = withSeats(value, seats);
    if (kept === undefined) delete quiet[field];
    else quiet[field] = kept;
  }
  // A dotted line that has lost an end is none.
  if (element.kind === 'dotted-line' && !('from' in quiet && 'to' in quiet)) return undefined;
  return quiet as unknown as Element;
}

const personal: ReadonlySet<string> = new Set(['notes', 'holders', 'stance', 'sourceId']);

/** A change of a phase without people: nobody is told, and what it brings and states names no one. */
function quietly(change: PhaseChange, seats: Seats): readonly PhaseChange[] {
  if (change.type === 'told') return [];
  const adds = change.adds.flatMap((element) => withoutPeople(element, seats) ?? []);
  if (adds.length === 0 && change.adds.length > 0) return [];
  const states = change.states.flatMap((state) => {
    if (state.value === undefined) return [state];
    if (personal.has(state.field)) return [];
    if (typeof state.value === 'string') return [state];
    const value = withSeats(state.value, seats);
    return typeof value === 'object' && value !== null ? [{ ...state, value }] : [];
  });
  const { lines = [], ...rest } = change;
  const kept = lines.filter(({ from, to }) => !isPerson(from.id) && !isPerson(to.id));
  const what = change.what.filter(({ id }) => !isPerson(id));
  // What happens to a person happens to no seat of theirs.
  if (what.length + kept.length === 0 && change.what.length + lines.length > 0) return [];
  return [{ ...rest, what, ...(kept.length > 0 && { lines: kept }), adds, states }];
}

/** Today's persons and those that phases add. */
function isPerson(id: ElementId): boolean {
  return kindOf(id) === 'person';
}

/** The keys that hold the id of another element, see the types of the elements. */
const idKeys = ['id', 'by', 'who', 'platform'];

/** A value with persons replaced by seats; `undefined` where only a person was in it. */
function withSeats(value: unknown, seats: Seats): unknown {
  if (Array.isArray(value)) return value.flatMap((one) => withSeats(one, seats) ?? []);
  if (typeof value !== 'object' || value === null) return value;
  for (const key of idKeys) {
    const id: unknown = Reflect.get(value, key);
    if (typeof id !== 'string' || !isPerson(id)) continue;
    const seat = seats.get(id);
    return seat === undefined ? undefined : { ...value, [key]: seat };
  }
  return 'at' in value ? mapped(value, seats) : value;
}

function mapped(value: object, seats: Seats): unknown {
  const copy: { [key: string]: unknown } = {};
  for (const [key, inner] of Object.entries(value)) {
    const kept = key === 'at' ? inner : withSeats(inner, seats);
    if (kept !== undefined) copy[key] = kept;
  }
  return copy;
}
