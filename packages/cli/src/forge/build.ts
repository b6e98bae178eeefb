import path from 'node:path';
import { comparePlaces, headcount, redactPeople } from '@mktorg/model';
import type { Guards, ReviewDocument } from '@mktorg/review';
import type { Finding } from '@mktorg/rules';
import { withoutAccepted } from '../check/baseline.ts';
import {
  type Checked,
  type CheckedOrganization,
  findingsOf,
  isAtLeast,
  type Severity,
} from '../check/checked.ts';
import { findingsIn } from '../check/run-check.ts';
import { compareTrees } from '../diff/compare-trees.ts';
import type { Comparison } from '../diff/comparison.ts';
import { documentOf } from '../diff/document.ts';
import { askedOf, createLoader } from '../diff/loader.ts';
import { pointName } from '../diff/points.ts';
import { Failure } from '../failure.ts';
import { pathsFrom, relativePath } from '../files/paths.ts';
import { scopeOfTree } from '../files/tree.ts';
import type { Repository } from '../git/repository.ts';
import { treeOfRevision } from '../git/trees.ts';
import type { Loaded } from '../organizations.ts';
import { sourceLines } from '../output/source-lines.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { todayOf } from '../today.ts';
import type { CommitsToCompare } from './base.ts';

export interface BuildOptions {
  readonly failLevel: Severity | 'never';
  /** Which findings count: those that the change brings, or all. Where nothing can be compared, all do. */
  readonly failOn: 'new' | 'all';
  readonly guards: Guards;
  readonly redact?: 'people';
}

/** What a build has to say about a commit. Paths in it are those of the repository. */
export interface Build {
  readonly commits: CommitsToCompare;
  /** The organizations of the commit with all their findings, but for those that a baseline accepts. */
  readonly checked: Checked;
  /** The findings that count. */
  readonly told: readonly Finding[];
  /** Absent where there was nothing to compare with. */
  readonly review?: ReviewDocument;
  readonly refused: readonly string[];
  /** Whether findings or guards make the build fail. */
  readonly failing: boolean;
}

/** Checks the organizations of a commit, and compares them with those of another. */
export async function buildOf(
  repository: Repository,
  commits: CommitsToCompare,
  given: string | undefined,
  options: BuildOptions,
  terminal: Terminal,
): Promise<Build> {
  const today = todayOf(terminal);
  const { redact } = options;
  const { before, after } = commits;
  const paths = [given === undefined ? repository.top : path.resolve(terminal.cwd, given)];
  const show = pathsFrom(repository.top);
  if (!before) {
    const loaded = await load(repository, commits, paths);
    const checked = withoutAccepted(checkedOf(loaded, today, repository, redact));
    return settled({ commits, checked, told: findingsOf(checked), refused: [] }, options);
  }
  const { comparison, after: loaded } = await compareTrees(
    {
      type: 'git',
      repository,
      before: { type: 'revision', revision: before },
      after: { type: 'revision', revision: after },
      paths,
    },
    { today, ...(redact && { redact }) },
    terminal,
  );
  const to = pointName({ type: 'revision', revision: commits.shown ?? after });
  const review = documentOf({ ...comparison, to }, options.guards, show);
  const checked = withoutAccepted(checkedOf(loaded, today, repository, redact, comparison));
  const fresh = new Set(
    comparison.organizations.flatMap((each) => (each.status === 'compared' ? each.review.findings.new : [])),
  );
  const came = new Set(
    comparison.organizations.flatMap(({ status, root }) => (status === 'came' ? [root] : [])),
  );
  const told = checked.organizations.flatMap(({ model, findings }) =>
    options.failOn === 'all' || came.has(model.root) ? findings : findings.filter((each) => fresh.has(each)),
  );
  const refused = review.organizations.flatMap((each) =>
    each.status === 'compared' ? (each.refused ?? []).map(({ message }) => message) : [],
  );
  return settled({ commits, checked, told, review, refused }, options);
}

function settled(build: Omit<Build, 'failing'>, { failLevel }: BuildOptions): Build {
  const found = failLevel !== 'never' && build.told.some(({ severity }) => isAtLeast(severity, failLevel));
  return { ...build, failing: found || build.refused.length > 0 };
}

async function load(
  repository: Repository,
  { after }: CommitsToCompare,
  paths: readonly string[],
): Promise<Loaded> {
  const tree = await treeOfRevision(repository, after, new Map());
  const loaded = await createLoader().load(await scopeOfTree(tree, paths, repository.top));
  const models = askedOf(loaded);
  if (models.length > 0) return { ...loaded, models };
  const where = paths.map((each) => relativePath(repository.top, each)).join(', ');
  throw new Failure(`There are no .mktorg files in ${where === '.' ? 'this repository' : where}.`);
}

function checkedOf(
  loaded: Loaded,
  today: string,
  { top }: Repository,
  redact: 'people' | undefined,
  comparison?: Comparison,
): Checked {
  const known = new Map(comparison?.organizations.map((each) => [each.root, each]));
  const show = pathsFrom(top);
  const organizations = loaded.models.map((model): CheckedOrganization => {
    const compared = known.get(model.root);
    const own = redact ? redactPeople(model) : model;
    const common = { model: own, root: show(model.root), seats: headcount(own).seats };
    if (compared?.status !== 'compared') return { ...common, ...findingsIn(own, today) };
    const { findings } = compared.review;
    return { ...common, findings: inOrder([...findings.new, ...findings.carried]), phases: [], allowed: [] };
  });
  return { organizations, today, show, lines: sourceLines(loaded.texts), texts: loaded.texts };
}

/** What is there today first, then what phases bring; each by place. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const later = ({ phase }: Finding): number => (phase ? 1 : 0);
  return [...findings].sort((a, b) => later(a) - later(b) || comparePlaces(a.at, b.at));
}
