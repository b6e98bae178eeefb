import type { Finding } from '@mktorg/rules';
import { cleanLines } from '../terminal/clean.ts';
import { type Checked, type CheckedOrganization, isAtLeast, keyOf, type Severity } from './checked.ts';

/**
 * The findings as JUnit XML, which most systems that run builds can show: a suite for each organization, a case for
 * each finding, and one that passes for each file without any. Cases are called by rule and element, so that the same
 * finding is the same case in every run.
 * @param failLevel findings from this severity on are failures; what is below passes, and is said in its output
 */
export function toJunit(checked: Checked, failLevel: Severity): string {
  const suites = checked.organizations.map((each) => suiteOf(each, checked, failLevel));
  const sum = (key: 'tests' | 'failures'): number => suites.reduce((total, each) => total + each[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'mktorg', tests: sum('tests'), failures: sum('failures') })}>`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly xml: string;
}

function suiteOf({ model, findings }: CheckedOrganization, checked: Checked, failLevel: Severity): Suite {
  const isFailure = ({ severity }: Finding): boolean => isAtLeast(severity, failLevel);
  const found = new Set(findings.map(({ at }) => at.uri));
  const sound = model.documents.filter((uri) => !found.has(uri)).map(checked.show);
  const names = new Map<string, number>();
  const cases = findings.map((finding) => {
    const name = keyOf(finding).slice(finding.rule.length).trim() || checked.show(finding.at.uri);
    const alike = (names.get(`${finding.rule} ${name}`) ?? 0) + 1;
    names.set(`${finding.rule} ${name}`, alike);
    return caseOf(finding, alike === 1 ? name : `${name} ${alike}`, checked, isFailure(finding));
  });
  for (const file of sound)
    cases.push(`    <testcase${attributes({ classname: 'files without findings', name: file, file })}/>`);
  const failures = findings.filter(isFailure).length;
  const heading = attributes({ name: model.name, tests: cases.length, failures });
  return {
    tests: cases.length,
    failures,
    xml: [`  <testsuite${heading}>`, ...cases, '  </testsuite>'].join('\n'),
  };
}

function caseOf(finding: Finding, name: string, { show }: Checked, isFailure: boolean): string {
  const { rule, severity, message, why, todo, at } = finding;
  const file = show(at.uri);
  const place = `${file}:${at.line + 1}:${at.column + 1}`;
  const text = [place, message, why, todo].filter((part) => part !== '').join('\n');
  const inner = isFailure
    ? `<failure${attributes({ type: severity, message })}>${escaped(text)}</failure>`
    : `<system-out>${escaped(`${severity}\n${text}`)}</system-out>`;
  const heading = attributes({ classname: rule, name, file, line: at.line + 1 });
  return `    <testcase${heading}>${inner}</testcase>`;
}

function attributes(values: { readonly [name: string]: string | number }): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
}

/** Text between tags or quotes of XML 1.0, which has no place at all for some characters. */
function escaped(text: string): string {
  return cleanLines(text)
    .replace(/[\uD800-\uDFFF\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
