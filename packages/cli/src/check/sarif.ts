import { createHash } from 'node:crypto';
import { type Finding, findingKey, type RuleInfo, rules } from '@mktorg/rules';
import type { Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { rulePage } from '../output/rule-page.ts';
import { repository, version } from '../version.ts';
import type { Checked, Severity } from './checked.ts';

const levels: { readonly [S in Severity]: Result.level } = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** The findings as SARIF 2.1.0, with the rules that they are of; what the model allows is in it as suppressed. */
export function toSarif(checked: Checked): Log {
  const used = new Set<string>();
  const results: Result[] = [];
  for (const { findings, allowed } of checked.organizations) {
    for (const finding of findings) results.push(resultOf(finding, checked));
    for (const { finding, allow } of allowed) {
      const justification = allow.because === undefined ? {} : { justification: allow.because };
      results.push({
        ...resultOf(finding, checked),
        suppressions: [{ kind: 'inSource', ...justification, location: locationOf(allow.at, checked) }],
      });
    }
  }
  for (const { ruleId } of results) if (ruleId !== undefined) used.add(ruleId);
  const described = rules.filter(({ id }) => used.has(id)).map(ruleDescriptor);
  const indexOf = new Map(described.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'mktorg', semanticVersion: version, informationUri: repository, rules: described },
        },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => {
          const ruleIndex = indexOf.get(result.ruleId ?? '');
          return ruleIndex === undefined ? result : { ...result, ruleIndex };
        }),
      },
    ],
  };
}

function resultOf(finding: Finding, checked: Checked): Result {
  const { rule, severity, message, why, todo, at, related } = finding;
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: [message, why, todo].filter((part) => part !== '').join(' ') },
    locations: [locationOf(at, checked)],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, id) => ({
        id,
        message: { text: each.message },
        ...locationOf(each.at, checked),
      })),
    }),
    // The same finding keeps its fingerprint when lines move.
    partialFingerprints: {
      'mktorgFinding/v1': createHash('sha256').update(findingKey(finding)).digest('hex'),
    },
  };
}

function locationOf(at: Finding['at'], checked: Checked): Location {
  const uri = checked.show(at.uri).split('/').map(encodeURIComponent).join('/');
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region: regionOf(at) } };
}

function regionOf(at: Finding['at']): Region {
  return {
    startLine: at.line + 1,
    startColumn: at.column + 1,
    endLine: at.endLine + 1,
    endColumn: at.endColumn + 1,
  };
}

function ruleDescriptor(rule: RuleInfo): ReportingDescriptor {
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.rationale },
    help: { text: rule.rationale, markdown: rule.rationale },
    defaultConfiguration: sarifConfiguration(rule),
    helpUri: rulePage(rule.id),
  };
}

function sarifConfiguration({ severity }: RuleInfo): ReportingDescriptor['defaultConfiguration'] {
  return severity === 'off' ? { enabled: false } : { level: levels[severity] };
}
