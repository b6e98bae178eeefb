import { label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { quote, several } from '../wording.ts';

export const rule = defineRule({
  id: 'model/transition-without-case',
  summary: 'A plan to another operating model without a reason, a measured benefit or a mitigated risk.',
  rationale:
    'Centralizing costs handoffs, rigidity and goodwill; decentralizing costs money and consistency. There is no silver bullet, only a choice of trade-offs for known needs. A transition that states no reason, no benefit that can be measured and no risk that is dealt with has not been chosen, it has been announced.',
  source: 'Practitioners of transformation: the business case for a change of operating model.',
  judgement:
    'Judged are plans that say `from … to …`. The case is whole with a `because`, one `benefit` that says what value it goes `to`, and one `risk` that says what it is `mitigated by`.',
  judged: 'once',
  subjects: ['plan'],
  reach: 'element',
  clean: [
    `plan rebuild "Rebuild" {
  from decentralized to hybrid
  because "Eleven email tools, no attribution"
  benefit "Time to market" from 6 weeks to 2 weeks by 2027-12
  risk "Regions slow down" mitigated by "A launch desk in each region"
}
`,
    `plan tidy "Tidy up"\n`,
  ],
  findings: [
    {
      source: `plan rebuild "Rebuild" {
  ⟦from decentralized to hybrid⟧
  because "Eleven email tools, no attribution"
}
`,
      says: '“Rebuild” goes from decentralized to hybrid without a benefit that is measured and a risk that is mitigated.',
    },
  ],
  check(plan, ctx) {
    const { transition, because, benefits, risks } = plan;
    if (!transition) return;
    const missing = [
      ...(because ? [] : ['a reason']),
      ...(benefits.some(({ to }) => to) ? [] : ['a benefit that is measured']),
      ...(risks.some(({ answer }) => answer !== undefined) ? [] : ['a risk that is mitigated']),
    ];
    if (missing.length === 0) return;
    ctx.report({
      at: transition.at,
      property: 'transition',
      message: {
        what: `${quote(label(plan))} goes from ${transition.from.value} to ${transition.to.value} without ${several(missing)}.`,
        why: 'A change of operating model that nobody has argued for is undone by the first argument against it.',
        todo: 'Add what is missing: `because "…"`, `benefit "…" from … to … by …`, `risk "…" mitigated by "…"`.',
      },
    });
  },
});
