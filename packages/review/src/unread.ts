import {
  childrenOf,
  contains,
  type ElementId,
  isKind,
  type OrgModel,
  type Phase,
  type Problem,
} from '@mktorg/model';

/** What of the text of two sides could not be read, and so not be compared. */
export interface Unread {
  readonly before: readonly Problem[];
  readonly after: readonly Problem[];
}

/**
 * What of the text means nothing at points of plans: all that is broken, wherever it stands, and each name that means
 * nothing in the phases that lead there. The rest of today's text is the same at every point. O(problems × phases).
 *
 * It is asked of the model of today, and is one answer for both sides of a comparison: a model after a phase has no text
 * of its own, and so no problems.
 * @param points phases by their ids; today, to which none leads, where undefined
 */
export function unreadUpTo(model: OrgModel, points: readonly (ElementId | undefined)[]): readonly Problem[] {
  const played = model.byKind.plan.flatMap(({ id }) => {
    const phases = phasesIn(model, id);
    return phases.slice(0, phases.findLastIndex((phase) => points.includes(phase.id)) + 1);
  });
  return model.problems.filter(
    ({ rule, at }) =>
      rule === broken ||
      (lost.has(rule) &&
        played.some((phase) => phase.at.uri === at.uri && contains(phase.at, at.line, at.column))),
  );
}

function phasesIn(model: OrgModel, plan: ElementId): readonly Phase[] {
  return childrenOf(model, plan).filter((child) => isKind(child, 'phase'));
}

/** What is broken in either text, and the names that mean nothing in one only: in both, they are no difference. */
export function unreadBetween(before: OrgModel, after: OrgModel): Unread {
  const only = (here: OrgModel, there: OrgModel): readonly Problem[] => {
    const known = new Set(there.problems.map(({ rule, message }) => `${rule} ${message}`));
    return [
      ...here.problems.filter(({ rule }) => rule === broken),
      ...here.problems.filter(({ rule, message }) => lost.has(rule) && !known.has(`${rule} ${message}`)),
    ];
  };
  return { before: only(before, after), after: only(after, before) };
}

/** The problem in words that quote nothing of the text. */
export function withoutWords({ related: _, data: __, ...problem }: Problem): Problem {
  return { ...problem, message: lost.get(problem.rule) ?? 'The text here cannot be read.' };
}

const broken = 'integrity/syntax';

/** Problems of names that connect to nothing, and the same in words that quote none. */
const lost: ReadonlyMap<string, string> = new Map([
  ['integrity/unresolved-name', 'A name here means nothing.'],
  ['integrity/ambiguous-name', 'A name here could mean several things.'],
  ['integrity/wrong-kind', 'A name here means something of another kind.'],
]);
