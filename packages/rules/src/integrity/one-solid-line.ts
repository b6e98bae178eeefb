import { label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { named } from '../naming.ts';
import { count, quote, several } from '../wording.ts';

export const rule = defineRule({
  id: 'integrity/one-solid-line',
  summary: 'A role or team with two solid lines.',
  rationale:
    'The solid line says who hires, reviews and sets priorities, and that can be only one. Every other tie, however strong, is a dotted line with a purpose. Organizations that work in a matrix write one solid line and strong dotted lines.',
  source: 'Practitioners formalize collaboration with dotted lines beside one solid line.',
  subjects: ['role', 'team'],
  reach: 'neighbors',
  clean: [
    `external sales "Sales"
role cmo "Chief Marketing Officer"
role bdr-lead "BDR Lead" {
  reports to cmo
  ..> sales "career path" { strength strong }
}
`,
  ],
  findings: [
    {
      source: `external sales "Sales"
role cmo "Chief Marketing Officer"
role bdr-lead "BDR Lead" {
  reports to cmo, ⟦sales⟧
}
`,
      says: '“BDR Lead” has 2 solid lines: to “Chief Marketing Officer” and “Sales”.',
    },
  ],
  check(subject, ctx) {
    const [first, ...more] = subject.reportsTo;
    const second = more[0];
    if (!first || !second) return;
    const managers = subject.reportsTo.map((ref) => named(ctx.model, ref.id));
    ctx.report({
      at: second.at,
      property: 'reportsTo',
      message: {
        what: `${quote(label(subject))} has ${count(subject.reportsTo.length, 'solid line')}: to ${several(managers)}.`,
        why: 'With two managers nobody knows whose priorities count; the chart and all sums follow the first one.',
        todo: `Keep one \`reports to\`, and draw the other as a dotted line: \`..> … "what for"\`.`,
      },
      related: [{ message: `The line that counts, to ${managers[0] ?? ''}.`, at: first.at }],
    });
  },
});
