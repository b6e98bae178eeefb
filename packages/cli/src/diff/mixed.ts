import { existsSync } from 'node:fs';
import path from 'node:path';
import type { OrgModel } from '@mktorg/model';
import { todayPoint } from '../charts/point.ts';
import { Failure } from '../failure.ts';
import { findRevision, repositoryAround } from '../git/repository.ts';
import { loadOrganizations } from '../organizations.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { PointsWish } from './phases.ts';
import { rangeIn } from './ranges.ts';

/** Points of a plan that stand where revisions and paths do: `mktorg diff found gather`. Undefined where they are none. */
export async function pointsAsArguments(
  args: readonly string[],
  terminal: Terminal,
): Promise<Failure | undefined> {
  const [first, second, ...others] = args;
  if (first === undefined || others.length > 0) return undefined;
  const models = await modelsHere(terminal);
  const isPoint = (name: string): boolean =>
    name === todayPoint || models.some(({ byKind }) => byKind.phase.some((phase) => phase.name === name));
  if (!args.every(isPoint) || args.every((each) => each === todayPoint)) return undefined;
  const [from, to] = second === undefined ? [todayPoint, first] : [first, second];
  const said = args.filter((each) => each !== todayPoint);
  return new Failure(
    `${said.join(' and ')} ${said.length > 1 ? 'are phases' : 'is a phase'} of a plan, and no revision or path.`,
    `Points of a plan are compared so: mktorg diff --from ${from} --to ${to}`,
  );
}

async function modelsHere(terminal: Terminal): Promise<readonly OrgModel[]> {
  try {
    return (await loadOrganizations([], terminal)).models;
  } catch {
    return [];
  }
}

/**
 * What else stands in a call that compares points of a plan: one path at most.
 * @throws {Failure} where it is something else, with what to write instead
 */
export async function onlyPath(
  args: readonly string[],
  { from = todayPoint, to }: PointsWish,
  terminal: Terminal,
): Promise<void> {
  const other = args.find((arg) => !existsSync(path.resolve(terminal.cwd, arg)));
  if (other !== undefined) {
    const points = `--from ${from}${to === undefined ? '' : ` --to ${to}`}`;
    const revisions = await revisionsAmong(args, terminal);
    throw new Failure(
      revisions.includes(other)
        ? `${other} is a revision, and points of a plan are not compared with revisions.`
        : `${other} does not exist.`,
      `Two points of the plan as it stands now: mktorg diff ${points}`,
      ...(revisions.length > 0 ? [`Revisions, without a plan: mktorg diff ${revisions.join(' ')}`] : []),
    );
  }
  if (args.length > 1)
    throw new Failure('Points of a plan are compared in one organization: name one path at most.');
}

/** Why names are no points of a plan, where one of them is a revision instead. */
export async function revisionAsPoint(
  { from, to }: PointsWish,
  terminal: Terminal,
): Promise<Failure | undefined> {
  const revisions = await revisionsAmong(
    [from, to].filter((name) => name !== undefined),
    terminal,
  );
  if (revisions.length === 0) return undefined;
  return new Failure(
    `${revisions.join(' and ')} ${revisions.length > 1 ? 'are revisions' : 'is a revision'}, and --from and --to take points of a plan.`,
    `To compare revisions: mktorg diff ${revisions.join(' ')}`,
  );
}

async function revisionsAmong(names: readonly string[], { cwd }: Terminal): Promise<readonly string[]> {
  const found: string[] = [];
  try {
    const repository = await repositoryAround(cwd);
    for (const name of names) {
      const is = (await rangeIn(repository, name)) ?? (await findRevision(repository, name));
      if (is) found.push(name);
    }
  } catch {
    // Without git there are no revisions that could be meant.
  }
  return found;
}
