import type { Element, ElementId, PhaseChange, Platform, Role, Team } from '@mktorg/model';
import { find, findAs, holdersOf, label, rolesWithin, somebodyOf, teamsWithin } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { isWork } from '../holding.ts';
import { type Outcome, outcomesOf } from '../planning.ts';
import type { Message } from '../rule.ts';
import { count, quote, several, verb } from '../wording.ts';

export const rule = defineRule({
  id: 'plan/lost-element',
  summary:
    'A retired platform whose users go nowhere, or a team or role that is removed and whose work and people nobody takes over.',
  rationale:
    'Everything is kept, moved, merged, replaced or retired: nothing disappears silently. What a platform did for its users and what a team was responsible for is still to be done on the day after, and the people still sit there.',
  source: 'Practitioners of transformation: the gap between today and the future, for every element.',
  judgement:
    'Found are a platform that goes without `replaced by`, while it has users who after the phase use no other platform of its category; and a team or role that is removed while there are roles in it, or people who have no seat after the phase, or while it does work (`responsible for`, `accountable for`) that nobody does after the phase. A `because` on the line that takes it away says where it went, and is answer enough.',
  judged: 'with phases',
  subjects: ['plan'],
  reach: 'model',
  clean: [
    `team desk "Email desk" { responsible for email-operations  role writer "Writer" }
team core "Martech core"
platform letters "Letterpost" is email { owner core  used by desk }
platform mail "Email" is email { owner core }
plan rebuild "Rebuild" {
  phase found "Found" {
    retire letters replaced by mail
    merge desk into core
    told desk "team meeting, January"
  }
}
`,
    `team desk "Email desk" { responsible for email-operations }
plan rebuild "Rebuild" {
  phase found "Found" { remove desk because "The regions send their own mail" }
}
`,
  ],
  findings: [
    {
      source: `team desk "Email desk"
platform letters "Letterpost" is email { owner desk  used by desk }
plan rebuild "Rebuild" {
  phase found "Found" { retire ⟦letters⟧ }
}
`,
      says: '“Letterpost” is retired, and its user “Email desk” goes nowhere.',
    },
    {
      source: `team desk "Email desk" { responsible for email-operations  role writer "Writer" }
plan rebuild "Rebuild" {
  phase found "Found" { remove ⟦desk⟧ }
}
`,
      says: '“Email desk” is removed with 1 role in it, and nobody does “Email operations” any more.',
    },
  ],
  check(plan, ctx) {
    for (const outcome of outcomesOf(ctx.model, plan)) {
      for (const change of outcome.phase.changes) {
        if ((change.type !== 'remove' && change.type !== 'retire') || change.text?.value.trim()) continue;
        for (const { id, at } of change.what) {
          const message = lost(id, change, outcome);
          if (!message) continue;
          const { phase } = outcome;
          ctx.report({ at, element: phase.id, property: id, message: { ...message, ...shared } });
        }
      }
    }
  },
});

const shared = {
  why: 'What it did for others is still to be done on the day after.',
  todo: 'Say what takes its place (`retire … replaced by …`, `merge … into …`, `move …` before), or why nothing does: `because "…"`.',
};

function lost(id: ElementId, change: PhaseChange, outcome: Outcome): Pick<Message, 'what'> | undefined {
  // Something else may have moved it earlier in the phase.
  const element = find(outcome.before, outcome.idsBefore(id));
  if (!element || outcome.gone.get(id)?.phase.id !== outcome.phase.id) return undefined;
  const name = quote(label(element));
  const went = change.type === 'retire' ? 'retired' : 'removed';
  if (element.kind === 'platform') {
    if (change.target) return undefined;
    const users = strandedUsers(element, outcome);
    if (users.length === 0) return undefined;
    const names = several(users.map((user) => quote(label(user))));
    return {
      what: `${name} is ${went}, and its ${verb(users.length, 'user', 'users')} ${names} ${verb(users.length, 'goes', 'go')} nowhere.`,
    };
  }
  if (element.kind !== 'team' && element.kind !== 'role') return undefined;
  const roles = element.kind === 'team' ? lostRoles(element, outcome) : 0;
  const people = element.kind === 'role' ? lostPeople(element, outcome) : [];
  const work = lostWork(element, outcome).map((capability) => quote(label(capability)));
  if (roles === 0 && people.length === 0 && work.length === 0) return undefined;
  return {
    what: [
      `${name} is ${went}`,
      ...(roles > 0 ? [` with ${count(roles, 'role')} in it`] : []),
      ...(people.length > 0
        ? [
            `${work.length > 0 ? ',' : ', and'} ${several(people)} ${verb(people.length, 'has', 'have')} no seat any more`,
          ]
        : []),
      ...(work.length > 0 ? [`, and nobody does ${several(work)} any more`] : []),
      '.',
    ].join(''),
  };
}

/** Who used it and uses no other of its category now. */
function strandedUsers(platform: Platform, outcome: Outcome): readonly Element[] {
  const { model } = outcome;
  const category = platform.term?.id;
  const others = model.byKind.platform.filter(({ term }) => term !== undefined && term.id === category);
  const served = new Set(others.flatMap(({ uses }) => uses.map(({ by }) => by)));
  return platform.uses.flatMap(({ by }) => {
    const now = after(by, outcome);
    const user = find(model, now);
    return user && now !== undefined && !served.has(now) ? [user] : [];
  });
}

/** Roles that were in the team and are gone with it. */
function lostRoles(team: Team, outcome: Outcome): number {
  return rolesWithin(outcome.before, team.id).filter(({ id }) => after(id, outcome) === undefined).length;
}

/** Who sat there and sits nowhere now. */
function lostPeople(role: Role, { model }: Outcome): readonly string[] {
  return role.holders.flatMap((holder) => (somebodyOf(model, holder)?.seats.length ? [] : [holder.name]));
}

function lostWork(element: Team | Role, { before, model }: Outcome): readonly Element[] {
  const holders: readonly (Team | Role)[] =
    element.kind === 'team'
      ? [...teamsWithin(before, element.id), ...rolesWithin(before, element.id)]
      : [element];
  const capabilities = new Set(
    holders.flatMap(({ responsibilities }) =>
      responsibilities.filter(isWork).flatMap((each) => each.capabilities.map(({ id }) => id)),
    ),
  );
  return [...capabilities].flatMap((id) => {
    const isDone = holdersOf(model, id).some(({ responsibility }) => isWork(responsibility));
    const capability = findAs(model, id, 'capability');
    return isDone || !capability ? [] : [capability];
  });
}

/** What something that was there before is called after the phase; nothing where it is gone. */
function after(id: ElementId, { keyBefore, ids }: Outcome): ElementId | undefined {
  return ids.get(keyBefore(id));
}
