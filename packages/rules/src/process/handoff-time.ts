import { handoffs, label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { insertAfter } from '../fix.ts';
import { named } from '../naming.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'process/handoff-time',
  summary: 'A handoff between teams without a time.',
  rationale:
    'Work waits at the borders between teams, and most where nobody has agreed how long it may. A time on the step that receives the work makes the handoff a promise; it is also the first number of every business case for changing the process.',
  source: 'Practitioners count handoffs among the price of centralizing, to be paid with agreed times.',
  judgement:
    'A handoff is two steps in a row by different teams, roles or departments; a step that names nobody is done by whoever did the one before. The time is `within …` on the step that receives the work.',
  subjects: ['process'],
  reach: 'neighbors',
  clean: [
    `team regions "Regions"
team core "Martech core"
process intake "Campaign intake" {
  owner core
  step brief by regions
  step build by core within 3 days
  step test by core
}
`,
  ],
  findings: [
    {
      source: `team regions "Regions"
team core "Martech core"
process intake "Campaign intake" {
  owner core
  step brief by regions
  step ⟦build⟧ by core
}
`,
      says: 'In “Campaign intake”, “Regions” hands “brief” over to “Martech core” for “build”, without a time.',
    },
  ],
  fix: { does: 'Adds `within 2 days`, for you to correct.', safe: false },
  check(process, ctx) {
    for (const { from, to, fromBy, toBy, within } of handoffs(ctx.model, process.id)) {
      if (within) continue;
      const giver = named(ctx.model, fromBy);
      const taker = named(ctx.model, toBy);
      ctx.report({
        at: to.nameAt,
        element: to.id,
        property: 'within',
        message: {
          what: `In ${quote(label(process))}, ${giver} hands ${quote(label(from))} over to ${taker} for ${quote(label(to))}, without a time.`,
          why: 'Work waits where nobody has agreed how long it may.',
          todo: 'Agree on a time and write it on the step: `within 2 days`.',
        },
        related: [{ message: `${giver} hands over here.`, at: from.nameAt }],
        fixes: () => {
          const edit = insertAfter(to.via?.at ?? to.by?.at ?? to.nameAt, ' within 2 days', '2 days');
          return [{ title: `Give ${quote(label(to))} a time`, safe: false, edits: [edit] }];
        },
      });
    }
  },
});
