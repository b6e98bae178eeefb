import type { Resolver } from './build.ts';
import { meaningOf } from './build.ts';
import { fieldsOf } from './change/fields.ts';
import type { PhaseChange, Ref, Stated } from './elements.ts';
import type { Fact, Problem, RawChange, RawHeader } from './fragment.ts';
import type { ElementKind } from './kinds.ts';
import { termOfKind } from './kinds.ts';
import {
  contradiction,
  misplacedStatement,
  repeatedInPhase,
  takenByName,
  titleOfSeveral,
} from './misstatements.ts';
import { organizationKindOf } from './namesakes.ts';
import type { Place } from './place.ts';
import { propertiesOf, scopeKinds } from './schema.ts';

/**
 * What a `change` states of the elements that it names. What suits none of their kinds is a problem, and so is what
 * does not suit one of several.
 */
export function resolveStated(
  { header, facts = [], taken = [] }: RawChange,
  what: readonly Ref[],
  resolver: Resolver,
  report: (problem: Problem) => void,
): readonly Stated[] {
  const kinds = [...new Set(what.flatMap(({ id }) => organizationKindOf(id) ?? []))];
  const states: Stated[] = header ? [...statedInHeader(header, what, kinds, resolver, report)] : [];
  const firsts = new Map<string, Fact>();
  for (const fact of facts) {
    const suited = suit(fact, kinds, report);
    if (!suited) continue;
    const { field, many } = suited.property;
    const first = firsts.get(field);
    const isPlain = signOf(suited) === undefined;
    if (many === 'one' && isPlain && first) resolver.repeated(suited, first);
    else states.push(...stated(suited, meaningOf(suited, resolver)));
    if (isPlain && !first) firsts.set(field, suited);
  }
  for (const { value: phrase, at } of taken) {
    for (const kind of kinds) {
      const field = fieldsOf(kind).find(({ keyword }) => keyword === phrase);
      // One field holds all that somebody is responsible, accountable, consulted and informed for.
      if (propertiesOf(kind).get(phrase)?.type === 'responsibility') report(takenByName(phrase, at));
      else if (!field) report(misplacedStatement(phrase, kind, at));
      else if (states.some(({ field: name, sign }) => name === field.name && sign !== '-'))
        report(contradiction(phrase, at));
      else if (!states.some(({ field: name, at: before }) => name === field.name && before === at))
        states.push({ field: field.name, sign: '-', at });
    }
  }
  return states;
}

/**
 * What several changes of one phase state of one element, and only the last can keep: a value takes the place of
 * another, and that of all that a list says. Each is reported but the first.
 */
export function* statedAgain(
  changes: readonly Pick<PhaseChange, 'type' | 'what' | 'states'>[],
): Generator<Problem, void> {
  /** By element and field, the change that states it first. */
  const firsts = new Map<string, { readonly in: unknown; readonly at: Place }>();
  for (const change of changes) {
    if (change.type !== 'change') continue;
    for (const { id } of change.what) {
      for (const { field, sign, at } of change.states) {
        if (sign || field === 'allows') continue;
        const key = `${id} ${field}`;
        const first = firsts.get(key);
        if (!first) firsts.set(key, { in: change, at });
        else if (first.in !== change) yield repeatedInPhase(id, field, at, first.at);
      }
    }
  }
}

/** The fact as a statement of the first of these kinds that can say it; as it is where no kind is known. */
function suit(
  fact: Fact,
  kinds: readonly ElementKind[],
  report: (problem: Problem) => void,
): Fact | undefined {
  const { keyword } = fact.property;
  let suited: Fact | undefined;
  for (const kind of kinds) {
    const property = propertiesOf(kind).get(keyword);
    if (!property) report(misplacedStatement(keyword, kind, fact.at));
    else suited ??= { ...withType(fact, property.type), property };
  }
  return kinds.length === 0 ? fact : suited;
}

/** `strategy` and `benefit` are texts on some kinds and more on others; a change is read before its kind is known. */
function withType(fact: Fact, type: string): Fact {
  if (type === 'text' && fact.type === 'link')
    return { ...fact, type, value: { value: fact.value.text, at: fact.at } };
  if (type === 'text' && fact.type === 'measure')
    return { ...fact, type, value: { value: fact.value.what, at: fact.at } };
  return fact;
}

function stated(fact: Fact, value: unknown): readonly Stated[] {
  if (typeof value !== 'object' || value === null) return [];
  const sign = signOf(fact);
  return [{ field: fact.property.field, ...(sign && { sign }), value, at: fact.at }];
}

function signOf(fact: Fact): '+' | '-' | undefined {
  switch (fact.type) {
    case 'ref':
      return fact.ref.sign;
    case 'holder':
      return fact.ref?.sign ?? fact.sign;
    case 'use':
      return fact.by.sign;
    case 'member':
      return fact.who.sign;
    case 'responsibility':
      return fact.capabilities[0]?.sign;
    default:
      return undefined;
  }
}

function* statedInHeader(
  { title, term, form, scope, within, approval }: RawHeader,
  what: readonly Ref[],
  kinds: readonly ElementKind[],
  resolver: Resolver,
  report: (problem: Problem) => void,
): Generator<Stated, void> {
  const [kind] = kinds;
  if (title) {
    if (what.length > 1) report(titleOfSeveral(title));
    else yield { field: 'title', value: title.value, at: title.at };
  }
  if (term && kind) {
    const termKind = termOfKind[kind];
    const value = termKind && resolver.resolve(term, 'term', 'value', [termKind]);
    if (!termKind) resolver.pointless(term);
    else if (value) yield { field: 'term', value, at: term.at };
  }
  if (form && kind) {
    const value = resolver.form(form, kind);
    if (value) yield { field: 'form', value, at: form.at };
  }
  for (const ref of scope) {
    const value = resolver.resolve(ref, 'scope', 'value', scopeKinds);
    if (value) yield { field: 'scope', value, at: ref.at };
  }
  for (const [field, value] of [
    ['within', within],
    ['approval', approval],
  ] as const) {
    if (!value) continue;
    if (kind === 'step') yield { field, value, at: value.at };
    else if (kind) report(misplacedStatement(field, kind, value.at));
  }
}
