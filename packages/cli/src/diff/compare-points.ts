import { review } from '@mktorg/review';
import { rulesOfPhases } from '@mktorg/rules';
import { loadOrganizations, onlyModel } from '../organizations.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type CompareOptions, type Comparison, settingsOf } from './comparison.ts';
import { onlyPath, revisionAsPoint } from './mixed.ts';
import { type PlanPoints, type PointsWish, planPoints } from './phases.ts';

/**
 * Compares two points of a plan.
 * @throws {Failure} where there are no such points, or the call mixes them with revisions
 */
export async function comparePoints(
  args: readonly string[],
  wish: PointsWish,
  how: CompareOptions,
  terminal: Terminal,
): Promise<Comparison> {
  await onlyPath(args, wish, terminal);
  const model = onlyModel(await loadOrganizations(args, terminal), terminal, 'diff', undefined);
  let points: PlanPoints;
  try {
    points = planPoints(model, wish);
  } catch (error) {
    throw (await revisionAsPoint(wish, terminal)) ?? error;
  }
  const { from, to, matching } = points;
  const unread = { before: [], after: points.unread };
  // The points are phases already: what is about the plan itself is found at neither of them.
  const only = rulesOfPhases;
  return {
    from: from.name,
    to: to.name,
    ...settingsOf(how),
    organizations: [
      {
        status: 'compared',
        name: model.name,
        root: model.root,
        review: review(from.model, to.model, { ...how, matching, unread, only }),
      },
    ],
  };
}
