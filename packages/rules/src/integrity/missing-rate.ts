import type { Element, ElementId, Money, OrgModel } from '@mktorg/model';
import { inCurrency } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { count, number } from '../wording.ts';

export const rule = defineModelRule({
  id: 'integrity/missing-rate',
  summary: 'Money in a currency that no rate converts, or a rate that is not above zero.',
  rationale:
    'Costs and budgets roll up over teams, platforms and partners. A sum in two currencies is no sum: without a rate, whatever is in the other currency is left out.',
  source: 'What a total is.',
  judgement:
    'Everything has to convert into the currency of the organization or, where it states none, into the first currency that its files use. One rate serves both directions. Reported once for each currency, where it first occurs.',
  clean: [
    `organization harbor "Harbor Hotels" { currency EUR }
rate USD 0.92 EUR
team growth "Growth" { budget 900k EUR }
team americas "Americas" { budget 400k USD }
`,
  ],
  findings: [
    {
      source: `organization harbor "Harbor Hotels" { currency EUR }
team growth "Growth" { budget 900k EUR }
team americas "Americas" { budget ⟦400k USD⟧ }
`,
      says: 'No rate converts USD into EUR, and 1 amount is in USD.',
    },
    {
      source: `organization harbor "Harbor Hotels" { currency EUR }
⟦rate USD 0 EUR⟧
`,
      says: 'The rate from USD to EUR is 0.',
    },
  ],
  basis: (model) => JSON.stringify([model.organization?.currency?.value, model.rates]),
  reads: (element) => (moneyOf(element).length > 0 ? moneyOf(element) : undefined),
  check(model, ctx) {
    for (const rate of model.rates) {
      if (rate.value > 0) continue;
      ctx.report({
        at: rate.at,
        property: `rate ${rate.from} ${rate.to}`,
        message: {
          what: `The rate from ${rate.from} to ${rate.to} is ${number(rate.value)}.`,
          why: 'Whatever is converted with it vanishes from the totals.',
          todo: 'Write what one unit is worth, for instance `rate USD 0.92 EUR`.',
        },
      });
    }
    const amounts = moneyIn(model);
    const base = model.organization?.currency?.value ?? amounts[0]?.money.currency;
    if (base === undefined) return;
    for (const group of Map.groupBy(amounts, ({ money }) => money.currency).values()) {
      const [first] = group;
      if (!first || inCurrency(model, { ...first.money, amount: 1 }, base) !== undefined) continue;
      const { currency, at } = first.money;
      ctx.report({
        at,
        element: first.element,
        property: `currency ${currency}`,
        message: {
          what: `No rate converts ${currency} into ${base}, and ${count(group.length, 'amount')} ${group.length === 1 ? 'is' : 'are'} in ${currency}.`,
          why: 'Totals leave out what they cannot convert.',
          todo: `State the rate once, in any file: \`rate ${currency} … ${base}\`.`,
        },
      });
    }
  },
});

interface Amount {
  readonly element: ElementId;
  readonly money: Money;
}

function moneyIn(model: OrgModel): readonly Amount[] {
  const amounts: Amount[] = [];
  const kinds = [
    'organization',
    'team',
    'role',
    'platform',
    'program',
    'partner',
    'initiative',
    'phase',
  ] as const;
  for (const kind of kinds) {
    for (const element of model.byKind[kind]) {
      for (const money of moneyOf(element)) amounts.push({ element: element.id, money });
    }
  }
  return amounts;
}

function moneyOf(element: Element): readonly Money[] {
  const money: Money[] = [];
  if ('budget' in element && element.budget) money.push(element.budget);
  if ('cost' in element && element.cost) money.push(element.cost);
  if ('revenue' in element && element.revenue) money.push(element.revenue);
  return money;
}
