import {
  childrenOf,
  type ElementId,
  isKind,
  isWithin,
  type OrgModel,
  type Phase,
  type Place,
  type Plan,
  type Problem,
} from '@mktorg/model';
import { losses } from '@mktorg/rules';

/** What of the text of two sides could not be read, and so not be compared. */
export interface Unread {
  readonly before: readonly Problem[];
  readonly after: readonly Problem[];
}

/**
 * What of the text means nothing at points of plans: all that is broken, wherever it stands, and what the phases that
 * lead there, or a plan around them, say in vain. The rest of today's text is the same at every point.
 * O(problems × phases).
 *
 * It is asked of the model of today, and is one answer for both sides of a comparison: a model after a phase has no text
 * of its own, and so no problems.
 * @param points phases by their ids; today, to which none leads, where undefined
 */
export function unreadUpTo(model: OrgModel, points: readonly (ElementId | undefined)[]): readonly Problem[] {
  const ways = model.byKind.plan.flatMap((plan) => {
    const phases = phasesIn(model, plan.id);
    const played = phases.slice(0, phases.findLastIndex(({ id }) => points.includes(id)) + 1);
    return played.length > 0 ? [{ plan, phases, played }] : [];
  });
  const leadsThere = ({ rule, at }: Problem): boolean =>
    ways.some(
      ({ plan, phases, played }) =>
        played.some((phase) => isIn(phase, at)) ||
        // A phase that is not read leaves its text in the plan; names in the plan itself change nothing.
        (!names.has(rule) && isIn(plan, at) && !phases.some((phase) => isIn(phase, at))),
    );
  return model.problems.filter(
    (problem) => problem.rule === broken || (losses.has(problem.rule) && leadsThere(problem)),
  );
}

function isIn(around: Plan | Phase, at: Place): boolean {
  return isWithin(at, around.at);
}

function phasesIn(model: OrgModel, plan: ElementId): readonly Phase[] {
  return childrenOf(model, plan).filter((child) => isKind(child, 'phase'));
}

/** What either text says in vain. A name that means nothing in both is no difference, for it says what it is. */
export function unreadBetween(before: OrgModel, after: OrgModel): Unread {
  const only = (here: OrgModel, there: OrgModel): readonly Problem[] => {
    const known = new Set(there.problems.map(({ rule, message }) => `${rule} ${message}`));
    return here.problems.filter(
      ({ rule, message }) => losses.has(rule) && !(names.has(rule) && known.has(`${rule} ${message}`)),
    );
  };
  return { before: only(before, after), after: only(after, before) };
}

/** The problem in words that quote nothing of the text. */
export function withoutWords({ related: _, data: __, ...problem }: Problem): Problem {
  return { ...problem, message: quiet.get(problem.rule) ?? 'The text here cannot be read.' };
}

const broken = 'integrity/syntax';

/** Of these the message says all that is lost: a name. */
const names: ReadonlySet<string> = new Set([
  'integrity/unresolved-name',
  'integrity/ambiguous-name',
  'integrity/wrong-kind',
]);

const quiet: ReadonlyMap<string, string> = new Map([
  ['integrity/unresolved-name', 'A name here means nothing.'],
  ['integrity/ambiguous-name', 'A name here could mean several things.'],
  ['integrity/wrong-kind', 'A name here means something of another kind.'],
  ['integrity/duplicate-name', 'A name here is taken already, and what has it first counts.'],
  ['integrity/duplicate-statement', 'A statement here is made twice, and the first counts.'],
  ['integrity/misplaced-statement', 'A statement here means nothing in this place.'],
]);
