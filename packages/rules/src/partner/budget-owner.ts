import { label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'partner/budget-owner',
  summary: 'A partner for whom nobody pays.',
  rationale:
    'Somebody inside signs for every partner. Where that is not written down, the cost lands on whoever is asked last, several teams pay for the same thing, and nobody ends the contract.',
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
  workflow owner desk
}
`,
      says: '“Pixel Works” has no budget owner.',
    },
  ],
  fix: { does: 'Adds `budget owner` for you to complete.', safe: false },
  check(partner, ctx) {
    if (partner.budgetOwner) return;
    ctx.report({
      at: partner.nameAt,
      property: 'budgetOwner',
      message: {
        what: `${quote(label(partner))} has no budget owner.`,
        why: 'Nobody inside answers for what it costs, and nobody will end the contract.',
        todo: 'Say who pays: `budget owner …`.',
      },
      fixes: () => [
        {
          title: `Say who pays for ${quote(label(partner))}`,
          safe: false,
          edits: [addStatement(partner.id, 'budget owner team', 'team')],
        },
      ],
    });
  },
});
