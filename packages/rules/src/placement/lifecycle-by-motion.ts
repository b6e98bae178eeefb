import type { OrgModel, Place, Role, Team } from '@mktorg/model';
import { holdersOf, label } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { family, teamsFrom, teamsOf } from '../functions.ts';
import { holds, isWork } from '../holding.ts';
import { quote } from '../wording.ts';

export const rule = defineModelRule({
  id: 'placement/lifecycle-by-motion',
  summary: 'Lifecycle marketing in the function that the go-to-market motion speaks against.',
  rationale:
    'Where sales closes, lifecycle marketing nurtures leads for sales and belongs with growth. Where customers sign up and buy by themselves, it works on activation and use of the product, and product marketing is the better home.',
  source: 'Practitioners: the go-to-market motion decides where lifecycle marketing sits.',
  judgement:
    'Judged are teams that are `lifecycle-marketing`, and teams and roles that are responsible or accountable for the capability of that name. The home is the function of the nearest team around that is something else. A motion that is `mixed` or not stated is not judged. A recorded ruling satisfies the rule: `placed because` on the team or role, or `because` on the statement.',
  clean: [
    `organization app "App" { motion sales-led }
team growth-team "Growth" is growth {
  team lifecycle "Lifecycle" is lifecycle-marketing
}
`,
    `organization app "App" { motion self-serve }
team growth-team "Growth" is growth {
  team lifecycle "Lifecycle" is lifecycle-marketing {
    placed because "Moves to product marketing when the free plan opens"
  }
}
`,
  ],
  findings: [
    {
      source: `organization app "App" { motion self-serve }
team growth-team "Growth" is growth {
  team ⟦lifecycle⟧ "Lifecycle" is lifecycle-marketing
}
`,
      says: '“Lifecycle” is under Growth, in a self-serve motion.',
    },
    {
      source: `organization app "App" { motion sales-led }
team pmm "Product marketing" is product-marketing {
  responsible for ⟦lifecycle-marketing⟧
}
`,
      says: '“Product marketing” does lifecycle marketing under Product marketing, in a sales-led motion.',
    },
  ],
  fix: { does: 'Adds a ruling for you to write.', safe: false },
  reads(element) {
    if (element.kind === 'organization') return element.motion;
    if (element.kind !== 'team' && element.kind !== 'role') return undefined;
    const { term, responsibilities, ruling } = element;
    const isDesk =
      term?.id === 'function:lifecycle-marketing' || holds(element, 'capability:lifecycle-marketing');
    return isDesk ? [term, responsibilities, ruling] : undefined;
  },
  check(model, ctx) {
    const motion = model.organization?.motion;
    const against = motion && homeAgainst[motion.value];
    if (!motion || !against) return;
    for (const { holder, at, does } of lifecycleDesks(model)) {
      const home = homeOf(model, holder);
      if (home?.name !== against) continue;
      ctx.report({
        at,
        element: holder.id,
        message: {
          what: `${quote(label(holder))} ${does} under ${label(home)}, in a ${motion.value} motion.`,
          why: reasons[against] ?? '',
          todo: 'Move it, or record why it sits there: `placed because "…"`.',
        },
        related: [{ message: `The motion is ${motion.value}.`, at: motion.at }],
        fixes: () => [
          {
            title: `Record why ${quote(label(holder))} sits there`,
            safe: false,
            edits: [addStatement(holder.id, 'placed because "why here"', 'why here')],
          },
        ],
      });
    }
  },
});

const homeAgainst: { readonly [motion: string]: string } = {
  'self-serve': 'growth',
  'sales-led': 'product-marketing',
};

const reasons: { readonly [home: string]: string } = {
  growth:
    'Customers who buy by themselves stay for the product: whoever writes to them has to know how they use it.',
  'product-marketing':
    'Where sales closes, lifecycle marketing feeds the pipeline and needs the same goals as growth.',
};

interface Desk {
  readonly holder: Team | Role;
  readonly at: Place;
  readonly does: string;
}

/** Unruled ones, each once. */
function lifecycleDesks(model: OrgModel): readonly Desk[] {
  const desks = new Map<string, Desk>();
  for (const team of teamsOf(model, 'function:lifecycle-marketing')) {
    desks.set(team.id, { holder: team, at: team.nameAt, does: 'is' });
  }
  for (const { holder, responsibility } of holdersOf(model, 'capability:lifecycle-marketing')) {
    if (!isWork(responsibility)) continue;
    const ref = responsibility.capabilities.find(({ id }) => id === 'capability:lifecycle-marketing');
    if (responsibility.because) desks.delete(holder.id);
    else if (!desks.has(holder.id)) {
      desks.set(holder.id, { holder, at: ref?.at ?? responsibility.at, does: 'does lifecycle marketing' });
    }
  }
  return [...desks.values()].filter(({ holder }) => holder.ruling === undefined);
}

/** Growth or product marketing, if the nearest team around that says what it is, lifecycle teams aside, is of one. */
function homeOf(model: OrgModel, holder: Team | Role) {
  const team = teamsFrom(model, holder.id).find(
    (each) => each.term && each.term.id !== 'function:lifecycle-marketing',
  );
  return family(model, team?.term?.id).find(({ name }) => name === 'growth' || name === 'product-marketing');
}
