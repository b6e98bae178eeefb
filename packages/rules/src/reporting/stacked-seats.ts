import { label, peopleInSeveralSeats } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { concernsSeveralSeats, isForTheTimeBeing, nearestAbove } from '../stacking.ts';
import { count, quote } from '../wording.ts';

export const rule = defineModelRule({
  id: 'reporting/stacked-seats',
  summary: 'One person in two seats of one reporting line.',
  rationale:
    'Whoever holds a seat and the seat above it reports to themselves. It happens when a manager covers a vacancy, and stays when nobody fills it: on the chart the team looks staffed, and one level of judgment is missing.',
  source: "This project's own.",
  judgement:
    'A seat held `interim` until a date that has not passed is no finding: it is an arrangement with an end. Two seats side by side, or in different lines, are none either; [governance/over-allocation](../governance/over-allocation.md) counts what they add up to.',
  clean: [
    `team marketing "Marketing" {
  lead cmo
  role cmo "CMO" { held by "Ada Lind" }
  team web "Web" {
    lead head
    role head "Head of Web" { held by "Ada Lind"  interim until 2027-09 }
    role developer "Web developer" { held by "Bo Ek" }
  }
}
`,
  ],
  findings: [
    {
      source: `team marketing "Marketing" {
  lead cmo
  role cmo "CMO" { held by "Ada Lind" }
  team web "Web" {
    lead head
    role head "Head of Web" { ⟦held by "Ada Lind"⟧ }
    role developer "Web developer" { held by "Bo Ek" }
  }
}
`,
      says: 'Ada Lind holds “Head of Web” and, 1 level above it, “CMO”.',
    },
  ],
  reads(element) {
    if (element.kind === 'person') return element.title;
    if (element.kind === 'team') return [element.lead, element.reportsTo];
    return element.kind === 'role' && element.holders.length > 0
      ? [element.holders, element.interim, element.reportsTo]
      : undefined;
  },
  readsAlone: true,
  readsLines: concernsSeveralSeats,
  check(model, ctx) {
    for (const person of peopleInSeveralSeats(model)) {
      const held = new Map(person.seats.map((seat) => [seat.role.id, seat]));
      for (const { role, at } of held.values()) {
        if (isForTheTimeBeing(role, ctx.today)) continue;
        const above = nearestAbove(model, role.id, (id) => held.has(id));
        const upper = above && held.get(above.id);
        if (!upper || isForTheTimeBeing(upper.role, ctx.today)) continue;
        ctx.report({
          at,
          element: role.id,
          also: [upper.role.id],
          property: person.key,
          message: {
            what: `${person.name} holds ${quote(label(role))} and, ${count(above.levels, 'level')} above it, ${quote(label(upper.role))}.`,
            why: 'The person reports to themselves, and the line has one judgment fewer than it shows.',
            todo: 'Leave the lower seat vacant, name somebody else, or say until when it is so: `interim until …`.',
          },
          related: [{ message: `${person.name} holds ${quote(label(upper.role))} too.`, at: upper.at }],
        });
      }
    }
  },
});
