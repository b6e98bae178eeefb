import type { ElementId, OrgModel, Ref, Responsibility, Role, Team, Term } from '@mktorg/model';
import {
  enclosingTeam,
  findAs,
  functionsOf,
  holdersOf,
  label,
  scopeOf,
  shortestName,
  teamChain,
} from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { insertAfter } from '../fix.ts';
import { named } from '../naming.ts';
import type { Context, Options } from '../rule.ts';
import { quote, several } from '../wording.ts';

export const rule = defineModelRule({
  id: 'responsibility/contested',
  summary: 'Two or more accountable for the same work in the same scope.',
  rationale:
    'Accountable means to answer for the result, and to have the last word. Two who have it do the work twice, or leave it to each other; and whoever needs a decision asks the one who says yes. In RACI the A stands once in every line.',
  source: 'RACI; practitioners ask that everyone knows who is responsible for what.',
  judgement:
    'Only `accountable for` counts; several may be `responsible for` a capability. A line without activities covers all of them. Two scopes meet if both are the whole organization or if they share a region or business line: a regional team that answers for its region beside a central one is no conflict. A team and a role or team inside it count as one, and so do two where one names the other, its team or its function with `with`.',
  clean: [
    `region emea "EMEA"
region apac "APAC"
team emea-marketing "EMEA marketing" in emea { accountable for events to deliver }
team apac-marketing "APAC marketing" in apac { accountable for events to deliver }
team events-desk "Events" { accountable for events to produce }
`,
    `team brand "Brand" { accountable for pricing with product }
team product "Product" { accountable for pricing }
`,
  ],
  findings: [
    {
      source: `team brand "Brand" { accountable for messaging }
team product "Product" { accountable for ⟦messaging⟧ to produce }
`,
      says: '“Brand” and “Product” are both accountable for “Messaging and positioning” (produce).',
    },
    {
      source: `region emea "EMEA"
team field "Field marketing" in emea { accountable for events }
team emea-brand "Brand EMEA" in emea { accountable for ⟦events⟧ }
`,
      says: '“Field marketing” and “Brand EMEA” are both accountable for “Events” in “EMEA”.',
    },
  ],
  fix: { does: 'Adds `with` and the other one, if they really share it.', safe: false },
  reads(element) {
    if (element.kind === 'region' || element.kind === 'business-line') return element.title;
    if (element.kind !== 'team' && element.kind !== 'role') return undefined;
    const claims = element.responsibilities.filter(({ involvement }) => involvement === 'accountable');
    return claims.length > 0 ? [claims, element.scope, element.term] : undefined;
  },
  check(model, ctx) {
    for (const capability of model.byKind.capability) {
      const claims = claimsOn(model, capability);
      if (claims.length > 1) judge(capability, claims, ctx);
    }
  },
});

/** One line by which somebody is accountable for a capability. */
interface Claim {
  readonly holder: Team | Role;
  readonly responsibility: Responsibility;
  readonly ref: Ref;
}

const everything = '';

function claimsOn(model: OrgModel, capability: Term): readonly Claim[] {
  return holdersOf(model, capability.id).flatMap(({ holder, responsibility }) => {
    const ref = responsibility.capabilities.find((each) => each.id === capability.id);
    return ref && responsibility.involvement === 'accountable' ? [{ holder, responsibility, ref }] : [];
  });
}

function judge(capability: Term, claims: readonly Claim[], ctx: Context<Options>): void {
  const contests = new Map<string, { scope: string; activities: string[]; parties: readonly Claim[] }>();
  for (const [scope, inScope] of byScope(ctx.model, claims)) {
    const activities = new Set(inScope.flatMap(({ responsibility }) => activitiesOf(responsibility)));
    if (activities.size > 1) activities.delete(everything);
    for (const activity of activities) {
      const parties = partiesIn(
        ctx.model,
        inScope.filter(({ responsibility }) => covers(responsibility, activity)),
      );
      if (parties.length < 2) continue;
      const key = [scope, ...parties.map(({ holder }) => holder.id)].join(' ');
      const contest = contests.get(key) ?? { scope, activities: [], parties };
      contests.set(key, contest);
      if (activity !== everything) contest.activities.push(activity);
    }
  }
  for (const contest of contests.values()) report(capability, contest, ctx);
}

