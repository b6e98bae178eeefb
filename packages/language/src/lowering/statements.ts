import type { ElementKind, Fact, Property, RawRef } from '@mktorg/model';
import { misplacedStatement, properties, propertiesOf } from '@mktorg/model';
import type { Holder, Statement, Str } from '../generated/ast.ts';
import { type Lowering, placeOf, rawRef, rawRefs, report, textOf, wordOf } from './context.ts';
import { momentOf } from './dates.ts';
import { linkOf, plainNumber } from './leaves.ts';
import { currencyOf, measureOf, moneyOf, shareOf } from './values.ts';

/** Keywords of two words, by the first. `budget` and `informed` open one of each length and are told apart by shape. */
const phrases: { readonly [first: string]: string } = {
  reports: 'reports to',
  runs: 'runs on',
  draws: 'draws on',
  shared: 'shared with',
  driven: 'driven by',
  bought: 'bought by',
  partners: 'partners with',
  part: 'part of',
  covered: 'covered by',
  workflow: 'workflow owner',
  applies: 'applies to',
  placed: 'placed because',
  'fiscal-year': 'fiscal-year starts',
  responsible: 'responsible for',
  accountable: 'accountable for',
  consulted: 'consulted on',
  used: 'used by',
  held: 'held by',
  personal: 'personal data',
  intake: 'intake via',
};

/** The words that open a statement, as the schema calls them. */
export function phraseOf(statement: Statement): string {
  const key: string = statement.key ?? '';
  if (statement.$type === 'RefStatement' && key === 'budget') return 'budget owner';
  if (statement.$type === 'Responsibility' && key === 'informed') return 'informed of';
  return phrases[key] ?? key;
}

const anyKind = new Map<string, Property>();
for (const property of properties)
  if (!anyKind.has(property.keyword)) anyKind.set(property.keyword, property);

/**
 * The facts that a statement states of an element of this kind: one a value. What does not suit the kind is reported
 * and left out. A change in a phase does not know its kind (`undefined`): then any property of that keyword will do.
 */
export function factsOf(ctx: Lowering, statement: Statement, kind: ElementKind | undefined): Fact[] {
  const phrase = phraseOf(statement);
  const property = kind ? propertiesOf(kind).get(phrase) : anyKind.get(phrase);
  if (!property) {
    if (kind) ctx.problems.push(misplacedStatement(phrase, kind, placeOf(ctx, statement)));
    return [];
  }
  return lower(ctx, statement, property);
}

