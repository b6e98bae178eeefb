import type { Driver, OrgModel } from '@mktorg/model';
import { label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { phasesOf } from '../planning.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'plan/driver-without-team',
  severity: 'info',
  summary: 'A tipping point that no team answers.',
  rationale:
    'A driver (spending, accountability, digital transformation, the customer) is the reason to organize marketing operations at all. Where it is written down and neither owned nor behind a plan that gives a team the task, it is an observation, and the pressure stays.',
  source: 'Practitioners: at a tipping point a team is founded, or an existing one gets the task.',
  judgement:
    'A driver is answered by its `owner`, or by a plan that is `driven by` it and has an owner or a sponsor, or whose phases add or change a team.',
  judged: 'once',
  subjects: ['driver'],
  reach: 'model',
  clean: [
    `driver spend "Martech passes 29% of budget" is budget { owner operations }
team operations "Marketing operations"
`,
    `driver spend "Martech passes 29% of budget" is budget
plan rebuild "Rebuild" {
  driven by spend
  phase found "Found" { add team operations "Marketing operations" }
}
`,
  ],
  findings: [
    {
      source: `driver ⟦spend⟧ "Martech passes 29% of budget" is budget\n`,
      says: 'No team answers “Martech passes 29% of budget”: it has no owner, and drives no plan.',
    },
  ],
  fix: { does: 'Adds `owner` for you to complete.', safe: false },
  check(driver, ctx) {
    if (driver.owner || isAnswered(ctx.model, driver)) return;
    const name = quote(label(driver));
    const drives = ctx.model.byKind.plan.some(({ drivenBy }) => drivenBy.some(({ id }) => id === driver.id));
    ctx.report({
      at: driver.nameAt,
      property: 'owner',
      message: {
        what: drives
          ? `No team answers ${name}: it has no owner, and the plan that it drives gives no team the task.`
          : `No team answers ${name}: it has no owner, and drives no plan.`,
        why: 'A reason to change that nobody answers stays an observation.',
        todo: 'Say who answers it, `owner …`, or let a plan that founds or changes a team be `driven by` it.',
      },
      fixes: () => [
        {
          title: `Say who answers ${name}`,
          safe: false,
          edits: [addStatement(driver.id, 'owner whom', 'whom')],
        },
      ],
    });
  },
});

function isAnswered(model: OrgModel, driver: Driver): boolean {
  return model.byKind.plan.some((plan) => {
    if (!plan.drivenBy.some(({ id }) => id === driver.id)) return false;
    if (plan.owner || plan.sponsor) return true;
    return phasesOf(model, plan).some(({ changes }) =>
      changes.some(({ type, what }) => type !== 'told' && what.some(({ id }) => id.startsWith('team:'))),
    );
  });
}
