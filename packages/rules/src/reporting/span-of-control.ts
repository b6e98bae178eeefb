import type { Role } from '@mktorg/model';
import { directReports, findAs, label, span } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import type { Context } from '../rule.ts';
import { count, number, quote } from '../wording.ts';

const options = {
  max: {
    default: 10,
    doc: "The most direct reports of a role that names no archetype of span; this project's own default, the limit of a supervisor.",
  },
};

export const rule = defineRule({
  id: 'reporting/span-of-control',
  summary: 'More direct reports than suit the way in which a role manages.',
  rationale:
    'How many people one manager can lead depends on the work. A player/coach who does the craft beside the team has time for few; a coordinator of standard work can have many. Beyond the limit, reviews become formal and decisions queue.',
  source:
    "The archetypes and their limits follow a published benchmark of managerial spans (player/coach 5, coach 7, supervisor 10, facilitator 15, coordinator without limit); real medians lie far below, at 3 to 5. The default for roles without an archetype is this project's own.",
  judgement:
    'Direct reports are counted in seats: a pool of six counts six. A role says how it manages with `span coach`; the limit is then that of the archetype, and the option no longer counts for it.',
  options,
  subjects: ['role'],
  reach: 'neighbors',
  clean: [
    `team sales-development "Sales development" {
  lead manager
  role manager "BDR Manager" { span facilitator }
  role bdr "Business development representative" { seats 12 }
}
`,
  ],
  findings: [
    {
      source: `team sales-development "Sales development" {
  lead manager
  role ⟦manager⟧ "BDR Manager"
  role bdr "Business development representative" { seats 12 }
}
`,
      says: '“BDR Manager” has 12 direct reports, 2 more than the 10 of a role without an archetype.',
    },
    {
      source: `team studio "Studio" {
  lead director
  role ⟦director⟧ "Creative Director" { span coach }
  role designer "Designer" { seats 8 }
}
`,
      says: '“Creative Director” has 8 direct reports, 1 more than the 7 of a coach.',
    },
  ],
  check(role, ctx) {
    const reports = span(ctx.model, role.id);
    const { most, whose } = limitOf(role, ctx);
    if (most === undefined || reports <= most) return;
    ctx.report({
      at: role.nameAt,
      property: 'span',
      message: {
        what: `${quote(label(role))} has ${count(reports, 'direct report')}, ${number(reports - most)} more than the ${number(most)} of a ${whose}.`,
        why: 'Beyond that, a manager has no time for each of them: decisions queue and reviews become a formality.',
        todo: 'Put a lead between, move some of them, or state the archetype that fits the work: `span …`.',
      },
      related: directReports(ctx.model, role.id)
        .slice(0, 20)
        .map((report) => ({ message: `${quote(label(report))} reports here.`, at: report.nameAt })),
    });
  },
});

function limitOf(role: Role, ctx: Context<typeof options>): { most: number | undefined; whose: string } {
  const archetype = findAs(ctx.model, role.span?.id, 'archetype');
  if (!archetype) return { most: ctx.options.max, whose: 'role without an archetype' };
  return { most: archetype.max?.value, whose: label(archetype).toLowerCase() };
}
