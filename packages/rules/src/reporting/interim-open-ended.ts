import { label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { insertAfter, replaceAt } from '../fix.ts';
import { quote } from '../wording.ts';

export const rule = defineRule({
  id: 'reporting/interim-open-ended',
  summary: 'A seat that is held for the time being, without an end or past it.',
  rationale:
    'An interim is a good answer to a vacancy for as long as everybody knows when it ends. Without a date it becomes the permanent answer that nobody decided on, and the person in it has neither the job nor a way back.',
  source: "This project's own.",
  subjects: ['role'],
  reach: 'element',
  clean: [`role pr "Communications manager" {\n  held by "Ada Lind"\n  interim until 2027-03-31\n}\n`],
  findings: [
    {
      source: `role pr "Communications manager" {\n  held by "Ada Lind"\n  ⟦interim⟧\n}\n`,
      says: '“Communications manager” is held for the time being, without an end.',
    },
    {
      source: `role pr "Communications manager" {\n  held by "Ada Lind"\n  ⟦interim until 2026-12⟧\n}\n`,
      says: '“Communications manager” was to be held for the time being until 2026-12, which is past.',
      today: '2027-01-15',
    },
  ],
  fix: { does: 'Adds or moves the end, to a month that you choose.', safe: false },
  check(role, ctx) {
    const { interim } = role;
    if (!interim) return;
    const { until } = interim;
    if (until && until.to >= ctx.today) return;
    const month = inSixMonths(ctx.today);
    const title = `Let the interim end in ${month}`;
    ctx.report({
      at: interim.at,
      property: 'interim',
      message: {
        what: until
          ? `${quote(label(role))} was to be held for the time being until ${until.text}, which is past.`
          : `${quote(label(role))} is held for the time being, without an end.`,
        why: 'An interim without an end turns into a decision that nobody took.',
        todo: until
          ? 'Remove `interim` if the holder stays, or write the new end.'
          : 'Say until when: `interim until 2027-06-30`.',
      },
      fixes: () => [
        until
          ? { title, safe: false, edits: [replaceAt(until.at, month, month)] }
          : { title, safe: false, edits: [insertAfter(interim.at, ` until ${month}`, month)] },
      ],
    });
  },
});

/** `2027-07`, of a day in January 2027. */
function inSixMonths(day: string): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + 6;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
