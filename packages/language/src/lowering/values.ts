import type { Duration, Measure, Quantity as ModelQuantity, Money, Num, Per, Word } from '@mktorg/model';
import type { Ident, Quantity, Str, Value } from '../generated/ast.ts';
import { separatedNumber } from '../messages.ts';
import { endOf, type Lowering, placeOf, report, textOf } from './context.ts';
import { momentOf } from './dates.ts';

const factors: { readonly [suffix: string]: number } = { k: 1e3, M: 1e6, B: 1e9 };

/** `1.2M` → 1200000, `52%` → 52; undefined for what is no number. */
function numeric(text: string): number | undefined {
  const match = /^(-?\d+(?:\.\d+)?)([kMB%]?)$/.exec(text);
  if (!match?.[1]) return undefined;
  // Rounded, because 1.1 × 1,000,000 is 1,100,000.0000000002 in floating point.
  return Math.round(Number(match[1]) * (factors[match[2] ?? ''] ?? 1) * 1e6) / 1e6;
}

export function numberOf(ctx: Lowering, node: Quantity | undefined): Num | undefined {
  const text: string | undefined = node?.text;
  if (!node || text === undefined) return undefined;
  const at = placeOf(ctx, node);
  const value = numeric(text);
  const separated = value === undefined && /^-?\d{1,3}(\.\d{3}){2,}$/.test(text);
  if (separated) {
    report(ctx, 'integrity/syntax', at, separatedNumber, { replacements: [text.replaceAll('.', '')] });
    return undefined;
  }
  if (value === undefined) {
    report(
      ctx,
      'integrity/syntax',
      at,
      `\`${text}\` is not a number. Write digits, with a dot for decimals: \`3\`, \`0.8\`, \`1.2M\`.`,
    );
    return undefined;
  }
  return { value, at };
}

/** A share of one seat, as a fraction of 1. */
export function shareOf(ctx: Lowering, node: Quantity | undefined): number | undefined {
  const number = numberOf(ctx, node);
  if (!number || !node) return undefined;
  return node.text.endsWith('%') ? number.value / 100 : number.value;
}

function quantityOf(node: Value | Quantity | undefined): ModelQuantity | undefined {
  const text: string | undefined = node?.text;
  const value = text === undefined ? undefined : numeric(text);
  if (!node || text === undefined || value === undefined) return undefined;
  const unit = text.endsWith('%') ? '%' : (node.unit ?? '');
  return { value, unit, text: node.unit ? `${text} ${node.unit}` : text };
}

/** What `currency` and the amounts name alike; undefined for what is no code. */
export function currencyOf(ctx: Lowering, word: Word): Word | undefined {
  if (/^[A-Za-z]{3}$/.test(word.value)) return { ...word, value: word.value.toUpperCase() };
  report(
    ctx,
    'integrity/unknown-word',
    word.at,
    `\`${word.value}\` is no currency. Write its code of three letters, such as \`EUR\` or \`USD\`.`,
  );
  return undefined;
}

const pers: { readonly [word: string]: Per } = { year: 'year', quarter: 'quarter', month: 'month' };

export function moneyOf(
  ctx: Lowering,
  amount: Quantity | undefined,
  per: Ident | undefined,
): Money | undefined {
  const number = numberOf(ctx, amount);
  if (!amount || !number) return undefined;
  const currency = amount.unit;
  // `50,000`: the parser has said what is wrong with it.
  if (/^,\d/.test(ctx.text.slice(endOf(amount), endOf(amount) + 2))) return undefined;
  const thousands = thousandsIn(amount.text);
  if (thousands !== undefined) {
    const message = `\`${amount.text}\` has three decimals. For thousands, write \`${thousands}\`.`;
    report(ctx, 'integrity/syntax', number.at, message, { replacements: [thousands] });
    return undefined;
  }
  if (!currency || !/^[A-Za-z]{3}$/.test(currency)) {
    const example = `${amount.text} EUR per year`;
    report(
      ctx,
      'integrity/syntax',
      number.at,
      `An amount needs its currency, as a code of three letters: \`${example}\`.`,
    );
    return undefined;
  }
  const word: string | undefined = per?.text;
  const period = word === undefined ? 'once' : pers[word];
  if (per && !period) {
    report(
      ctx,
      'integrity/unknown-word',
      placeOf(ctx, per),
      `\`${word}\` is no period. Write \`per year\`, \`per quarter\` or \`per month\`.`,
      {
        replacements: Object.keys(pers),
      },
    );
  }
  return { amount: number.value, currency: currency.toUpperCase(), per: period ?? 'year', at: number.at };
}

/** `50.000` is fifty for a program, and fifty thousand for half of Europe. No amount needs three decimals. */
function thousandsIn(text: string): string | undefined {
  const match = /^(-?[1-9]\d{0,2})\.(\d{3})$/.exec(text);
  return match ? `${match[1]}${match[2]}` : undefined;
}

const units: { readonly [word: string]: Duration['unit'] } = {
  minute: 'minute',
  minutes: 'minute',
  hour: 'hour',
  hours: 'hour',
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
};

export function durationOf(ctx: Lowering, node: Quantity | undefined): Duration | undefined {
  const number = numberOf(ctx, node);
  if (!node || !number) return undefined;
  const unit = units[node.unit ?? ''];
  if (!unit) {
    report(
      ctx,
      'integrity/syntax',
      number.at,
      `A time needs its unit: \`${node.text} days\` (minutes, hours, days, weeks, months).`,
      {
        replacements: [`${node.text} days`, `${node.text} hours`],
      },
    );
    return undefined;
  }
  return { amount: number.value, unit, at: number.at };
}

export function measureOf(
  ctx: Lowering,
  what: Str | undefined,
  node: { readonly from?: Value; readonly to?: Value; readonly by?: Value },
  at: Measure['at'],
): Measure | undefined {
  const text = textOf(ctx, what);
  if (!text) return undefined;
  const from = quantityOf(node.from);
  const to = quantityOf(node.to);
  for (const [value, quantity] of [
    [node.from, from],
    [node.to, to],
  ] as const) {
    if (value?.text !== undefined && !quantity) {
      report(
        ctx,
        'integrity/syntax',
        placeOf(ctx, value),
        `\`${value.text}\` is no quantity. Write \`40%\`, \`6 weeks\` or \`1.2M EUR\`.`,
      );
    }
  }
  const by = momentOf(ctx, node.by);
  return { what: text.value, ...(from && { from }), ...(to && { to }), ...(by && { by }), at };
}
