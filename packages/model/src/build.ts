import type { Element, ElementId, Holder, Ref } from './elements.ts';
import type { Declaration, Fact, RawRef } from './fragment.ts';
import type { ElementKind } from './kinds.ts';
import { isTermKind, termKinds, termOfKind } from './kinds.ts';
import { propertiesOf, scopeKinds } from './schema.ts';

/** Resolves the mentions of one element, and remembers them and what is wrong with them. */
export interface Resolver {
  /** `undefined` where the name means nothing that can stand there, which is then reported. */
  resolve(ref: RawRef, field: string, slot: string, kinds: readonly ElementKind[]): Ref | undefined;
  personLabel(id: ElementId): string;
  /** The same for what `as` names, which also must be a form of this kind. */
  form(ref: RawRef, kind: ElementKind): Ref | undefined;
  /** `is` on a kind of element that has no terms. */
  pointless(ref: RawRef): void;
  /** A statement that can be made once was made again. */
  repeated(fact: Fact, first: Fact): void;
}

export interface Identity {
  readonly id: ElementId;
  readonly path: string;
  readonly parent: ElementId | undefined;
}

/** Everything an element can hold, before its kind says which of it. */
type Draft = { [field: string]: unknown };

const none: readonly never[] = [];
const termSlots = new Map<string, readonly ElementKind[]>(
  Object.entries(termOfKind).map(([kind, term]) => [kind, [term]]),
);

const blanks = new Map<ElementKind, Draft>();

/** What every element of a kind has, its lists empty. */
function blank(kind: ElementKind): Draft {
  const known = blanks.get(kind);
  if (known) return { ...known };
  // A term has the lists of all kinds of terms.
  const kinds = isTermKind(kind) ? termKinds : [kind];
  const lists = kinds.flatMap((each) =>
    [...propertiesOf(each).values()].filter(({ many }) => many === 'list'),
  );
  const fields = ['id', 'name', 'path', 'at', 'nameAt', 'scope', ...lists.map(({ field }) => field)];
  if (kind === 'phase') fields.push('changes');
  // An object that is given more than a dozen fields one by one becomes a hash table, six times as large. One that was
  // parsed has room for its fields, and so have its copies.
  const draft: Draft = JSON.parse(
    JSON.stringify({ kind, ...Object.fromEntries(fields.map((field) => [field, null])) }),
  );
  for (const field of fields) draft[field] = none;
  blanks.set(kind, draft);
  return { ...draft };
}

/** The element that a declaration states. A dotted line comes from `buildLine`. */
export function buildElement(
  declaration: Declaration,
  identity: Identity,
  resolver: Resolver,
  standard: boolean,
): Element {
  const draft = begin(declaration, identity, resolver);
  if (isTermKind(declaration.kind)) put(draft, 'standard', standard);
  put(draft, 'within', declaration.step?.within);
  put(draft, 'approval', declaration.step?.approval);
  put(draft, 'measure', declaration.measure);
  put(draft, 'from', declaration.period?.from);
  put(draft, 'to', declaration.period?.to);
  takeFacts(draft, declaration.facts, resolver);
  return finish(draft);
}

/** The dotted line that a declaration states between two ends. */
export function buildLine(
  declaration: Declaration,
  identity: Identity,
  ends: { readonly from: Ref; readonly to: Ref },
  resolver: Resolver,
): Element {
  const draft = begin(declaration, identity, resolver);
  put(draft, 'from', ends.from);
  put(draft, 'to', ends.to);
  put(draft, 'purpose', declaration.line?.purpose);
  takeFacts(draft, declaration.facts, resolver);
  return finish(draft);
}

function begin(declaration: Declaration, identity: Identity, resolver: Resolver): Draft {
  const { kind, term, form } = declaration;
  const draft = blank(kind);
  put(draft, 'id', identity.id);
  put(draft, 'name', declaration.name);
  put(draft, 'path', identity.path);
  put(draft, 'title', declaration.title);
  put(draft, 'parent', identity.parent);
  put(draft, 'at', declaration.at);
  put(draft, 'nameAt', declaration.nameAt);
  put(draft, 'description', declaration.description);
  const termSlot = termSlots.get(kind);
  if (termSlot) put(draft, 'term', term && resolver.resolve(term, 'term', 'value', termSlot));
  else if (term) resolver.pointless(term);
  put(draft, 'form', form && resolver.form(form, kind));
  put(
    draft,
    'scope',
    all(declaration.scope, (ref) => resolver.resolve(ref, 'scope', 'value', scopeKinds)),
  );
  return draft;
}

