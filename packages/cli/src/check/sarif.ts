import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Finding, type RuleInfo, rules } from '@mktorg/rules';
import type { ArtifactLocation, Location, Log, Message, Region, ReportingDescriptor, Result } from 'sarif';
import { rulePage } from '../output/rule-page.ts';
import { repository, version } from '../version.ts';
import { type Checked, keyOf, type Severity } from './checked.ts';

const levels: { readonly [S in Severity]: Result.level } = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * The findings as SARIF 2.1.0, with the rules that they are of; what the model allows is in it as suppressed.
 * @param sourceRoot root of the repository, which the places of findings are relative to
 */
export function toSarif(checked: Checked, sourceRoot: string): Log {
  const used = new Set<string>();
  const results: Result[] = [];
  for (const { findings, allowed } of checked.organizations) {
    for (const finding of findings) results.push(resultOf(finding, sourceRoot));
    for (const { finding, allow } of allowed) {
      const justification = allow.because === undefined ? {} : { justification: allow.because };
      results.push({
        ...resultOf(finding, sourceRoot),
        suppressions: [{ kind: 'inSource', ...justification, location: locationOf(allow.at, sourceRoot) }],
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

function resultOf(finding: Finding, sourceRoot: string): Result {
  const { rule, severity, message, why, todo, at, related } = finding;
  return {
    ruleId: rule,
    level: levels[severity],
    message: messageOf([message, why, todo].filter((part) => part !== '').join(' ')),
    locations: [locationOf(at, sourceRoot)],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, id) => ({
        id,
        message: messageOf(each.message),
        ...locationOf(each.at, sourceRoot),
      })),
    }),
    // The same finding keeps its fingerprint when lines move.
    partialFingerprints: {
      'mktorgFinding/v1': createHash('sha256').update(keyOf(finding)).digest('hex'),
    },
    ...(finding.phase && { properties: { phase: finding.phase.name } }),
  };
}

/** In a message of SARIF, brackets make links and numbers in braces are places for arguments: a title makes neither. */
function messageOf(text: string): Message {
  return { text: text.replace(/[\\[\]]/g, '\\$&').replace(/\{(\d+)\}/g, '{{$1}}') };
}

function locationOf(at: Finding['at'], sourceRoot: string): Location {
  return { physicalLocation: { artifactLocation: artifactOf(at.uri, sourceRoot), region: regionOf(at) } };
}

/** Files of the repository are relative to its root, wherever that is; other files and the vocabulary are absolute. */
function artifactOf(uri: string, sourceRoot: string): ArtifactLocation {
  if (!uri.startsWith('file:')) return { uri };
  const relative = path.relative(sourceRoot, fileURLToPath(uri));
  const parts = relative.split(path.sep);
  if (parts[0] === '..' || path.isAbsolute(relative)) return { uri };
  return { uri: parts.map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
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
