import type { OrgModel, Place } from '@mktorg/model';
import { label } from '@mktorg/model';
import type { Accepted } from '@mktorg/review';
import { type Allowed, type Finding, findingKey, type PhaseFindings, type PhaseOf } from '@mktorg/rules';
import type { ShowPath } from '../files/paths.ts';
import type { SourceLines } from '../output/source-lines.ts';

/** What a check came to: what every output of it is made of. */
export interface Checked {
  readonly organizations: readonly CheckedOrganization[];
  /** ISO date of the day on which the organizations were judged. */
  readonly today: string;
  readonly show: ShowPath;
  readonly lines: SourceLines;
  /** Of the documents, by uri. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface CheckedOrganization {
  readonly model: OrgModel;
  /** Folder, or the file where it is alone, as it is shown. */
  readonly root: string;
  readonly seats: number;
  /** Of today by document and position, then what the phases of plans bring. */
  readonly findings: readonly Finding[];
  readonly phases: readonly PhaseFindings[];
  readonly allowed: readonly Allowed[];
  /**
   * Where only what a change brings is told: since when, what it fixed and what it only accepts (in the text before), and
   * how many stay.
   */
  readonly since?: {
    readonly name: string;
    readonly fixed: readonly Finding[];
    readonly accepted: readonly Accepted[];
    readonly carried: number;
  };
  /** Where a baseline accepts findings, which are then not told: how many, and in which file. */
  readonly baseline?: {
    readonly file: string;
    readonly accepted: number;
    /** Entries that accept nothing any more. */
    readonly stale: number;
  };
}

/** With only these findings, and the phases that bring some of them. */
export function narrowed(organization: CheckedOrganization, kept: ReadonlySet<Finding>): CheckedOrganization {
  return {
    ...organization,
    findings: organization.findings.filter((finding) => kept.has(finding)),
    phases: organization.phases.filter(({ fresh }) => fresh.some((finding) => kept.has(finding))),
  };
}

export type Severity = Finding['severity'];

/** From the worst on. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

export type Counts = { readonly [S in Severity]: number };

export function countBySeverity(findings: Iterable<Finding>): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** Whether a finding is as bad as the level, or worse. */
export function isAtLeast(severity: Severity, level: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(level);
}

/** The phases that settle findings, each by itself: with several plans, a finding may have several. */
export function resolutionsOf({
  phases,
}: Pick<CheckedOrganization, 'phases'>): ReadonlyMap<Finding, readonly PhaseOf[]> {
  const resolutions = new Map<Finding, PhaseOf[]>();
  for (const { phase, resolved } of phases) {
    for (const finding of resolved) {
      const by = { id: phase.id, name: label(phase) };
      const known = resolutions.get(finding);
      if (known) known.push(by);
      else resolutions.set(finding, [by]);
    }
  }
  return resolutions;
}

/**
 * What tells a finding apart in every run: as `findingKey`, and what only a phase brings is not the same as what is
 * there today.
 */
export function keyOf(finding: Finding): string {
  return finding.phase ? `${findingKey(finding)} after ${finding.phase.id}` : findingKey(finding);
}

export function findingsOf(checked: Checked): readonly Finding[] {
  return checked.organizations.flatMap(({ findings }) => findings);
}

/** Line and column from 1, as editors and compilers count them; columns in UTF-16 units. */
export function positionOf(place: Place): { readonly line: number; readonly column: number } {
  return { line: place.line + 1, column: place.column + 1 };
}

/** `12 files`, `1 file`, `1,200 files`. */
export function counted(n: number, noun: string, many = `${noun}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? noun : many}`;
}
