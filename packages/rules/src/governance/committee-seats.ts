import type { Committee, Element, OrgModel } from '@mktorg/model';
import { find, label, shortestName } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { type Department, isDepartment } from '../departments.ts';
import { addStatement } from '../fix.ts';
import { teamsFrom } from '../functions.ts';
import { quote, several } from '../wording.ts';

export const rule = defineRule({
  id: 'governance/committee-seats',
  summary: 'A steering committee without a seat for IT, for enterprise data, or for an adjacent service.',
  rationale:
    'What a martech steering committee decides lands with others: IT integrates and secures it, enterprise data feeds it, sales and support work with what comes out. Whoever has no seat hears of the decision when it fails.',
  source:
    'Practitioners: a steering committee with IT, enterprise data and adjacent services such as sales and support.',
  judgement:
    'Judged are committees that are a `steering-committee`. Departments are recognized by the words in the name, title or tags of a member, or of the team that it sits in, in several languages. A member from outside that is recognized as nothing could be any of them, so it counts for one seat; `tags it`, `tags data` or `tags sales` on the department settles it.',
  subjects: ['committee'],
  reach: 'neighbors',
  clean: [
    `external it "Corporate IT"
external enterprise-data "Enterprise Data & BI"
external sales "Sales"
role cmo "CMO"
committee steering "Martech steering committee" as steering-committee {
  chair cmo
  members it, enterprise-data, sales
}
`,
  ],
  findings: [
    {
      source: `external it "Corporate IT"
role cmo "CMO"
role cdo "Head of Brand"
committee ⟦steering⟧ "Martech steering committee" as steering-committee {
  chair cmo
  members it, cdo
}
`,
      says: '“Martech steering committee” has no seat for enterprise data and an adjacent service (sales, support).',
    },
  ],
  fix: { does: 'Adds the departments of the model that are missing as members.', safe: false },
  check(committee, ctx) {
    if (committee.form?.id !== 'form:steering-committee') return;
    const missing = missingSeats(ctx.model, committee);
    if (missing.length === 0) return;
    ctx.report({
      at: committee.nameAt,
      property: 'members',
      message: {
        what: `${quote(label(committee))} has no seat for ${several(missing.map(({ name }) => name))}.`,
        why: 'Whoever has no seat hears of a decision when it fails.',
        todo: 'Add them: `members …`.',
      },
      fixes: (model) => {
        const candidates = missing.flatMap((seat) => {
          const found = model.byKind.external.find((external) => fits(external, seat));
          return found ? [shortestName(model, found.id, committee.id)] : [];
        });
        const names = candidates.length > 0 ? candidates.join(', ') : 'department';
        const title = `Add ${several(missing.map(({ name }) => name))} to ${quote(label(committee))}`;
        return [{ title, safe: false, edits: [addStatement(committee.id, `members ${names}`, names)] }];
      },
    });
  },
});

interface Seat {
  readonly name: string;
  readonly departments: readonly Department[];
}

const seats: readonly Seat[] = [
  { name: 'IT', departments: ['it'] },
  { name: 'enterprise data', departments: ['data'] },
  { name: 'an adjacent service (sales, support)', departments: ['sales', 'support'] },
];

function missingSeats(model: OrgModel, committee: Committee): readonly Seat[] {
  const ids = [...committee.members.map(({ who }) => who), ...(committee.chair ? [committee.chair.id] : [])];
  let missing = seats;
  let unknown = 0;
  for (const id of ids) {
    const element = find(model, id);
    if (!element) continue;
    const around = [element, ...teamsFrom(model, id)];
    const taken = seats.filter((seat) => around.some((each) => fits(each, seat)));
    // One department may take two seats: IT and data are often one.
    missing = missing.filter((seat) => !taken.includes(seat));
    if (taken.length === 0 && isUnknown(element)) unknown++;
  }
  return missing.slice(0, Math.max(0, missing.length - unknown));
}

function fits(element: Element, seat: Seat): boolean {
  return seat.departments.some((department) => isDepartment(element, department));
}

function isUnknown(element: Element): boolean {
  const others: readonly Department[] = ['finance', 'revenue', 'communications'];
  return element.kind === 'external' && !others.some((department) => isDepartment(element, department));
}
