import type { Phase, Plan } from '@mktorg/model';
import { childrenOf, label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import type { Context, Options } from '../rule.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'integrity/date-order',
  summary: 'A phase that ends before it starts, or that starts before the phase above it does.',
  rationale:
    'Phases are applied in the order in which they stand: each builds on the organization that the one before it leaves. Dates that run the other way would apply changes to something that does not exist yet. Phases may overlap.',
  source: 'What a plan in phases means.',
  subjects: ['plan'],
  reach: 'neighbors',
  clean: [
    `plan rebuild "Rebuild" {
  phase found "Found" from 2027-01 to 2027-06
  phase scale "Scale" from 2027-06 to 2027-12
}
`,
  ],
  findings: [
    {
      source: `plan rebuild "Rebuild" {
  phase ⟦found⟧ "Found" from 2027-06 to 2027-01
}
`,
      says: 'The phase “Found” ends (2027-01) before it starts (2027-06).',
    },
    {
      source: `plan rebuild "Rebuild" {
  phase found "Found" from 2027-04 to 2027-06
  phase ⟦scale⟧ "Scale" from 2027-01 to 2027-12
}
`,
      says: 'The phase “Scale” (from 2027-01) stands after “Found” (from 2027-04), and starts before it.',
    },
  ],
  check(plan, ctx) {
    let before: Phase | undefined;
    for (const phase of phasesOf(plan, ctx)) {
      if (phase.from && phase.to && phase.to.to < phase.from.from) {
        ctx.report({
          at: phase.nameAt,
          element: phase.id,
          property: 'to',
          message: {
            what: `The phase ${quote(label(phase))} ends (${phase.to.text}) before it starts (${phase.from.text}).`,
            why: 'A phase that takes no time cannot be planned or drawn.',
            todo: 'Exchange or correct the dates.',
          },
        });
      }
      if (before?.from && phase.from && phase.from.from < before.from.from) {
        ctx.report({
          at: phase.nameAt,
          element: phase.id,
          property: 'from',
          also: [before.id],
          message: {
            what: `The phase ${quote(label(phase))} (from ${phase.from.text}) stands after ${quote(label(before))} (from ${before.from.text}), and starts before it.`,
            why: 'Phases apply in the order in which they stand, so this one would change what does not exist yet.',
            todo: 'Put the phases in the order of their dates, or correct the dates.',
          },
          related: [{ message: `${quote(label(before))} starts later.`, at: before.nameAt }],
        });
      }
      if (phase.from) before = phase;
    }
  },
});

function phasesOf(plan: Plan, ctx: Context<Options>): readonly Phase[] {
  return childrenOf(ctx.model, plan.id).flatMap((child) => (child.kind === 'phase' ? [child] : []));
}
