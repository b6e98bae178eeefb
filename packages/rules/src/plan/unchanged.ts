import type { AfterPhase, OrgModel } from '@mktorg/model';
import { isWithin, label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { outcomesOf } from '../planning.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'plan/unchanged',
  summary: 'A phase after which the organization is what it was before.',
  rationale:
    'A phase is a step: at its end something stands elsewhere, belongs to somebody else, is new or is gone. One that changes nothing either has not been thought through yet or says what the organization says already, and in both cases whoever reads the plan expects something that does not come.',
  source: 'What a plan in phases means.',
  judgement:
    'A phase that sources a skill or tells somebody does something, though the organization stays what it is. Where a line of the phase is an error, or comes to nothing for another reason than that it holds already, that line alone is found.',
  judged: 'with phases',
  subjects: ['plan'],
  reach: 'model',
  clean: [
    `team desk "Email desk"
plan rebuild "Rebuild" {
  phase found "Found" { add role architect "Architect" to desk }
}
`,
  ],
  findings: [
    {
      source: `plan rebuild "Rebuild" {
  phase ⟦found⟧ "Found" from 2027-01 to 2027-06
}
`,
      says: 'The phase “Found” changes nothing.',
    },
    {
      source: `team desk "Email desk"
platform mail "Email" { owner desk }
plan rebuild "Rebuild" {
  phase ⟦found⟧ "Found" { change mail { owner desk } }
}
`,
      says: 'After the phase “Found” the organization is what it was before: all that it states holds already.',
    },
  ],
  check(plan, ctx) {
    for (const outcome of outcomesOf(ctx.model, plan)) {
      if (!isUnchanged(outcome, ctx.model)) continue;
      const { phase, idle } = outcome;
      const name = quote(label(phase));
      ctx.report({
        at: phase.nameAt,
        element: phase.id,
        message: {
          what:
            idle.length === 0
              ? `The phase ${name} changes nothing.`
              : `After the phase ${name} the organization is what it was before: all that it states holds already.`,
          why: 'Whoever reads the plan expects a step here, and none is taken.',
          todo: 'Say what the phase adds, moves, changes or retires, or take it out of the plan.',
        },
      });
    }
  },
});

/**
 * Whether a phase as a whole changes nothing. What speaks of things that are not there, what is no change at all and
 * what comes to nothing line by line has findings of its own.
 */
export function isUnchanged({ phase, changes, untimely, idle }: AfterPhase, model: OrgModel): boolean {
  return (
    changes.length === 0 &&
    untimely.length === 0 &&
    phase.changes.every(({ type }) => type !== 'told' && type !== 'source') &&
    idle.every(({ how }) => how === 'same' || how === 'there') &&
    !model.problems.some(({ at }) => isWithin(at, phase.at))
  );
}
