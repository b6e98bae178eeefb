import { type DifferenceOptions, isDifferenceLens } from '@mktorg/chart';
import { standardVocabulary } from '@mktorg/language';
import { mergeOrganization, type OrgModel } from '@mktorg/model';
import type { ChartChoice, ChartMessage, Comparable } from '@mktorg/preview';
import { check, type Finding } from '@mktorg/rules';
import { compareSides, drawCompared } from '@mktorg/server/compared';
import { phaseSides, type Sides } from '@mktorg/server/sides';
import { findingsByElement, sceneWithFindings } from '../charts/findings.ts';
import { loadSince } from '../check/since.ts';
import { pairsOf } from '../diff/pairs.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Drawable } from './organizations.ts';

/** What a page compares an organization with, beside the phases of its plans: a revision, or nothing. */
export interface Past {
  readonly ref: string;
  readonly name: string;
  /** The organization as it was; empty where it was not there. */
  before(model: OrgModel, all: readonly OrgModel[]): OrgModel;
}

/**
 * The organizations of the paths at a revision.
 * @throws {Failure} where there is none
 */
export async function pastAt(paths: readonly string[], ref: string, terminal: Terminal): Promise<Past> {
  const { before, since } = await loadSince(paths, ref, terminal);
  const empty = new Map<string, OrgModel>();
  return {
    ref,
    name: since,
    before(model, all) {
      const pair = pairsOf(before, all, { before: '', after: '' }).find(({ after }) => after === model);
      if (pair?.before) return pair.before;
      const nothing = empty.get(model.root) ?? mergeOrganization(model.root, [], standardVocabulary());
      empty.set(model.root, nothing);
      return nothing;
    },
  };
}

export function comparableWith(past: Past | undefined): Comparable {
  if (past) return { revisions: [{ ref: past.ref, label: past.name }], pick: false };
  return { revisions: [], pick: false, why: 'To compare with a commit: mktorg preview --since main' };
}

/** What a comparison needs to know beside what is compared. */
export interface Surroundings {
  readonly past: Past | undefined;
  /** All organizations as they are now. */
  readonly all: readonly OrgModel[];
  /** ISO date. */
  readonly today: string;
}

interface Differing {
  readonly changes: NonNullable<ChartMessage['changes']>;
  /** Absent where the lens shows no differences. */
  readonly drawn?: Pick<ChartMessage, 'scene' | 'findings'>;
}

/** The difference that is chosen, drawn and in words; undefined where there is none to show. */
export function differenceOf(
  { model, findings }: Drawable,
  { compare, focus, lens }: ChartChoice,
  { past, all, today }: Surroundings,
  options: DifferenceOptions,
): Differing | undefined {
  if (!compare) return undefined;
  const sides: Sides | undefined =
    compare.with === 'phases'
      ? phaseSides(model, compare.from, compare.to, today)
      : past && since(past, model, all, findings, today);
  if (!sides) return undefined;
  const compared = compareSides(sides, { today });
  if (!isDifferenceLens(lens)) return { changes: compared.changes };
  const scene = drawCompared(compared, sides, { ...options, lens, ...(focus && { focus }) });
  return {
    changes: compared.changes,
    drawn: {
      scene: sceneWithFindings(scene, sides.checked.after),
      findings: findingsByElement(sides.checked.after),
    },
  };
}

const judged = new WeakMap<OrgModel, { readonly today: string; readonly findings: readonly Finding[] }>();

function since(
  past: Past,
  model: OrgModel,
  all: readonly OrgModel[],
  findings: readonly Finding[],
  today: string,
): Sides {
  const before = past.before(model, all);
  const known = judged.get(before);
  const was = known?.today === today ? known.findings : check(before, { today }).findings;
  judged.set(before, { today, findings: was });
  return { before, after: model, from: past.name, to: 'Now', checked: { before: was, after: findings } };
}
