import { findAs, label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'governance/initiative-end',
  summary: 'An initiative without an end.',
  rationale:
    'A tiger team borrows people from other teams to get one thing done, and gives them back. Without a date it becomes a department that nobody decided to found, and the teams that lend the people never get them back.',
  source: 'Practitioners describe initiatives and tiger teams as temporary: a few months, then they disband.',
  judgement: 'A criterion to stop at (`exit "…"`) is good and not enough: it may never be met.',
  subjects: ['initiative'],
  reach: 'neighbors',
  clean: [
    `role lead "SEO lead"
initiative direct "Direct booking" as tiger-team { lead lead  until 2027-09 }
`,
  ],
  findings: [
    {
      source: `role lead "SEO lead"
initiative ⟦direct⟧ "Direct booking" as tiger-team { lead lead }
`,
      says: '“Direct booking” is a tiger team without an end.',
    },
  ],
  fix: { does: 'Adds `until` for you to complete.', safe: false },
  check(initiative, ctx) {
    if (initiative.until) return;
    const form = findAs(ctx.model, initiative.form?.id, 'form');
    const what = form ? label(form).toLowerCase() : 'initiative';
    const month = `${Number(ctx.today.slice(0, 4)) + 1}${ctx.today.slice(4, 7)}`;
    ctx.report({
      at: initiative.nameAt,
      property: 'until',
      message: {
        what: `${quote(label(initiative))} is ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} without an end.`,
        why: 'It would live for ever, on people whom it only borrowed.',
        todo: 'Say until when: `until 2027-06-30`.',
      },
      fixes: () => [
        {
          title: `Let ${quote(label(initiative))} end in ${month}`,
          safe: false,
          edits: [addStatement(initiative.id, `until ${month}`, month)],
        },
      ],
    });
  },
});
