import type { ElementId, Json, OrgModel, Place, Problem, Shift } from '@mktorg/model';
import { find, headcount, isWithin, label, somebodyOf } from '@mktorg/model';
import type { Finding } from '@mktorg/rules';
import type { Calling, Seen } from './called.ts';
import { callingIn } from './called.ts';
import type { Entry, EntryChange } from './entry.ts';
import { type Accepted, type AcceptedBy, sameAsBefore } from './finding-shift.ts';
import type { Guards, Refusal } from './guards.ts';
import { happening, reasonPlaceOf, refusalsOf } from './guards.ts';
import { neighborhoodOf } from './neighborhood.ts';
import type { Review } from './review.ts';
import type { Glyph } from './rows.ts';
import { nameIn } from './said.ts';
import type { Tier } from './tiers.ts';

/**
 * A review as it leaves the program: version 1 of the format `mktorg/review`, described for others by
 * `schema/review.schema.json`. Comments, summaries and pages are written from it and from nothing else, so that one
 * who may not run code of a pull request can still render what somebody else has worked out.
 */
export interface ReviewDocument {
  readonly format: 'mktorg/review';
  readonly version: 1;
  readonly tool: { readonly name: 'mktorg'; readonly version: string };
  /** What was compared with what, in the words of whoever asked: `main (1f3a9c2)`, `the working tree`. */
  readonly from: string;
  readonly to: string;
  /** ISO date of the day on which both were judged. */
  readonly today: string;
  readonly redacted?: 'people';
  readonly organizations: readonly ReviewedOrganization[];
}

export type ReviewedOrganization =
  | ({ readonly status: 'compared'; readonly name: string; readonly root: string } & ReviewBody)
  | {
      readonly status: 'came' | 'went';
      readonly name: string;
      readonly root: string;
      readonly seats: number;
      readonly teams: number;
    };

export interface ReviewBody {
  readonly unread: readonly UnreadText[];
  /** The gravest first; what comes or goes with an element stands inside it. */
  readonly changes: readonly ReviewedChange[];
  readonly effects: ReviewedEffects;
  readonly findings: {
    readonly new: readonly ReviewedFinding[];
    readonly fixed: readonly ReviewedFinding[];
    /** What is wrong as before, and told no more or taken less seriously; absent where there is none. */
    readonly accepted?: readonly AcceptedFinding[];
    readonly carried: number;
  };
  /** The teams and roles that come, go, move or change, with what is around them. */
  readonly neighborhood?: Neighborhood;
  /** What guards that were asked for do not let through. */
  readonly refused?: readonly Refused[];
}

export interface Refused {
  readonly guard: Refusal['guard'];
  /** All of it in a sentence or two. */
  readonly message: string;
  /** What it is about, the gravest first; `at` is where a reason can be written. */
  readonly changes?: readonly (Pick<ReviewedChange, 'kind' | 'name' | 'id'> & {
    /** `owner of the platform Asset Library`. */
    readonly what: string;
    readonly at?: Spot & { readonly side: 'before' | 'after' };
  })[];
}

/** A small picture of a change: boxes by their keys, and the lines between them. */
export interface Neighborhood {
  readonly boxes: readonly {
    readonly key: string;
    readonly label: string;
    readonly kind: string;
    /** Absent for what is only around it. */
    readonly change?: Glyph;
  }[];
  /** From a team to what stands in it (`in`) or stood in it (`was`). */
  readonly lines: readonly { readonly from: string; readonly to: string; readonly type: 'in' | 'was' }[];
  /** Changes that there was no room for. */
  readonly omitted?: number;
}

