import { label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'plan/barrier-strategy',
  summary: 'A barrier without a strategy to overcome it.',
  rationale:
    'Barriers (a stakeholder, a process, technology, money) are what transformations fail at, and they are known in advance. One that is written down and has no strategy is a risk that everybody saw and nobody took on.',
  source: 'Practitioners of transformation: for each barrier a strategy for change.',
  judged: 'once',
  subjects: ['barrier'],
  reach: 'element',
  clean: [
    `plan rebuild "Rebuild" {
  barrier habit "We have always done it this way" is process { strategy "Redesign intake with the two loudest regions" }
}
`,
  ],
  findings: [
    {
      source: `plan rebuild "Rebuild" {
  barrier ⟦habit⟧ "We have always done it this way" is process
}
`,
      says: 'Nothing is planned against the barrier “We have always done it this way”.',
    },
  ],
  fix: { does: 'Adds `strategy` for you to complete.', safe: false },
  check(barrier, ctx) {
    if (barrier.strategy) return;
    const name = quote(label(barrier));
    ctx.report({
      at: barrier.nameAt,
      property: 'strategy',
      message: {
        what: `Nothing is planned against the barrier ${name}.`,
        why: 'A barrier that is known and left alone is where the plan will stop.',
        todo: 'Say how it is overcome: `strategy "…"`.',
      },
      fixes: () => [
        {
          title: `Say how ${name} is overcome`,
          safe: false,
          edits: [addStatement(barrier.id, 'strategy "how"', 'how')],
        },
      ],
    });
  },
});
