import { type Finding, pageOf as pathOfPage } from '@mktorg/rules';
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { rangeOf } from '../text/place.ts';

/** Where the project lives: the pages of rules stand in its repository. */
const repository = 'https://github.com/mktorg/mktorg/blob/main/';

/** Address of the page of a rule. */
export function pageOf(rule: string): string {
  return `${repository}${pathOfPage(rule)}`;
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** Rules whose findings are about text that does nothing: editors may fade it. */
const unnecessary: ReadonlySet<string> = new Set(['settings/unused-allow']);

export function diagnosticOf(finding: Finding): Diagnostic {
  const { rule, related } = finding;
  return {
    range: rangeOf(finding.at),
    severity: severities[finding.severity],
    code: rule,
    codeDescription: { href: pageOf(rule) },
    source: 'mktorg',
    message: messageOf(finding),
    ...(unnecessary.has(rule) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && {
      relatedInformation: related.map(({ message, at }) => ({
        message,
        location: { uri: at.uri, range: rangeOf(at) },
      })),
    }),
  };
}

/** What is wrong, why it matters, what to do: each on a line. */
export function messageOf(finding: Pick<Finding, 'message' | 'why' | 'todo'>): string {
  return [finding.message, finding.why, finding.todo].filter((part) => part !== '').join('\n');
}

/** Whether two lists would show alike. A check keeps the parts of what did not change, so this is quick. */
export function showAlike(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((finding, index) => same(finding, b[index]));
}

function same(a: Finding, b: Finding | undefined): boolean {
  if (b === undefined || a.rule !== b.rule || a.severity !== b.severity) return false;
  if (a.message !== b.message || a.why !== b.why || a.todo !== b.todo) return false;
  if (a.at !== b.at && JSON.stringify(a.at) !== JSON.stringify(b.at)) return false;
  return a.related === b.related || JSON.stringify(a.related) === JSON.stringify(b.related);
}

/** The findings by document, in order. */
export function byDocument(findings: readonly Finding[]): Map<string, readonly Finding[]> {
  const documents = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = documents.get(finding.at.uri);
    if (list) list.push(finding);
    else documents.set(finding.at.uri, [finding]);
  }
  return documents;
}