export interface Spot {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}
export interface UnreadText extends Spot {
  readonly side: 'before' | 'after';
  /** Title of the phase or plan that it stands in. */
  readonly where?: string;
  readonly message: string;
}
export interface ReviewedChange {
  readonly tier: Tier;
  readonly change: EntryChange;
  /** Of an element, or `settings`. */
  readonly kind: string;
  readonly id: ElementId;
  /** Where it was called differently. */
  readonly before?: ElementId;
  readonly name: string;
  /** With its place, where its name is that of several. */
  readonly called?: string;
  /** The element around it. */
  readonly where?: string;
  /** Who sits in a role that is removed or moved. */
  readonly holders?: readonly string[];
  /** Of a team that moves: how many seats move along. */
  readonly seats?: number;
  readonly parts: readonly ReviewedPart[];
  readonly inside?: readonly ReviewedChange[];
  /** What it was recognized by, where neither an id nor a name says so. */
  readonly inferred?: string;
  /** In the text after; of what is removed, in that before. */
  readonly at?: Spot & { readonly side: 'before' | 'after' };
}
/** One thing that is said differently: what went and what came. */
export interface ReviewedPart {
  readonly field: string;
  /** What the field is called in words. */
  readonly label: string;
  /** The values in words. */
  readonly minus: readonly string[];
  readonly plus: readonly string[];
  /** The same values in the shape that they have in an exported model. */
  readonly values: { readonly minus: readonly Json[]; readonly plus: readonly Json[] };
}
export interface Named {
  readonly id: ElementId;
  readonly name: string;
  /** What tells it from others of that name: with its place, or what it is. Absent where its name does. */
  readonly called?: string;
}
export interface ReviewedEffects {
  readonly totals: { readonly [what: string]: Shift };
  /** Of the cost. */
  readonly currency?: string;
  readonly operatingModel?: {
    readonly centralShare: Shift;
    readonly before?: string;
    readonly after?: string;
  };
  /** Roles that report to somebody else, by from whom to whom. */
  readonly reporting: readonly {
    readonly from?: Named;
    readonly to?: Named;
    readonly roles: readonly Named[];
  }[];
  readonly spans: readonly (Named & Shift)[];
  /** `change` where the role itself is new or gone. */
  readonly vacancies: readonly (Named & Shift & { readonly change?: 'added' | 'removed' })[];
  readonly joined: readonly { readonly name: string; readonly seats: readonly string[] }[];
  readonly left: readonly { readonly name: string; readonly seats: readonly string[] }[];
  readonly reseated: readonly {
    readonly name: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
  readonly platforms: readonly (Named & {
    readonly lost: readonly string[];
    readonly gained: readonly string[];
  })[];
  readonly processes: readonly (Named & Shift & { readonly hours: Shift })[];
  readonly teams: readonly (Named & {
    readonly seats: Shift;
    readonly vacant?: Shift;
    readonly fte: Shift;
    readonly cost: Shift;
  })[];
}
export interface ReviewedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly todo: string;
  readonly element?: ElementId;
  /** What of the element. With rule and element it tells a finding apart across runs. */
  readonly property?: string;
  readonly at: Spot;
}

/** In the text before, with how it is settled without being mended. */
export interface AcceptedFinding extends ReviewedFinding {
  readonly by: AcceptedBy;
  readonly because?: string;
  /** The severity that it has from now on, where it is told still. */
  readonly now?: string;
}

/** How a place is shown: the path of the file as the reader knows it. */
export type ShowPlace = (at: Place) => Spot;

/** The part of the document that is about one organization. */
export function bodyOf(review: Review, show: ShowPlace, guards: Guards = {}): ReviewBody {
  const refused = refusalsOf(review, guards, (at) => {
    const { file, line } = show(at);
    return `${file}:${line}`;
  });
  const { findings, unread } = review;
  const texts = (side: 'before' | 'after', problems: readonly Problem[]): readonly UnreadText[] =>
    problems.map(({ at, message }) => ({ side, ...show(at), ...plannedAt(review[side], at), message }));
  const calling = callingIn(review.before, review.after, review.matching);
  const changes = review.entries.map((entry) => changeOf(entry, review, calling, show));
  const neighborhood = neighborhoodOf(review, changes);
  return {
    unread: [...texts('before', unread.before), ...texts('after', unread.after)],
    changes,
    effects: effectsIn(review, calling),
    findings: {
      new: findings.new.map((finding) => findingOf(finding, show)),
      fixed: findings.fixed.map((finding) => findingOf(finding, show)),
      ...(findings.accepted.length > 0 && {
        accepted: findings.accepted.map((each) => acceptedOf(each, show)),
      }),
      carried: sameAsBefore(findings),
    },
    ...(neighborhood && { neighborhood }),
    ...(refused.length > 0 && { refused: refused.map((refusal) => refusedIn(refusal, review, show)) }),
  };
}

/** The phase, or else the plan, around a place. */
function plannedAt({ byKind }: OrgModel, at: Place): Pick<UnreadText, 'where'> {
  const around = [...byKind.phase, ...byKind.plan].find((each) => isWithin(at, each.at));
  return around ? { where: label(around) } : {};
}

function refusedIn({ guard, message, entries }: Refusal, review: Review, show: ShowPlace): Refused {
  const changes = entries.map((entry) => {
    const { kind, name, id } = entry;
    const at = reasonPlaceOf(review, entry);
    return {
      kind,
      name,
      id,
      what: happening(entry),
      ...(at && { at: { side: 'after' as const, ...show(at) } }),
    };
  });
  return { guard, message, ...(changes.length > 0 && { changes }) };
}

function changeOf(entry: Entry, review: Review, calling: Calling, show: ShowPlace): ReviewedChange {
  const { tier, change, kind, id, before, name, where, parts, inside, inferred, at } = entry;
  const side = change === 'removed' || change === 'merged' ? 'before' : 'after';
  const called = kind === 'settings' ? name : calling.one(side, id);
  return {
    tier,
    change,
    kind,
    id,
    ...(before !== undefined && before !== id && { before }),
    name,
    ...(called !== name && { called }),
    ...(where !== undefined && { where }),
    ...concernedBy(entry, review),
    parts: parts.map(({ field, label, minus, plus, values }) => ({ field, label, minus, plus, values })),
    ...(inside.length > 0 && { inside: inside.map((inner) => changeOf(inner, review, calling, show)) }),
    ...(inferred && { inferred }),
    ...(at && { at: { side, ...show(at) } }),
  };
}

