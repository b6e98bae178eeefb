import { label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'plan/objective-measurable',
  summary: 'An objective without a value to reach.',
  rationale:
    'Goals are broad; objectives are what tells whether they are being reached. An objective that cannot be measured is a goal in disguise: at the end of the year everybody can claim it, and nobody can show it.',
  source: 'Practitioners of transformation: objectives are measurable.',
  judgement:
    'Measurable is an objective that says what value it goes `to`. Where from and by when are welcome.',
  subjects: ['objective'],
  reach: 'element',
  clean: [
    `team core "Core" {
  charter {
    goal "Every euro has a forecast return" {
      objective "Spend with attribution" from 40% to 90% by 2027-Q2
    }
  }
}
`,
  ],
  findings: [
    {
      source: `team core "Core" {
  charter {
    goal "Every euro has a forecast return" {
      ⟦objective⟧ "Spend with attribution"
    }
  }
}
`,
      says: 'The objective “Spend with attribution” names no value to reach.',
    },
  ],
  check(objective, ctx) {
    if (objective.measure?.to) return;
    ctx.report({
      at: objective.nameAt,
      property: 'measure',
      message: {
        what: `The objective ${quote(label(objective))} names no value to reach.`,
        why: 'What cannot be measured can be claimed by everybody and shown by nobody.',
        todo: 'Say from which value to which, and by when: `objective "…" from 40% to 90% by 2027-Q2`.',
      },
    });
  },
});
