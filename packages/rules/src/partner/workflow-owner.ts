import { label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'partner/workflow-owner',
  summary: 'A partner whom nobody briefs.',
  rationale:
    'Whoever pays for a partner is not always who works with it. One person or team briefs, keeps the queue and accepts the work; where several do, or nobody, the partner serves whoever writes last.',
  source: 'Practitioners: settle for every partner who owns the budget and who owns the workflow.',
  subjects: ['partner'],
  reach: 'element',
  clean: [
    `team desk "Media desk"
partner pixel "Pixel Works" is agency {
  reason deep-expertise
  budget owner desk
  workflow owner desk
}
`,
  ],
  findings: [
    {
      source: `team desk "Media desk"
partner ⟦pixel⟧ "Pixel Works" is agency {
  reason deep-expertise
  budget owner desk
}
`,
      says: '“Pixel Works” has no workflow owner.',
    },
  ],
  fix: { does: 'Adds `workflow owner` for you to complete.', safe: false },
  check(partner, ctx) {
    if (partner.workflowOwner) return;
    ctx.report({
      at: partner.nameAt,
      property: 'workflowOwner',
      message: {
        what: `${quote(label(partner))} has no workflow owner.`,
        why: 'Without somebody who briefs and accepts the work, it serves whoever writes last.',
        todo: 'Say who briefs it and accepts the work: `workflow owner …`.',
      },
      fixes: () => [
        {
          title: `Say who works with ${quote(label(partner))}`,
          safe: false,
          edits: [addStatement(partner.id, 'workflow owner team', 'team')],
        },
      ],
    });
  },
});