/** Whom a change of a whole role or team is about. */
function concernedBy(
  { change, id }: Entry,
  { before, after }: Review,
): Pick<ReviewedChange, 'holders' | 'seats'> {
  const model = change === 'removed' ? before : after;
  const element = change === 'removed' || change === 'moved' ? find(model, id) : undefined;
  if (element?.kind === 'team') return change === 'moved' ? { seats: headcount(model, id).seats } : {};
  if (element?.kind !== 'role' || element.holders.length === 0) return {};
  return { holders: element.holders.map((holder) => somebodyOf(model, holder)?.name ?? holder.name) };
}

function findingOf(
  { rule, severity, message, todo, element, property, at }: Finding,
  show: ShowPlace,
): ReviewedFinding {
  return {
    rule,
    severity,
    message,
    todo,
    ...(element !== undefined && { element }),
    ...(property !== undefined && { property }),
    at: show(at),
  };
}

function acceptedOf({ finding, by, because, now }: Accepted, show: ShowPlace): AcceptedFinding {
  return {
    ...findingOf(finding, show),
    by,
    ...(because !== undefined && { because }),
    ...(now && { now: now.severity }),
  };
}

function effectsIn({ effects, before, after, matching }: Review, calling: Calling): ReviewedEffects {
  const named = (side: Seen['side'], id: ElementId, called: string): Named => {
    const name = nameIn(side === 'before' ? before : after, id);
    return { id, name, ...(called !== name && { called }) };
  };
  const now = (id: ElementId): Named => named('after', id, calling.one('after', id));
  const then = (id: ElementId): Named => named('before', id, calling.one('before', id));
  /** Both ends of a line that was led elsewhere. */
  const ends = (from: ElementId | undefined, to: ElementId | undefined) => {
    const was = from === undefined ? [] : [{ side: 'before', id: from } as const];
    const is = to === undefined ? [] : [{ side: 'after', id: to } as const];
    const called = calling.together([...was, ...is]);
    const [left, right] = [was, is].map(([end]) => end && named(end.side, end.id, called(end)));
    return { ...(left && { from: left }), ...(right && { to: right }) };
  };
  const seatsOf = (was: readonly ElementId[], is: readonly ElementId[]) => {
    const seats = {
      before: was.map((id): Seen => ({ side: 'before', id })),
      after: is.map((id): Seen => ({ side: 'after', id })),
    };
    const called = calling.together([...seats.before, ...seats.after]);
    return { before: seats.before.map(called), after: seats.after.map(called) };
  };
  /** Ids after, but for what is gone. */
  const either = (id: ElementId): Named => (after.elements.has(id) ? now(id) : then(id));
  const { cost, ...counts } = effects.totals;
  const totals: { [what: string]: Shift } = { ...counts, cost: { before: cost.before, after: cost.after } };
  const model = effects.operatingModel;
  const lines = Map.groupBy(effects.reporting, ({ from = '', to = '' }) => `${from} ${to}`);
  return {
    totals,
    ...(cost.currency !== '' && { currency: cost.currency }),
    ...(model && {
      operatingModel: {
        centralShare: model.share,
        ...(model.derived.before !== undefined && { before: model.derived.before }),
        ...(model.derived.after !== undefined && { after: model.derived.after }),
      },
    }),
    reporting: [...lines.values()]
      .map((shifts) => {
        const { from, to } = shifts[0] ?? {};
        return { ...ends(from, to), roles: shifts.map(({ role }) => now(role)) };
      })
      .sort((a, b) => b.roles.length - a.roles.length),
    spans: effects.spans.map(({ role, ...shift }) => ({ ...now(role), ...shift })),
    vacancies: effects.vacancies.map(({ role, ...shift }) => ({
      ...either(role),
      ...shift,
      ...(!after.elements.has(role) && { change: 'removed' }),
      ...(after.elements.has(role) && !matching.before.has(role) && { change: 'added' }),
    })),
    joined: effects.joined.map(({ name, seats }) => ({ name, seats: seatsOf([], seats).after })),
    left: effects.left.map(({ name, seats }) => ({ name, seats: seatsOf(seats, []).before })),
    reseated: effects.reseated.map((person) => ({
      name: person.name,
      ...seatsOf(person.before, person.after),
    })),
    platforms: effects.platforms.map(({ platform, lost, gained }) => ({ ...now(platform), lost, gained })),
    processes: effects.processes.map(({ process, ...shift }) => ({ ...now(process), ...shift })),
    teams: effects.teams.map(({ team, ...shift }) => ({ ...now(team), ...shift })),
  };
}