function put(draft: Draft, field: string, value: unknown): void {
  if (value !== undefined) draft[field] = value;
}

/** The schema says which fields a kind has, and a test holds it against the types of the elements. */
function finish(draft: Draft): Element {
  return draft as unknown as Element;
}

function takeFacts(draft: Draft, facts: readonly Fact[], resolver: Resolver): void {
  const firstOf = firstStatements(facts);
  for (const fact of facts) {
    const { field, many } = fact.property;
    const value = meaningOf(fact, resolver);
    if (many === 'one') {
      const first = firstOf(field);
      if (first === fact || !first) put(draft, field, value);
      else resolver.repeated(fact, first);
      continue;
    }
    if (value === undefined) continue;
    const list = draft[field];
    if (Array.isArray(list) && list.length > 0) list.push(value);
    else draft[field] = [value];
  }
}

/** Finds the first statement about a field. Most elements say so little that looking through it is quickest. */
function firstStatements(facts: readonly Fact[]): (field: string) => Fact | undefined {
  if (facts.length <= 12) return (field) => facts.find((fact) => fact.property.field === field);
  const firsts = new Map<string, Fact>();
  for (const fact of facts) if (!firsts.has(fact.property.field)) firsts.set(fact.property.field, fact);
  return (field) => firsts.get(field);
}

/** What a statement says, its names resolved; `undefined` where nothing of it is left. */
export function meaningOf(fact: Fact, resolver: Resolver): unknown {
  const { field, slots } = fact.property;
  const resolve = (ref: RawRef, slot = 'value'): Ref | undefined =>
    resolver.resolve(ref, field, slot, slots[slot] ?? none);
  const { at } = fact;
  switch (fact.type) {
    case 'ref':
      return resolve(fact.ref);
    case 'flag':
      return { at };
    case 'responsibility':
      return {
        involvement: fact.involvement,
        capabilities: all(fact.capabilities, (ref) => resolve(ref, 'capabilities')),
        activities: all(fact.activities, (ref) => resolve(ref, 'activities')),
        with: all(fact.with, (ref) => resolve(ref, 'with')),
        ...(fact.because && { because: fact.because }),
        at,
      };
    case 'use': {
      const by = resolve(fact.by);
      return by && { by: by.id, purposes: fact.purposes, at };
    }
    case 'holder':
      return holder(fact, resolve, resolver);
    case 'member': {
      const who = resolve(fact.who);
      return who && { who: who.id, ...(fact.share !== undefined && { share: fact.share }), at };
    }
    case 'interim':
      return { ...(fact.until && { until: fact.until }), at };
    case 'personal-data':
      return { under: all(fact.under, (ref) => resolve(ref)), at };
    case 'intake': {
      const platform = fact.platform && resolve(fact.platform);
      return {
        ...(platform && { platform: platform.id }),
        ...(fact.channel !== undefined && { channel: fact.channel }),
        at,
      };
    }
    default:
      return fact.value;
  }
}

/** A name that means nobody seats nobody. */
function holder(
  fact: Fact & { readonly type: 'holder' },
  resolve: (ref: RawRef) => Ref | undefined,
  resolver: Resolver,
): Holder | undefined {
  const { at } = fact;
  if (!fact.ref) return fact.name && { name: fact.name.value, at };
  const person = resolve(fact.ref);
  return person && { name: resolver.personLabel(person.id), person: person.id, at };
}

function all<T, R extends {}>(values: readonly T[], map: (value: T) => R | undefined): readonly R[] {
  if (values.length === 0) return none;
  const mapped: R[] = [];
  for (const value of values) {
    const result = map(value);
    if (result !== undefined) mapped.push(result);
  }
  return mapped;
}
