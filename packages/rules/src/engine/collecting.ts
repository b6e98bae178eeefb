import type { ElementId, OrgModel, Severity } from '@mktorg/model';
import { comparePlaces } from '@mktorg/model';
import type { Allowed, Finding } from '../finding.ts';
import type { Report } from '../rule.ts';
import { rule as unusedAllow, unusedReport } from '../settings/unused-allow.ts';
import { allowing, unusedAllows } from './allowing.ts';
import { type Configuration, isOptional } from './configuration.ts';
import type { Made } from './memory.ts';

/** Findings by report: while a report stands, its finding is the same object. */
export type Known = WeakMap<Report, Finding>;

/** Puts together what the rules reported on one model. */
export interface Collection {
  add(
    rule: { readonly id: string; readonly severity: Severity },
    configuration: Configuration,
    made: Made,
  ): void;
  /** Judges the allows of the rules that ran, and gives everything in the order of the text. */
  finish(
    ran: ReadonlySet<string>,
    configuration: Configuration | undefined,
  ): { findings: readonly Finding[]; allowed: readonly Allowed[] };
}

/**
 * `latest` gives the model of the last check: fixes are worked out on it, however old the finding. `before` are the
 * findings of the check before, in order.
 */
export function collection(
  model: OrgModel,
  latest: () => OrgModel,
  known: Known,
  before: readonly Finding[],
): Collection {
  const findings: Finding[] = [];
  const allowed: Allowed[] = [];
  const allowFor = allowing(model);
  const add: Collection['add'] = (rule, configuration, { report, subject }) => {
    const severity = configuration.set ?? report.severity ?? rule.severity;
    if (severity === 'off') return;
    let finding = known.get(report);
    if (finding?.severity !== severity) {
      finding = findingOf(rule.id, severity, report, subject, latest);
      known.set(report, finding);
    }
    const allow = isOptional(rule) ? allowFor(finding) : undefined;
    if (allow) allowed.push({ finding, allow });
    else findings.push(finding);
  };
  return {
    add,
    finish(ran, configuration) {
      if (configuration && !configuration.off) {
        const judged = new Set([...ran].filter((id) => isOptional({ id })));
        for (const { element, allow } of unusedAllows(model, allowed, judged)) {
          add(unusedAllow, configuration, { report: unusedReport(element, allow), subject: element.id });
        }
      }
      allowed.sort((a, b) => compareFindings(a.finding, b.finding));
      return { findings: sorted(findings, before), allowed };
    },
  };
}

function findingOf(
  rule: string,
  severity: Finding['severity'],
  report: Report,
  subject: ElementId | undefined,
  latest: () => OrgModel,
): Finding {
  const element = report.element ?? subject;
  let known: { readonly model: OrgModel; readonly fixes: Finding['fixes'] } | undefined;
  return {
    rule,
    severity,
    ...(element !== undefined && { element }),
    also: report.also ?? [],
    ...(report.property !== undefined && { property: report.property }),
    message: report.message.what,
    why: report.message.why,
    todo: report.message.todo,
    at: report.at,
    related: report.related ?? [],
    get fixes() {
      const model = latest();
      if (!known || known.model !== model) known = { model, fixes: report.fixes?.(model) ?? [] };
      return known.fixes;
    },
  };
}

/** Most findings are those of the check before and in their order already: only new ones have to find their place. */
function sorted(findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  const now = new Set(findings);
  const kept = before.filter((finding) => now.delete(finding));
  const fresh = [...now].sort(compareFindings);
  const merged: Finding[] = [];
  let next = 0;
  for (const finding of kept) {
    for (let one = fresh[next]; one && compareFindings(one, finding) <= 0; one = fresh[++next])
      merged.push(one);
    merged.push(finding);
  }
  return merged.concat(fresh.slice(next));
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    comparePlaces(a.at, b.at) ||
    order(a.rule, b.rule) ||
    order(a.message, b.message) ||
    order(a.element ?? '', b.element ?? '') ||
    order(a.property ?? '', b.property ?? '')
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
