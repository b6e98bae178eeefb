import { label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'partner/reason',
  summary: 'A partner, and nobody says why it is one and not a seat.',
  rationale:
    'There are four good reasons to work with somebody from outside: to experiment, for deep expertise that is less than a job, to scale up fast, and because it is too early to hire. Each ends differently. Without the reason nobody notices when it no longer holds.',
  source: 'Practitioners name four reasons for agencies, consultants, freelancers and contractors.',
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
  budget owner desk
  workflow owner desk
}
`,
      says: '“Pixel Works” is a partner without a reason.',
    },
  ],
  fix: { does: 'Adds `reason` for you to choose.', safe: false },
  check(partner, ctx) {
    if (partner.reason) return;
    ctx.report({
      at: partner.nameAt,
      property: 'reason',
      message: {
        what: `${quote(label(partner))} is a partner without a reason.`,
        why: 'Nobody will notice when the reason no longer holds, and the contract is renewed out of habit.',
        todo: 'Say why it is a partner and not a seat: `reason experiment`, `deep-expertise`, `scale-up` or `early-stage`.',
      },
      fixes: () => [
        {
          title: `Say why ${quote(label(partner))} is a partner`,
          safe: false,
          edits: [addStatement(partner.id, 'reason deep-expertise', 'deep-expertise')],
        },
      ],
    });
  },
});
