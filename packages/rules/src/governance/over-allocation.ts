import type { OrgModel } from '@mktorg/model';
import { type Allocation, dividedAllocations, findAs } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { named } from '../naming.ts';
import type { Context } from '../rule.ts';
import { concernsSeveralSeats, isForTheTimeBeing, nearestAbove } from '../stacking.ts';
import { percent, quote, several } from '../wording.ts';

const options = {
  max: {
    default: 100,
    doc: 'The most that a person or seat may add up to, in percent of what the person or seat has to give.',
  },
};

export const rule = defineModelRule({
  id: 'governance/over-allocation',
  summary: 'Seats, or initiatives and committees, that add up to more than one person can do.',
  rationale:
    'Every initiative asks for a fifth of the same analyst. Each share is reasonable; the sum is not, and whatever is last in the week does not happen. The chart of one initiative never shows it.',
  source:
    'Practitioners: a core of capabilities serves an interwoven set of initiatives, and people are over-allocated.',
  judgement:
    'Two sums are made. The seats that one person holds add up by their full-time equivalents; a seat held `interim` until a date that has not passed counts for nothing. The stated shares of initiatives and committees (`members designer at 20%`) add up by themselves: they are time that a seat gives away, so a full-time designer with one initiative at 20% is no finding. Both are measured against what the person or seat has to give, one full-time seat unless `fte` says otherwise. A member without a share counts for nothing. Nor does a seat below another one of the same person in one line, unless [reporting/stacked-seats](../reporting/stacked-seats.md), which reports that, is off.',
  options,
  clean: [
    `role analyst "Data analyst" { held by "Ada Lind" }
role lead "Lead" { held by "Bo Ek" }
initiative one "One" { lead lead  until 2027-06  members analyst at 40% }
initiative two "Two" { lead lead  until 2027-06  members analyst at 60% }
`,
    `role editor "Editor" { held by "Ada Lind"  fte 0.5 }
role writer "Writer" { held by "Ada Lind"  fte 0.5 }
`,
  ],
  findings: [
    {
      source: `role analyst "Data analyst" { held by "Ada Lind" }
role lead "Lead" { held by "Bo Ek" }
initiative one "One" { lead lead  until 2027-06  members analyst at 60% }
initiative two "Two" { lead lead  until 2027-06  members ⟦analyst at 70%⟧ }
`,
      says: 'Ada Lind is allocated to 130%: “One” 60% and “Two” 70%.',
    },
    {
      source: `role editor "Editor" { held by "Ada Lind" }
role writer "Writer" { ⟦held by "Ada Lind"⟧  fte 0.5 }
`,
      says: 'Ada Lind is allocated to 150%: “Editor” 100% and “Writer” 50%.',
    },
  ],
  reads(element) {
    if (element.kind === 'person') return [element.title, element.fte];
    if (element.kind === 'initiative' || element.kind === 'committee')
      return [element.title, element.members];
    if (element.kind !== 'role') return undefined;
    const { holders, fte, interim } = element;
    return holders.length > 0 || fte || interim ? [holders, fte, interim] : undefined;
  },
  readsAlone: true,
  readsLines: concernsSeveralSeats,
  basis: isStackingJudged,
  check(model, ctx) {
    for (const allocation of dividedAllocations(model)) {
      const isSeat = (part: Part): boolean => part.in.startsWith('role:');
      const seats = allocation.parts.filter(isSeat).filter((part) => !isInterim(part, ctx));
      judge(allocation, withoutStacked(seats, ctx), 'seats', ctx);
      judge(
        allocation,
        allocation.parts.filter((part) => !isSeat(part)),
        'members',
        ctx,
      );
    }
  },
});

type Part = Allocation['parts'][number];
type Ctx = Context<typeof options>;

function judge(allocation: Allocation, all: readonly Part[], property: string, ctx: Ctx): void {
  const { model } = ctx;
  const capacity = capacityOf(allocation, ctx);
  const parts = all.filter(({ share }) => share > 0);
  const total = parts.reduce((sum, { share }) => sum + share, 0) / capacity;
  const last = parts.at(-1);
  // Shares such as 0.1 + 0.2 do not add up exactly. One part alone is an impossible number.
  if (!last || parts.length < 2 || total <= ctx.options.max / 100 + 1e-6) return;
  const seat = findAs(model, allocation.role, 'role');
  const shares = parts.map((part) => `${named(model, part.in)} ${percent(part.share)}`);
  ctx.report({
    at: last.at,
    element: allocation.person ?? allocation.role ?? last.in,
    also: parts.map((part) => part.in),
    property: `${property} ${allocation.key}`,
    message: {
      what: `${allocation.label} is allocated to ${percent(total)}: ${several(shares, 8)}.`,
      why: 'Each share is reasonable; the sum is not, and what comes last in the week does not happen.',
      todo: 'Lower one of the shares (`at 20%`, `fte 0.5`), or let somebody else take part.',
    },
    related: [
      ...parts.slice(0, -1).map((part) => ({
        message: `${percent(part.share)} in ${named(model, part.in)}.`,
        at: part.at,
      })),
      ...(seat ? [{ message: `${quote(allocation.label)} stands here.`, at: seat.nameAt }] : []),
    ],
  });
}

/** What the person or seat has to give. */
function capacityOf({ person, role }: Allocation, ctx: Ctx): number {
  const fte = findAs(ctx.model, person, 'person')?.fte ?? findAs(ctx.model, role, 'role')?.fte;
  return fte && fte.value > 0 ? fte.value : 1;
}

function isInterim(part: Part, ctx: Ctx): boolean {
  const role = findAs(ctx.model, part.in, 'role');
  return role !== undefined && isForTheTimeBeing(role, ctx.today);
}

/** A seat below another one of the same person is reported as such: one mistake is told once. */
function withoutStacked(seats: readonly Part[], { model }: Ctx): readonly Part[] {
  if (!isStackingJudged(model)) return seats;
  const held = new Set(seats.map((part) => part.in));
  return seats.filter((part) => !nearestAbove(model, part.in, (id) => held.has(id)));
}

function isStackingJudged({ settings }: OrgModel): boolean {
  return settings.findLast(({ rule: id }) => id === 'reporting/stacked-seats')?.severity !== 'off';
}
