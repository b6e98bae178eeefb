import type { Change, Effects, Element, ElementId, Matching, OrgModel } from '@mktorg/model';
import { diff, effectsOf, find, match, parentOf, withPseudonyms } from '@mktorg/model';
import type { Finding } from '@mktorg/rules';
import { check, checkPhases } from '@mktorg/rules';
import { callingIn } from './called.ts';
import { entriesOf } from './entries.ts';
import type { Entry } from './entry.ts';
import { type FindingShift, shiftOf } from './finding-shift.ts';
import { type Unread, unreadBetween, withoutWords } from './unread.ts';

/** What somebody needs to know who is asked whether an organization may change like this. */
export interface Review {
  readonly before: OrgModel;
  readonly after: OrgModel;
  readonly matching: Matching;
  readonly changes: readonly Change[];
  /** The changes as people read them: the gravest first. */
  readonly entries: readonly Entry[];
  /** What follows from them and stands in no line. */
  readonly effects: Effects;
  readonly findings: FindingShift;
  /** Text that could not be read or does not count, and names that mean nothing on one side: none of it is compared. */
  readonly unread: Unread;
  /** People are called `Person 1`, `Person 2` in all of it, the models included. */
  readonly redacted?: 'people';
}

export interface ReviewOptions {
  /** ISO date of the day on which both are judged. */
  readonly today: string;
  /**
   * Which element is which, where that is known: at two points of one plan. What the plan itself says is then the same
   * at both, and none of its changes.
   */
  readonly matching?: Matching;
  /** All that could not be read, where that is known, as at two points of one plan; otherwise it is found. */
  readonly unread?: Unread;
  /** What is known already of the findings of either. */
  readonly checked?: { readonly before?: readonly Finding[]; readonly after?: readonly Finding[] };
  /**
   * Ids of the rules to judge both by. Without them all rules are, and what the phases of plans bring is judged too: at
   * points of a plan, only the organization is.
   */
  readonly only?: readonly string[];
  /** Names nobody: the same review, with numbers for people, and notes, stances and who was told left out. */
  readonly redact?: 'people';
}

/** Compares two organizations. O(size of both). */
export function review(before: OrgModel, after: OrgModel, options: ReviewOptions): Review {
  const matching = options.matching ?? match(before, after);
  const unread = options.unread ?? unreadBetween(before, after);
  if (options.redact === undefined) return reviewOf(before, after, matching, unread, options);
  const { checked: _, ...rest } = options;
  const nameless = withPseudonyms(before, after, matching);
  const quiet = { before: unread.before.map(withoutWords), after: unread.after.map(withoutWords) };
  const known = matchingBy(matching, nameless.idOf);
  return { ...reviewOf(nameless.before, nameless.after, known, quiet, rest), redacted: 'people' };
}

function reviewOf(
  before: OrgModel,
  after: OrgModel,
  matching: Matching,
  unread: Unread,
  options: ReviewOptions,
): Review {
  const found = diff(before, after, matching);
  const changes = options.matching ? withoutPlans(after, found) : found;
  const { checked } = options;
  const findings = shiftOf(
    { model: before, findings: checked?.before ?? judged(before, options) },
    { model: after, findings: checked?.after ?? judged(after, options) },
    matching,
    options,
  );
  return {
    before,
    after,
    matching,
    changes,
    entries: entriesOf(before, after, changes, callingIn(before, after, matching)),
    effects: effectsOf(before, after, matching),
    findings,
    unread,
  };
}

/**
 * Where names move from point to point, the lines of a plan are led along: they say the same as before. What a phase
 * changes by name, such as the owner of a barrier, is a change like any other.
 */
function withoutPlans(after: OrgModel, changes: readonly Change[]): readonly Change[] {
  const stated = new Set(
    after.byKind.phase.flatMap((phase) =>
      phase.changes.flatMap(({ what, states }) =>
        what.flatMap(({ id }) => states.map(({ field }) => `${id} ${field}`)),
      ),
    ),
  );
  return changes.filter(
    (change) =>
      change.type !== 'changed' ||
      stated.has(`${change.after} ${change.field}`) ||
      !isOfPlan(after, find(after, change.after)),
  );
}

/** Whether it is a plan, or stands in one. */
function isOfPlan(model: OrgModel, element: Element | undefined): boolean {
  for (let each = element; each; each = parentOf(model, each)) if (each.kind === 'plan') return true;
  return false;
}

function matchingBy({ after, before, inferred }: Matching, idOf: (id: ElementId) => ElementId): Matching {
  const renamed = (ids: ReadonlyMap<ElementId, ElementId>): ReadonlyMap<ElementId, ElementId> =>
    new Map([...ids].map(([one, other]) => [idOf(one), idOf(other)]));
  return {
    after: renamed(after),
    before: renamed(before),
    inferred: new Map([...inferred].map(([id, evidence]) => [idOf(id), evidence])),
  };
}

/** What is found today, and what the phases of plans bring. */
function judged(model: OrgModel, { today, only }: ReviewOptions): readonly Finding[] {
  if (only) return check(model, { today, only }).findings;
  const { findings } = check(model, { today });
  return [...findings, ...checkPhases(model, { today }, findings).flatMap(({ fresh }) => fresh)];
}
