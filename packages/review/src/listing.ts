import type { Declaration, Fact, Fragment, RawChange, RawRef } from '@mktorg/model';
import { describeDuration, describeMeasure, describeMoney, describeShare } from '@mktorg/model';

/** One fact of a text, in a line that stands by itself. */
export interface ListedFact {
  /** `team marketing.brand lead brand-director`. */
  readonly line: string;
  /** The element that it is about: `team marketing.brand`. */
  readonly subject: string;
  /** Where there can be only one: what it is the one of, `team marketing.brand lead`. */
  readonly slot?: string;
}

/**
 * What one text says, one fact a line, sorted: names as they are written, since other texts are not at hand. Format,
 * comments, and order leave no trace in it, but for the order of steps and phases, which is a fact.
 */
export function listingOf(fragment: Fragment): readonly ListedFact[] {
  const facts: ListedFact[] = [];
  const subjects = subjectsOf(fragment);
  const followed = new Map<number, string>();
  for (const [index, declaration] of fragment.declarations.entries()) {
    const subject = subjects[index] ?? '';
    facts.push(...headerFacts(declaration, subject));
    for (const fact of declaration.facts) facts.push(...factLines(fact, subject));
    for (const change of declaration.changes ?? []) facts.push(...changeLines(change, subject, fragment));
    if (declaration.kind === 'step' || declaration.kind === 'phase') {
      const before = followed.get(declaration.parent);
      if (before !== undefined) facts.push(one(subject, 'after', before));
      followed.set(declaration.parent, declaration.name);
    }
  }
  for (const { from, value, to } of fragment.rates) {
    facts.push({
      line: `rate ${from} ${value} ${to}`,
      subject: `rate ${from} ${to}`,
      slot: `rate ${from} ${to}`,
    });
  }
  for (const { rule, severity, because, options } of fragment.settings) {
    const said = Object.entries(options).map(([name, value]) => ` ${name} ${value}`);
    const why = because === undefined ? '' : ` because ${text(because)}`;
    facts.push({
      line: `rule ${rule} ${severity}${said.join('')}${why}`,
      subject: `rule ${rule}`,
      slot: `rule ${rule}`,
    });
  }
  return facts.sort((a, b) => (a.line < b.line ? -1 : a.line > b.line ? 1 : 0));
}

/** How each declaration is called in the listing: its kind and its path, or the ends of a line. */
function subjectsOf({ declarations }: Fragment): readonly string[] {
  const paths: string[] = [];
  return declarations.map(({ kind, name, parent, inside, line }, index) => {
    const outer = inside?.name ?? paths[parent] ?? '';
    if (kind === 'dotted-line' && line) {
      paths[index] = outer;
      return `${line.from?.name ?? outer} ..> ${line.to.name}`;
    }
    const path = outer === '' ? name : `${outer}.${name}`;
    paths[index] = path;
    return `${kind} ${path}`;
  });
}

function headerFacts(declaration: Declaration, subject: string): readonly ListedFact[] {
  const { title, description, term, form, scope, line, step, measure, period, added } = declaration;
  const facts: ListedFact[] = [{ line: added ? `${subject} (by a phase)` : subject, subject }];
  const say = (field: string, value: string | undefined): void => {
    if (value !== undefined) facts.push(one(subject, field, value));
  };
  say('title', title === undefined ? undefined : text(title));
  say('described as', description === undefined ? undefined : text(description));
  say('is', term?.name);
  say('as', form?.name);
  for (const { name } of scope) facts.push(several(subject, 'in', name));
  say('for', line?.purpose && text(line.purpose.value));
  say('within', step?.within && describeDuration(step.within));
  say('approval', step?.approval && 'yes');
  say('measure', measure && describeMeasure(measure));
  say('from', period?.from?.text);
  say('to', period?.to?.text);
  return facts;
}

function one(subject: string, field: string, value: string): ListedFact {
  return { line: `${subject} ${field} ${value}`, subject, slot: `${subject} ${field}` };
}

function several(subject: string, field: string, value: string): ListedFact {
  return { line: `${subject} ${field} ${value}`, subject };
}

function factLines(fact: Fact, subject: string): readonly ListedFact[] {
  const { keyword, many } = fact.property;
  const made = many === 'one' ? one : several;
  return sayings(fact).map((value) => made(subject, keyword, value));
}

