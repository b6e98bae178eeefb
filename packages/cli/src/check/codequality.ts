import { createHash } from 'node:crypto';
import path from 'node:path';
import { relativePath } from '../files/paths.ts';
import { type Checked, keyOf, type Severity } from './checked.ts';

/** One issue of a code quality report, as GitLab reads it. */
export interface CodeQualityIssue {
  readonly description: string;
  readonly check_name: string;
  /** By this GitLab knows an issue again in another run. */
  readonly fingerprint: string;
  readonly severity: 'major' | 'minor' | 'info';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const severities: { readonly [S in Severity]: CodeQualityIssue['severity'] } = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

/**
 * The findings as a code quality report of GitLab, which shows on a merge request what is new and what is fixed.
 * A finding keeps its fingerprint when lines move and numbers in its message change.
 * @param shownFrom folder that the findings' paths are relative to
 * @param repository folder that the paths of the report have to be relative to
 */
export function toCodeQuality(
  checked: Checked,
  shownFrom: string,
  repository: string,
): readonly CodeQualityIssue[] {
  const known = new Map<string, number>();
  const fileOf = (uri: string): string =>
    relativePath(repository, path.resolve(shownFrom, checked.show(uri)));
  return checked.organizations.flatMap(({ model, findings }) =>
    findings.map((finding) => {
      const key = `${fileOf(model.root)} ${keyOf(finding)}`;
      const alike = (known.get(key) ?? 0) + 1;
      known.set(key, alike);
      return {
        description: [finding.message, finding.todo].filter((part) => part !== '').join(' '),
        check_name: finding.rule,
        fingerprint: createHash('sha256')
          .update(alike === 1 ? key : `${key} ${alike}`)
          .digest('hex'),
        severity: severities[finding.severity],
        location: { path: fileOf(finding.at.uri), lines: { begin: finding.at.line + 1 } },
      };
    }),
  );
}
