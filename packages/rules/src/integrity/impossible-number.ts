import type { Element, Money, Place } from '@mktorg/model';
import { kindNoun, label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { number, percent, quote } from '../wording.ts';

export const rule = defineRule({
  id: 'integrity/impossible-number',
  summary: 'A number that nothing can have: half a seat, 140% of a seat, a negative budget.',
  rationale:
    'Totals of seats, full-time equivalents and money are only as good as the numbers that they add up. A number out of its range is a slip of the pen, and silently spoils every sum above it.',
  source: 'What the numbers mean.',
  judgement:
    'Full-time equivalents of a seat or person are above 0 and at most 1, a share of a member likewise (above 0%, at most 100%); seats, depths and the limits of archetypes are whole numbers from 1 on; the fiscal year starts in month 1 to 12; money is not negative.',
  subjects: [
    'organization',
    'team',
    'role',
    'person',
    'platform',
    'program',
    'partner',
    'committee',
    'initiative',
    'phase',
    'view',
    'archetype',
  ],
  reach: 'element',
  clean: [
    `team studio "Studio" {
  budget 1.2M EUR per year
  lead head
  role head "Head of Studio"
  role designer "Designer" { seats 3  fte 0.8 }
}
`,
  ],
  findings: [
    {
      source: `role designer "Designer" {\n  fte ⟦80⟧\n}\n`,
      says: 'The role “Designer” has 80 full-time equivalents in a seat; that is above 0 and at most 1.',
    },
    {
      source: `team studio "Studio" {\n  budget ⟦-20k EUR⟧\n}\n`,
      says: 'The team “Studio” has a negative budget, -20,000 EUR.',
    },
    {
      source: `role designer "Designer" { seats ⟦2.5⟧ }\n`,
      says: 'The role “Designer” has 2.5 seats; that is a whole number from 1 on.',
    },
  ],
  check(element, ctx) {
    for (const { property, at, says } of impossible(element)) {
      ctx.report({
        at,
        property,
        message: {
          what: `The ${kindNoun(element.kind)} ${quote(label(element))} ${says}.`,
          why: 'Every total that counts this element is wrong.',
          todo: 'Correct the number.',
        },
      });
    }
  },
});

interface Slip {
  readonly property: string;
  readonly at: Place;
  readonly says: string;
}

function impossible(element: Element): readonly Slip[] {
  const slips: Slip[] = [];
  const slip = (property: string, at: Place, says: string): void => {
    slips.push({ property, at, says });
  };
  if ('fte' in element && element.fte && !isShare(element.fte.value)) {
    const { value, at } = element.fte;
    const whose = element.kind === 'role' ? ' in a seat' : '';
    slip('fte', at, `has ${number(value)} full-time equivalents${whose}; that is above 0 and at most 1`);
  }
  if ('seats' in element && element.seats && !isCount(element.seats.value)) {
    slip('seats', element.seats.at, `has ${number(element.seats.value)} seats; ${whole}`);
  }
  if ('depth' in element && element.depth && !isCount(element.depth.value)) {
    slip('depth', element.depth.at, `is ${number(element.depth.value)} deep; ${whole}`);
  }
  if ('max' in element && element.max && !isCount(element.max.value)) {
    slip('max', element.max.at, `allows ${number(element.max.value)} direct reports; ${whole}`);
  }
  if ('fiscalYearStart' in element && element.fiscalYearStart) {
    const { value, at } = element.fiscalYearStart;
    if (!isCount(value) || value > 12) {
      slip('fiscalYearStart', at, `starts its fiscal year in month ${number(value)}; months go from 1 to 12`);
    }
  }
  for (const { who, share, at } of 'members' in element ? element.members : []) {
    if (share === undefined || isShare(share)) continue;
    slip(`members ${who}`, at, `takes ${percent(share)} of a member; that is above 0% and at most 100%`);
  }
  const sums: readonly (readonly [string, Money | undefined])[] = [
    ['budget', 'budget' in element ? element.budget : undefined],
    ['cost', 'cost' in element ? element.cost : undefined],
    ['revenue', 'revenue' in element ? element.revenue : undefined],
  ];
  for (const [property, money] of sums) {
    if (!money || money.amount >= 0) continue;
    slip(property, money.at, `has a negative ${property}, ${number(money.amount)} ${money.currency}`);
  }
  return slips;
}

const whole = 'that is a whole number from 1 on';

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

function isShare(value: number): boolean {
  return value > 0 && value <= 1;
}
