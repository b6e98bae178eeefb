import { label } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { allowsOf, allowText } from '../engine/allowing.ts';
import { replaceAt } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineModelRule({
  id: 'settings/missing-reason',
  summary: 'An `allow` without `because`.',
  rationale:
    'To accept a finding is a decision, and the reason is what makes it one: it tells the next reader whether it still holds. A suppression without a reason stays for ever, because nobody dares to remove it.',
  source: 'A convention of this project: rule and reason are part of the syntax.',
  judgement: 'The finding that it accepts stays accepted all the same.',
  clean: [
    `team desk "Desk"
platform crm "CRM" {
  used by desk
  allow platform/owner because "The council decides in March"
}
`,
  ],
  findings: [
    {
      source: `team desk "Desk"
platform crm "CRM" {
  used by desk
  ⟦allow platform/owner⟧
}
`,
      says: '“CRM” allows platform/owner without a reason.',
    },
  ],
  fix: { does: 'Adds `because` and a reason for you to write.', safe: false },
  check(model, ctx) {
    for (const { element, allow } of allowsOf(model)) {
      if ((allow.because ?? '').trim() !== '') continue;
      ctx.report({
        at: allow.at,
        element: element.id,
        property: allow.rule,
        message: {
          what: `${quote(label(element))} allows ${allow.rule} without a reason.`,
          why: 'Nobody will know later whether it still holds.',
          todo: `Say why: \`allow ${allow.rule} because "…"\`.`,
        },
        fixes: () => [
          {
            title: 'Add a reason',
            safe: false,
            edits: [replaceAt(allow.at, allowText({ ...allow, because: 'reason' }), 'reason')],
          },
        ],
      });
    }
  },
});