/** The text as the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(ctx: Lowering, statement: Statement, property: Property): Fact[] {
  const at = placeOf(ctx, statement);
  switch (statement.$type) {
    case 'TermStatement':
    case 'RefStatement':
      return refFacts(ctx, rawRefs(ctx, statement.refs), property, at);
    case 'WordStatement': {
      const written = statement.words.map((w) => wordOf(ctx, w)).filter((w) => w !== undefined);
      const words =
        property.keyword === 'currency' ? written.flatMap((w) => currencyOf(ctx, w) ?? []) : written;
      return single(ctx, words, property).map((value) => ({ property, at, type: 'word', value }));
    }
    case 'TextStatement': {
      const texts = statement.texts.map((t) => textOf(ctx, t)).filter((t) => t !== undefined);
      return single(ctx, texts, property).map((value) => ({ property, at, type: 'text', value }));
    }
    case 'NumberStatement': {
      const value = plainNumber(ctx, statement.value);
      return value ? [{ property, at, type: 'number', value }] : [];
    }
    case 'FlagStatement':
      return [{ property, at, type: 'flag' }];
    case 'MoneyStatement': {
      const value = moneyOf(ctx, statement.amount, statement.per);
      return value ? [{ property, at, type: 'money', value }] : [];
    }
    case 'MomentStatement': {
      const value = momentOf(ctx, statement.moment);
      return value ? [{ property, at, type: 'moment', value }] : [];
    }
    case 'LinkStatement':
      return linkFacts(ctx, statement, property, at);
    case 'MeasureStatement': {
      const text = textOf(ctx, statement.what);
      if (property.type === 'text') return text ? [{ property, at, type: 'text', value: text }] : [];
      const value = measureOf(ctx, statement.what, statement, at);
      return value ? [{ property, at, type: 'measure', value }] : [];
    }
    case 'Responsibility': {
      const because = textOf(ctx, statement.because);
      return [
        {
          property,
          at,
          type: 'responsibility',
          involvement: statement.key,
          capabilities: rawRefs(ctx, statement.refs),
          activities: rawRefs(ctx, statement.activities),
          with: rawRefs(ctx, statement.with),
          ...(because && { because }),
        },
      ];
    }
    case 'UsedBy': {
      const purposes = statement.purposes.map((p) => textOf(ctx, p)?.value ?? '').filter(Boolean);
      return rawRefs(ctx, statement.refs).map((by) => ({ property, at, type: 'use', by, purposes }));
    }
    case 'HeldBy':
      return statement.holders.map((h) => ({ property, at, type: 'holder', ...holder(ctx, h) }));
    case 'Interim': {
      const until = momentOf(ctx, statement.until);
      return [{ property, at, type: 'interim', ...(until && { until }) }];
    }
    case 'PersonalData':
      return [{ property, at, type: 'personal-data', under: rawRefs(ctx, statement.refs) }];
    case 'Intake': {
      const { ref, name } = statement.via ? holder(ctx, statement.via) : {};
      return [
        { property, at, type: 'intake', ...(ref && { platform: ref }), ...(name && { channel: name.value }) },
      ];
    }
    case 'Members':
      return statement.members.flatMap((seat): Fact[] => {
        const who = rawRef(ctx, seat.who);
        const share = shareOf(ctx, seat.share);
        return who
          ? [{ property, at: placeOf(ctx, seat), type: 'member', who, ...(share !== undefined && { share }) }]
          : [];
      });
    case 'Transition': {
      const from = wordOf(ctx, statement.from);
      const to = wordOf(ctx, statement.to);
      return from && to ? [{ property, at, type: 'transition', value: { from, to, at } }] : [];
    }
    case 'Weighed': {
      const what = textOf(ctx, statement.what);
      const answer = textOf(ctx, statement.answer)?.value;
      return what
        ? [
            {
              property,
              at,
              type: 'weighed',
              value: { what: what.value, ...(answer !== undefined && { answer }), at },
            },
          ]
        : [];
    }
    case 'Allow': {
      const rule: string | undefined = statement.rule?.name;
      const because = textOf(ctx, statement.because)?.value;
      return rule
        ? [{ property, at, type: 'allow', value: { rule, ...(because !== undefined && { because }), at } }]
        : [];
    }
  }
}

function refFacts(ctx: Lowering, refs: readonly RawRef[], property: Property, at: Fact['at']): Fact[] {
  return single(ctx, refs, property).map((ref) => ({ property, at, type: 'ref', ref }));
}

/** `strategy` is a link of the organization, and a sentence on a barrier. */
function linkFacts(
  ctx: Lowering,
  statement: Statement & { $type: 'LinkStatement' },
  property: Property,
  at: Fact['at'],
): Fact[] {
  if (property.type === 'text') {
    const value = textOf(ctx, statement.text);
    return value ? [{ property, at, type: 'text', value }] : [];
  }
  const value = linkOf(ctx, statement, at);
  return value ? [{ property, at, type: 'link', value }] : [];
}

/** Where one value belongs, several are reported, and the first is kept. */
function single<T extends { readonly at: Fact['at'] }>(
  ctx: Lowering,
  values: readonly T[],
  property: Property,
): readonly T[] {
  const second = values[1];
  if (property.many === 'list' || !second) return values;
  report(
    ctx,
    'integrity/syntax',
    second.at,
    `\`${property.keyword}\` takes one value, as in \`${property.example}\`.`,
  );
  return values.slice(0, 1);
}

function holder(
  ctx: Lowering,
  node: Holder | Str,
): { ref?: RawRef; name?: NonNullable<ReturnType<typeof textOf>>; sign?: '+' | '-' } {
  if (node.$type !== 'Mention') {
    const name = textOf(ctx, node);
    const sign = node.$type === 'SignedText' ? node.sign : undefined;
    return { ...(name && { name }), ...(sign && { sign }) };
  }
  const ref = rawRef(ctx, node);
  return ref ? { ref } : {};
}

/** `by` and `via` stand in the line of a step rather than in statements of their own. */
export function stepProperty(keyword: 'by' | 'via'): Property {
  const property = propertiesOf('step').get(keyword);
  if (!property) throw new Error(`the schema has no \`${keyword}\` on a step`);
  return property;
}
