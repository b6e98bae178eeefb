import type { Money, OrgModel, Phase } from '@mktorg/model';
import { inCurrency, label, yearly } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { phasesOf } from '../planning.ts';
import { number, quote } from '../wording.ts';

export const rule = defineRule({
  id: 'money/cost-outgrows-revenue',
  summary: 'A phase whose cost grows faster than the revenue it expects.',
  rationale:
    'Reorganizing pays where revenue grows faster than cost. A phase whose cost outgrows the revenue that it expects may still be right (the first one often invests), but then somebody should have said so.',
  source: 'Practitioners: in every operating model, revenue should grow faster than cost.',
  judgement:
    'A phase is compared with the last one before it that states both `revenue` and `cost`; amounts in other currencies are converted at the rates of the model. The first such phase has nothing to be compared with.',
  judged: 'once',
  subjects: ['plan'],
  reach: 'model',
  clean: [
    `plan rebuild "Rebuild" {
  phase found "Found" { revenue 200M EUR  cost 9M EUR }
  phase scale "Scale" { revenue 220M EUR  cost 9.5M EUR }
}
`,
  ],
  findings: [
    {
      source: `plan rebuild "Rebuild" {
  phase found "Found" { revenue 200M EUR  cost 9M EUR }
  phase scale "Scale" { revenue 210M EUR  cost ⟦10.8M EUR⟧ }
}
`,
      says: 'In “Scale” cost grows by 20%, to 10,800,000 EUR, and revenue by 5%.',
    },
  ],
  check(plan, ctx) {
    let before: Stated | undefined;
    for (const phase of phasesOf(ctx.model, plan)) {
      const now = statedIn(phase);
      if (!now) continue;
      const last = before;
      before = now;
      if (!last) continue;
      const cost = growth(ctx.model, last.cost, now.cost);
      const revenue = growth(ctx.model, last.revenue, now.revenue);
      if (cost === undefined || revenue === undefined || cost <= revenue + 1e-9) continue;
      ctx.report({
        at: now.cost.at,
        element: phase.id,
        property: 'cost',
        message: {
          what: `In ${quote(label(phase))} cost ${told(cost)}, to ${number(now.cost.amount)} ${now.cost.currency}, and revenue ${told(revenue, cost)}.`,
          why: 'Each euro of revenue then costs more than in the phase before.',
          todo: 'Find what makes the phase so expensive, or say why it is worth it: `allow money/cost-outgrows-revenue because "…"`.',
        },
        related: [{ message: `${quote(label(last.phase))} states its cost here.`, at: last.cost.at }],
      });
    }
  },
});

interface Stated {
  readonly phase: Phase;
  readonly revenue: Money;
  readonly cost: Money;
}

function statedIn(phase: Phase): Stated | undefined {
  const { revenue, cost } = phase;
  return revenue && cost ? { phase, revenue, cost } : undefined;
}

/** 0.2, where it grew by a fifth; nothing where the two cannot be compared. */
function growth(model: OrgModel, before: Money, after: Money): number | undefined {
  const then = yearly(before);
  const now = inCurrency(model, after, before.currency);
  return now === undefined || then <= 0 ? undefined : now / then - 1;
}

/** `grows by 5%`; after another that grows, `by 5%`. */
function told(share: number, other?: number): string {
  const size = `${number(Math.round(Math.abs(share) * 1000) / 10)}%`;
  if (Math.round(Math.abs(share) * 1000) === 0) return other === undefined ? 'stays' : 'not at all';
  if (share < 0) return `falls by ${size}`;
  return other === undefined || other <= 0 ? `grows by ${size}` : `by ${size}`;
}
