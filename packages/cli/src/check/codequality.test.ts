import { expect, it } from 'vitest';
import { checkedFiles, repository } from '../testing/checked.ts';
import { type CodeQualityIssue, toCodeQuality } from './codequality.ts';

const platform = 'platform survey "Survey" is survey { used by a for "feedback" }\n';
const team = 'team a "A" {\n  lead nobody\n  role b "B" { held by "C" }\n}\n';

function issuesOf(text: string): readonly CodeQualityIssue[] {
  return toCodeQuality(checkedFiles({ 'org/a.mktorg': text }), '/work/repo', repository);
}

it('has what GitLab reads of a finding', () => {
  const [first, second] = issuesOf(team + platform);
  expect(first).toMatchObject({
    check_name: 'integrity/unresolved-name',
    severity: 'major',
    location: { path: 'org/a.mktorg', lines: { begin: 2 } },
  });
  expect(second).toMatchObject({ check_name: 'platform/owner', severity: 'minor' });
  expect(second?.description).toBe('“Survey” has no owner. Say who owns it: `owner …`.');
});

it('knows a finding again when lines move', () => {
  const of = (issues: readonly CodeQualityIssue[]) => issues.map(({ fingerprint }) => fingerprint).sort();
  expect(of(issuesOf(`// A line.\n\n${platform}${team}`))).toEqual(of(issuesOf(team + platform)));
});

it('tells findings apart that are alike', () => {
  const issues = issuesOf(`nonsense\n${team}nonsense\n`);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  expect(issues.length).toBeGreaterThan(2);
});

it('writes paths from the root of the repository, wherever it was started', () => {
  const checked = { ...checkedFiles({ 'org/a.mktorg': team }), show: () => 'a.mktorg' };
  const [first] = toCodeQuality(checked, '/work/repo/org', repository);
  expect(first?.location.path).toBe('org/a.mktorg');
});
