import path from 'node:path';
import type { Finding } from '@mktorg/rules';
import { relativePath } from '../files/paths.ts';
import { clean, cleanLines } from '../terminal/clean.ts';
import { type Checked, counted, findingsOf, type Severity, severities } from './checked.ts';

/** What GitHub shows of one step; it drops the rest without a word. */
const mostOfEach = 10;

const commands: { readonly [S in Severity]: string } = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Findings as workflow commands, which GitHub shows as annotations on the changed lines. Those beyond its limits are
 * ordinary lines of the log, and a closing line says how many there are.
 * @param shownFrom folder that the findings' paths are relative to
 * @param repository folder that annotations have to be relative to
 */
export function toGithub(checked: Checked, shownFrom: string, repository: string): string {
  const fileOf = (finding: Finding): string =>
    relativePath(repository, path.resolve(shownFrom, checked.show(finding.at.uri)));
  return annotationsOf(findingsOf(checked), fileOf);
}

/**
 * The same for findings in the order in which they matter: the first of each severity have the room there is.
 * @param refusals errors that stand at no line, before all others
 */
export function annotationsOf(
  findings: readonly Finding[],
  fileOf: (finding: Finding) => string,
  refusals: readonly string[] = [],
): string {
  const lines = refusals.slice(0, mostOfEach).map((text) => `::error title=mktorg::${data(text)}`);
  const rest = refusals.slice(mostOfEach).map((text) => `refused ${clean(text)}`);
  const taken = lines.length;
  for (const severity of severities) {
    const alike = findings.filter((finding) => finding.severity === severity);
    const room = severity === 'error' ? mostOfEach - taken : mostOfEach;
    for (const [index, finding] of alike.entries()) {
      if (index < room) lines.push(annotation(finding, fileOf(finding)));
      else rest.push(logLine(finding, fileOf(finding)));
    }
  }
  if (rest.length > 0) {
    lines.push(...rest);
    lines.push(
      `${counted(rest.length, 'more finding')} above without an annotation: GitHub shows ${mostOfEach} errors, ${mostOfEach} warnings and ${mostOfEach} notices of a step.`,
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(finding: Finding, file: string): string {
  const { at, rule, severity, message, why, todo } = finding;
  const properties = [
    `file=${property(file)}`,
    `line=${at.line + 1}`,
    // Columns count only within one line.
    ...(at.endLine === at.line
      ? [`col=${at.column + 1}`, `endColumn=${Math.max(at.column + 1, at.endColumn)}`]
      : [`endLine=${at.endLine + 1}`]),
    `title=${property(rule)}`,
  ].join(',');
  const text = [message, why, todo].filter((part) => part !== '').join('\n');
  return `::${commands[severity]} ${properties}::${data(text)}`;
}

function logLine({ at, rule, severity, message }: Finding, file: string): string {
  return `${severity} ${clean(file)}:${at.line + 1}:${at.column + 1} ${rule} ${clean(message)}`;
}

function data(text: string): string {
  return cleanLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