function report(
  capability: Term,
  contest: { scope: string; activities: readonly string[]; parties: readonly Claim[] },
  ctx: Context<Options>,
): void {
  const [first, second, ...more] = contest.parties;
  if (!first || !second) return;
  const { model } = ctx;
  const what = [
    several(contest.parties.map(({ holder }) => quote(label(holder)))),
    more.length > 0 ? 'are all accountable for' : 'are both accountable for',
    quote(label(capability)),
    ...(contest.activities.length > 0
      ? [`(${contest.activities.map((id) => activityName(model, id)).join(', ')})`]
      : []),
    ...(contest.scope === everything ? [] : [`in ${named(model, contest.scope)}`]),
  ].join(' ');
  const { responsibility, ref, holder } = second;
  const last = [...responsibility.capabilities, ...responsibility.activities, ...responsibility.with].at(-1);
  ctx.report({
    at: ref.at,
    element: holder.id,
    also: contest.parties.filter((claim) => claim !== second).map((claim) => claim.holder.id),
    property: `accountable ${capability.path}`,
    message: {
      what: `${what}.`,
      why: 'Two who answer for one result do the work twice or leave it to each other.',
      todo: 'Leave it with one of them, divide it by activity (`to`) or scope, or say that they share it (`with`).',
    },
    related: contest.parties
      .filter((claim) => claim !== second)
      .map((claim) => ({ message: `${quote(label(claim.holder))} is accountable here.`, at: claim.ref.at })),
    fixes: (latest) => {
      const name = shortestName(latest, first.holder.id, holder.id);
      const text = responsibility.with.length > 0 ? `, ${name}` : ` with ${name}`;
      const title = `Say that it is shared with ${quote(label(first.holder))}`;
      return [{ title, safe: false, edits: [insertAfter(last?.at ?? ref.at, text)] }];
    },
  });
}

function activityName(model: OrgModel, id: ElementId): string {
  const activity = findAs(model, id, 'activity');
  return activity ? label(activity).toLowerCase() : id;
}

function activitiesOf(responsibility: Responsibility): readonly string[] {
  const { activities } = responsibility;
  return activities.length > 0 ? activities.map((ref) => ref.id) : [everything];
}

function covers(responsibility: Responsibility, activity: string): boolean {
  return (
    responsibility.activities.length === 0 || responsibility.activities.some((ref) => ref.id === activity)
  );
}

function byScope(model: OrgModel, claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const scopes = new Map<string, Claim[]>();
  for (const claim of claims) {
    const team = teamOf(model, claim.holder);
    const own = claim.holder.scope.map((ref) => ref.id);
    const ids = own.length > 0 ? own : team ? scopeOf(model, team.id) : [];
    for (const id of ids.length > 0 ? ids : [everything]) {
      const list = scopes.get(id);
      if (list) list.push(claim);
      else scopes.set(id, [claim]);
    }
  }
  return scopes;
}

function teamOf(model: OrgModel, holder: Team | Role): Team | undefined {
  return holder.kind === 'team' ? holder : enclosingTeam(model, holder.id);
}

/** One claim for each party: holders inside each other, or who name each other with `with`, are one. */
function partiesIn(model: OrgModel, claims: readonly Claim[]): readonly Claim[] {
  const leader = new Map<ElementId, ElementId>();
  const find = (id: ElementId): ElementId => {
    const above = leader.get(id) ?? id;
    if (above === id) return id;
    const top = find(above);
    leader.set(id, top);
    return top;
  };
  const claimants = new Set(claims.map(({ holder }) => holder.id));
  const answering = new Map<ElementId, ElementId[]>();
  for (const id of claimants) {
    for (const key of keysOf(model, id)) answering.set(key, [...(answering.get(key) ?? []), id]);
  }
  for (const { holder, responsibility } of claims) {
    const team = teamOf(model, holder);
    const around = team ? teamChain(model, team.id).map((each) => each.id) : [];
    for (const id of around) if (claimants.has(id)) leader.set(find(holder.id), find(id));
    for (const ref of responsibility.with) {
      for (const id of answering.get(ref.id) ?? []) leader.set(find(holder.id), find(id));
    }
  }
  const parties = new Map<ElementId, Claim>();
  for (const claim of claims) {
    const party = find(claim.holder.id);
    if (!parties.has(party)) parties.set(party, claim);
  }
  return [...parties.values()];
}

/** By what a `with` may name somebody: itself, a team around it, its function. */
function keysOf(model: OrgModel, id: ElementId): readonly ElementId[] {
  const team = findAs(model, id, 'team') ?? enclosingTeam(model, id);
  if (!team) return [id];
  const teams = teamChain(model, team.id).map((each) => each.id);
  return [...new Set([id, ...teams, ...functionsOf(model, team.id).map((term) => term.id)])];
}
