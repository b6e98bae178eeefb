import type { OrgModel, Place, Role, Team } from '@mktorg/model';
import { holdersOf, label, localityOfHolder } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { addStatement } from '../fix.ts';
import { teamsFrom, teamsOf } from '../functions.ts';
import { holds, isWork } from '../holding.ts';
import { quote } from '../wording.ts';

export const rule = defineModelRule({
  id: 'placement/social-home',
  summary: 'Social media has a home, and nobody has written down why there.',
  rationale:
    'Social media sits under growth, under brand or with content: each is right somewhere, and each is argued about everywhere. A ruling with its reason ends the argument, and tells the next person when to reopen it.',
  source: 'One of the grey areas that practitioners name: social belongs to growth, brand or content.',
  judgement:
    'Judged are teams that are `social-media`, and teams and roles that are responsible or accountable for the capability of that name. One ruling settles it for the organization: `placed because` on one of them or on a team around it, or `because` on the statement. Otherwise there is one finding, at the first of them that is not local.',
  clean: [
    `team brand "Brand" is brand-marketing {
  team social "Social" is social-media {
    placed because "Brand owns the voice"
  }
}
`,
    `team brand "Brand" is brand-marketing {
  responsible for social-media because "Voice before reach"
}
`,
  ],
  findings: [
    {
      source: `team brand "Brand" is brand-marketing {
  team ⟦social⟧ "Social" is social-media
}
`,
      says: '“Social” is the home of social media, without a recorded reason.',
    },
  ],
  fix: { does: 'Adds a ruling for you to write.', safe: false },
  reads(element) {
    if (element.kind !== 'team' && element.kind !== 'role') return undefined;
    const { term, responsibilities, ruling, scope } = element;
    const isDesk = term?.id === 'function:social-media' || holds(element, 'capability:social-media');
    return isDesk ? [term, responsibilities, ruling, scope] : undefined;
  },
  check(model, ctx) {
    const desks = socialDesks(model);
    if (desks.some(({ isRuled }) => isRuled)) return;
    const first = desks.find(({ holder }) => localityOfHolder(model, holder) === 'central') ?? desks[0];
    if (!first) return;
    ctx.report({
      at: first.at,
      element: first.holder.id,
      also: desks.map(({ holder }) => holder.id),
      message: {
        what: `${quote(label(first.holder))} is the home of social media, without a recorded reason.`,
        why: 'Growth, brand and content all have a claim; without a ruling the question comes back every year.',
        todo: 'Record the ruling: `placed because "…"`.',
      },
      related: desks
        .filter((desk) => desk !== first)
        .map(({ holder, at }) => ({ message: `${quote(label(holder))} does social media too.`, at })),
      fixes: () => [
        {
          title: `Record why ${quote(label(first.holder))} is the home of social media`,
          safe: false,
          edits: [addStatement(first.holder.id, 'placed because "why here"', 'why here')],
        },
      ],
    });
  },
});

interface Desk {
  readonly holder: Team | Role;
  readonly at: Place;
  readonly isRuled: boolean;
}

function socialDesks(model: OrgModel): readonly Desk[] {
  const desks: Desk[] = [];
  for (const team of teamsOf(model, 'function:social-media')) {
    desks.push({ holder: team, at: team.nameAt, isRuled: isRuled(model, team) });
  }
  for (const { holder, responsibility } of holdersOf(model, 'capability:social-media')) {
    const { capabilities, because, at } = responsibility;
    if (!isWork(responsibility)) continue;
    const ref = capabilities.find(({ id }) => id === 'capability:social-media');
    desks.push({
      holder,
      at: ref?.at ?? at,
      isRuled: because !== undefined || isRuled(model, holder),
    });
  }
  return desks;
}

function isRuled(model: OrgModel, holder: Team | Role): boolean {
  return holder.ruling !== undefined || teamsFrom(model, holder.id).some((team) => team.ruling !== undefined);
}
