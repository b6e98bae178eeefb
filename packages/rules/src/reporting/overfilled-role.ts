import { isWithin, label, seatsOf } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { addStatement, replaceAt } from '../fix.ts';
import { count, quote, several } from '../wording.ts';

export const rule = defineRule({
  id: 'reporting/overfilled-role',
  summary: 'A role with more holders than seats.',
  rationale:
    'Headcount, vacancies and cost count seats. Whoever holds a seat that is not there is in none of these numbers: the team looks smaller and cheaper than it is, and of two people in one seat nobody can say who decides.',
  source: "This project's own.",
  judgement:
    'A role has one seat unless `seats` says otherwise. Two people who share one seat by half are two seats of half the time: `seats 2  fte 0.5`. A handover of some weeks can be accepted: `allow reporting/overfilled-role because "…"`.',
  subjects: ['role'],
  reach: 'element',
  clean: [
    `role designer "Designer" { seats 2  held by "Ada Lind", "Bo Ek" }\n`,
    `role editor "Editor" { seats 2  fte 0.5  held by "Ada Lind", "Bo Ek" }\n`,
  ],
  findings: [
    {
      source: `role director "Brand Director" { ⟦held by "Ada Lind", "Bo Ek"⟧ }\n`,
      says: '“Brand Director” has 1 seat and 2 holders: Ada Lind and Bo Ek.',
    },
  ],
  fix: { does: 'States as many seats as there are holders.', safe: false },
  check(role, ctx) {
    const seats = seatsOf(role);
    const holders = role.holders.length;
    const extra = role.holders[seats];
    if (!extra) return;
    const names = several(
      role.holders.map(({ name }) => name),
      8,
    );
    ctx.report({
      at: extra.at,
      property: 'holders',
      message: {
        what: `${quote(label(role))} has ${count(seats, 'seat')} and ${count(holders, 'holder')}: ${names}.`,
        why: 'Headcount and cost count seats, so whoever has none is in no number.',
        todo: `State the seats that there are (\`seats ${holders}\`), or take out whoever holds none of them.`,
      },
      fixes: () => [
        {
          title: `State ${count(holders, 'seat')}`,
          safe: false,
          edits: [
            // Seats that add up in a merger stand nowhere.
            role.seats && isWithin(role.seats.at, role.at)
              ? replaceAt(role.seats.at, String(holders))
              : addStatement(role.id, `seats ${holders}`),
          ],
        },
      ],
    });
  },
});