function sayings(fact: Fact): readonly string[] {
  switch (fact.type) {
    case 'ref':
      return [signed(fact.ref)];
    case 'word':
    case 'text':
    case 'number':
      return [
        typeof fact.value.value === 'string' && fact.type === 'text'
          ? text(fact.value.value)
          : `${fact.value.value}`,
      ];
    case 'flag':
      return ['yes'];
    case 'money':
      return [describeMoney(fact.value)];
    case 'moment':
      return [fact.value.text];
    case 'link':
      return [[text(fact.value.text), fact.value.url ?? ''].join(' ').trim()];
    case 'measure':
      return [describeMeasure(fact.value)];
    case 'responsibility': {
      const { capabilities, activities, with: partners, because } = fact;
      const rest = [
        ...(partners.length > 0 ? [`with ${names(partners)}`] : []),
        ...(because ? [`because ${text(because.value)}`] : []),
      ];
      const each = activities.length === 0 ? [undefined] : activities;
      return capabilities.flatMap((capability) =>
        each.map((activity) =>
          [signed(capability), ...(activity ? [`to ${activity.name}`] : []), ...rest].join(' '),
        ),
      );
    }
    case 'use':
      return [
        [
          signed(fact.by),
          ...(fact.purposes.length > 0 ? ['for', ...fact.purposes.toSorted().map(text)] : []),
        ].join(' '),
      ];
    case 'holder':
      return [fact.ref ? signed(fact.ref) : `${fact.sign ?? ''}${text(fact.name?.value ?? '')}`];
    case 'member':
      return [
        fact.share === undefined ? signed(fact.who) : `${signed(fact.who)} at ${describeShare(fact.share)}`,
      ];
    case 'interim':
      return [fact.until ? `until ${fact.until.text}` : 'yes'];
    case 'personal-data':
      return [fact.under.length === 0 ? 'yes' : `under ${names(fact.under)}`];
    case 'intake':
      return [fact.platform?.name ?? text(fact.channel ?? '')];
    case 'transition':
      return [`${fact.value.from.value} to ${fact.value.to.value}`];
    case 'weighed':
      return [
        [text(fact.value.what), fact.value.answer === undefined ? '' : text(fact.value.answer)]
          .join(' ')
          .trim(),
      ];
    case 'allow':
      return [
        [fact.value.rule, fact.value.because === undefined ? '' : `because ${text(fact.value.because)}`]
          .join(' ')
          .trim(),
      ];
  }
}

function changeLines(change: RawChange, subject: string, { declarations }: Fragment): readonly ListedFact[] {
  const { type, what, lines = [], target, order, text: why } = change;
  const links: { readonly [type in RawChange['type']]?: string } = {
    merge: 'into',
    retire: 'replaced by',
    source: 'by',
  };
  const end = [
    ...(target ? [`${links[type] ?? 'to'} ${target.name}`] : []),
    ...(order ? [`${order.where} ${order.step.name}`] : []),
    ...(why ? [type === 'told' ? text(why.value) : `because ${text(why.value)}`] : []),
  ].join(' ');
  // What is added has lines of its own; where to is said here.
  const added = declarations[change.declaration ?? -1];
  if (type === 'add')
    return end === '' || !added ? [] : [several(subject, type, `${added.kind} ${added.name} ${end}`)];
  const named = [
    ...what.map(({ name }) => name),
    ...lines.map(({ from, to }) => `${from.name} ..> ${to.name}`),
  ];
  return named.flatMap((name) => [
    several(subject, type, [name, end].filter((part) => part !== '').join(' ')),
    ...statedIn(change).map((said) => several(subject, `${type} ${name}`, said)),
  ]);
}

/** What a change says anew, and what it takes back. */
function statedIn({ header, facts = [], taken = [] }: RawChange): readonly string[] {
  const { title, term, form, scope = [], within, approval } = header ?? {};
  return [
    ...(title ? [`title ${text(title.value)}`] : []),
    ...(term ? [`is ${term.name}`] : []),
    ...(form ? [`as ${form.name}`] : []),
    ...scope.map(({ name }) => `in ${name}`),
    ...(within ? [`within ${describeDuration(within)}`] : []),
    ...(approval ? ['approval yes'] : []),
    ...facts.flatMap((fact) => sayings(fact).map((value) => `${fact.property.keyword} ${value}`)),
    ...taken.map(({ value }) => `-${value}`),
  ];
}

function signed({ name, sign }: RawRef): string {
  return `${sign ?? ''}${name}`;
}

function names(refs: readonly RawRef[]): string {
  return refs
    .map(({ name }) => name)
    .toSorted()
    .join(', ');
}

/** In quotes, on one line. */
function text(value: string): string {
  return JSON.stringify(value);
}
