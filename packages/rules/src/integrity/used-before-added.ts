import { findPlanned, label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { nameIn } from '../naming.ts';
import { outcomesOf, phaseName } from '../planning.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'integrity/used-before-added',
  summary: 'A phase that speaks of what a later phase adds.',
  rationale:
    'Phases apply in the order in which they stand. What a phase moves, changes or refers to must be there by then; what comes later cannot be used yet, and the phase does less than it says.',
  source: 'What a plan in phases means.',
  judgement: 'Within one phase the order does not matter: what it adds, all of it may speak of.',
  judged: 'with phases',
  subjects: ['plan'],
  reach: 'model',
  clean: [
    `team desk "Email desk" { role writer "Writer" }
plan rebuild "Rebuild" {
  phase found "Found" {
    move desk.writer to core
    add team core "Martech core"
  }
}
`,
  ],
  findings: [
    {
      source: `team desk "Email desk" { role writer "Writer" }
plan rebuild "Rebuild" {
  phase found "Found" { move desk.writer to ⟦core⟧ }
  phase scale "Scale" { add team core "Martech core" }
}
`,
      says: '“Found” speaks of “Martech core”, which a later phase, “Scale”, adds.',
    },
  ],
  check(plan, ctx) {
    for (const { phase, untimely } of outcomesOf(ctx.model, plan)) {
      for (const { type, id, at, phase: later, phaseAt } of untimely) {
        if (type !== 'not-yet') continue;
        const element = findPlanned(ctx.model, id);
        const name = quote(element ? label(element) : nameIn(id));
        ctx.report({
          at,
          element: phase.id,
          property: id,
          message: {
            what: `${quote(label(phase))} speaks of ${name}, which a later phase, ${quote(label(later))}, adds.`,
            why: 'It is not there yet, so the phase does less than it says.',
            todo: `Add it in this phase or an earlier one, or speak of it from ${phaseName(later)} on.`,
          },
          related: [{ message: `${name} is added here.`, at: phaseAt }],
        });
      }
    }
  },
});
