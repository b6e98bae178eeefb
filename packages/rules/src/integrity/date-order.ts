import type { Phase } from '@mktorg/model';
import { label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { phasesOf } from '../planning.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'integrity/date-order',
  summary: 'A phase that ends before it starts, or that starts before the phase before it starts or ends.',
  rationale:
    'Phases are applied in the order in which they stand: each builds on the organization that the one before it leaves. Dates that run the other way would apply changes to something that does not exist yet.',
  source: 'What a plan in phases means.',
  judgement:
    'Phases may touch: one that starts in the month (quarter, year, day) in which the one before it ends does not overlap it. Work that runs beside a phase belongs into it, or into a plan of its own.',
  judged: 'once',
  subjects: ['plan'],
  reach: 'neighbors',
  clean: [
    `plan rebuild "Rebuild" {
  phase found "Found" from 2027-01 to 2027-06
  phase scale "Scale" from 2027-06 to 2027-12
}
`,
  ],
  findings: [
    {
      source: `plan rebuild "Rebuild" {
  phase ⟦found⟧ "Found" from 2027-06 to 2027-01
}
`,
      says: 'The phase “Found” ends (2027-01) before it starts (2027-06).',
    },
    {
      source: `plan rebuild "Rebuild" {
  phase found "Found" from 2027-04 to 2027-06
  phase ⟦scale⟧ "Scale" from 2027-01 to 2027-12
}
`,
      says: 'The phase “Scale” (from 2027-01) stands after “Found” (from 2027-04), and starts before it.',
    },
    {
      source: `plan rebuild "Rebuild" {
  phase found "Found" from 2027-01 to 2027-06
  phase ⟦scale⟧ "Scale" from 2027-04 to 2027-12
}
`,
      says: 'The phase “Scale” starts (2027-04) before “Found” ends (2027-06).',
    },
  ],
  check(plan, ctx) {
    /** The last one with a start, and the one that ends last. */
    let before: Phase | undefined;
    let last: Phase | undefined;
    for (const phase of phasesOf(ctx.model, plan)) {
      if (phase.from && phase.to && phase.to.to < phase.from.from) {
        ctx.report({
          at: phase.nameAt,
          element: phase.id,
          property: 'to',
          message: {
            what: `The phase ${quote(label(phase))} ends (${phase.to.text}) before it starts (${phase.from.text}).`,
            why: 'A phase that takes no time cannot be planned or drawn.',
            todo: 'Exchange or correct the dates.',
          },
        });
      }
      if (before?.from && phase.from && phase.from.from < before.from.from) {
        ctx.report({
          at: phase.nameAt,
          element: phase.id,
          property: 'from',
          also: [before.id],
          message: {
            what: `The phase ${quote(label(phase))} (from ${phase.from.text}) stands after ${quote(label(before))} (from ${before.from.text}), and starts before it.`,
            why: 'Phases apply in the order in which they stand, so this one would change what does not exist yet.',
            todo: 'Put the phases in the order of their dates, or correct the dates.',
          },
          related: [{ message: `${quote(label(before))} starts later.`, at: before.nameAt }],
        });
      }
      if (last?.to && phase.from && phase.from.from < last.to.from && !startsEarlier(phase, before)) {
        ctx.report({
          at: phase.nameAt,
          element: phase.id,
          property: 'overlap',
          also: [last.id],
          message: {
            what: `The phase ${quote(label(phase))} starts (${phase.from.text}) before ${quote(label(last))} ends (${last.to.text}).`,
            why: 'It builds on the organization that the phase before it leaves, which is not there yet.',
            todo: 'Let it start where the other ends, or put what runs beside it into that phase or into a plan of its own.',
          },
          related: [{ message: `${quote(label(last))} ends later.`, at: last.to.at }],
        });
      }
      if (phase.from) before = phase;
      if (phase.to && !(last?.to && phase.to.from < last.to.from)) last = phase;
    }
  },
});

/** That is said already, and says more. */
function startsEarlier(phase: Phase, before: Phase | undefined): boolean {
  return phase.from !== undefined && before?.from !== undefined && phase.from.from < before.from.from;
}
