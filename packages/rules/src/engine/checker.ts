import type { OrgModel, Term } from '@mktorg/model';
import { comparePlaces, termKinds } from '@mktorg/model';
import { rules as catalogue } from '../catalogue.ts';
import type { Allowed, Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { rule as unusedAllow, unusedReport } from '../settings/unused-allow.ts';
import { allowFor, unusedAllows } from './allowing.ts';
import { type Change, changeBetween } from './change.ts';
import { type Configuration, configure, isOptional } from './configuration.ts';
import { type Made, type Memory, runRule } from './memory.ts';
import { elementsAround, reportOf } from './problems.ts';

export interface CheckOptions {
  /** ISO date of the day on which the model is judged. */
  readonly today: string;
  /** Ids and categories of the rules to run; all of them where absent. */
  readonly only?: readonly string[];
}

export interface CheckResult {
  /** By document and position, then by rule. */
  readonly findings: readonly Finding[];
  /** What the model accepts with an `allow`, in the same order. */
  readonly allowed: readonly Allowed[];
  /** Rules that broke: an error of the program, never of the model. They have no findings. */
  readonly failed: readonly Failure[];
}
export interface Failure {
  readonly rule: string;
  readonly error: Error;
}

/** Checks one organisation again and again as it changes; what it finds never depends on what it saw before. */
export interface Checker {
  check(model: OrgModel, options: CheckOptions): CheckResult;
}

/** Checks a model once. */
export function check(model: OrgModel, options: CheckOptions): CheckResult {
  return createChecker().check(model, options);
}

/** One for each organisation. `rules` is there for the tests of the engine. */
export function createChecker(rules: readonly Rule[] = catalogue): Checker {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  let last: Last | undefined;
  return {
    check(model, options) {
      const configurations = configure(model, rules, options.only);
      const change = last && changeBetween(last.model, model);
      const now: Last = { model, vocabulary: vocabularyOf(model, last, change), memories: new Map() };
      const out: Collected = { findings: [], allowed: [], failed: [], ran: new Set() };
      const problems = problemReports(model, byId);
      for (const rule of rules) {
        const configuration = configurations.get(rule.id);
        if (!configuration || configuration.off) continue;
        const { settings } = configuration;
        const { terms, version } = now.vocabulary;
        const shared = { model, today: options.today, vocabulary: terms, rules: byId, settings };
        try {
          const basis = JSON.stringify([options.today, settings, version, rule.basis?.(model)]);
          now.memories.set(rule.id, runRule(rule, shared, basis, last?.memories.get(rule.id), change));
        } catch (error) {
          out.failed.push({ rule: rule.id, error: asError(error) });
          continue;
        }
        out.ran.add(rule.id);
        for (const made of problems.get(rule.id) ?? []) collect(out, model, rule, configuration, made);
        for (const made of madeIn(now.memories.get(rule.id))) collect(out, model, rule, configuration, made);
      }
      for (const { report, subject, id } of unclaimed(problems, byId)) {
        const configuration = { settings: {}, off: false };
        collect(out, model, { id, severity: 'error' }, configuration, { report, subject });
      }
      judgeAllows(out, model, configurations);
      last = now;
      out.findings.sort(compareFindings);
      out.allowed.sort((a, b) => compareFindings(a.finding, b.finding));
      return { findings: out.findings, allowed: out.allowed, failed: out.failed };
    },
  };
}

/** The last model with what each rule that ran reported on it. */
interface Last {
  readonly model: OrgModel;
  readonly vocabulary: Vocabulary;
  readonly memories: Map<string, Memory>;
}
interface Vocabulary {
  readonly terms: readonly Term[];
  readonly version: number;
}

function vocabularyOf(model: OrgModel, last: Last | undefined, change: Change | undefined): Vocabulary {
  if (last && change && !change.vocabularyChanged) return last.vocabulary;
  return {
    terms: termKinds.flatMap((kind) => model.byKind[kind]),
    version: (last?.vocabulary.version ?? 0) + 1,
  };
}

function* madeIn(memory: Memory | undefined): Iterable<Made> {
  for (const report of memory?.whole ?? []) yield { report, subject: undefined };
  for (const reported of memory?.byDocument.values() ?? []) {
    for (const [subject, reports] of reported) for (const report of reports) yield { report, subject };
  }
}

function problemReports(model: OrgModel, rules: ReadonlyMap<string, Rule>): Map<string, Made[]> {
  const elements = elementsAround(
    model,
    model.problems.map((problem) => problem.at),
  );
  const reports = new Map<string, Made[]>();
  for (const problem of model.problems) {
    const subject = elements.get(problem.at);
    const shared = rules.get(problem.rule)?.reported;
    const report = reportOf(problem, shared ?? { why: '', todo: '' }, subject);
    const list = reports.get(problem.rule);
    if (list) list.push({ report, subject });
    else reports.set(problem.rule, [{ report, subject }]);
  }
  return reports;
}

/** Problems that name no rule: an oversight of ours, and no reason to hide them. */
function unclaimed(problems: ReadonlyMap<string, readonly Made[]>, rules: ReadonlyMap<string, Rule>) {
  return [...problems].flatMap(([id, made]) => (rules.has(id) ? [] : made.map((one) => ({ ...one, id }))));
}

interface Collected {
  readonly findings: Finding[];
  readonly allowed: Allowed[];
  readonly failed: Failure[];
  readonly ran: Set<string>;
}

function collect(
  out: Collected,
  model: OrgModel,
  rule: Pick<Rule, 'id' | 'severity'>,
  configuration: Configuration,
  made: Made,
): void {
  const { report, subject } = made;
  const severity = configuration.set ?? report.severity ?? rule.severity;
  if (severity === 'off') return;
  const element = report.element ?? subject;
  let fixes: Finding['fixes'] | undefined;
  const finding: Finding = {
    rule: rule.id,
    severity,
    also: report.also ?? [],
    message: report.message.what,
    why: report.message.why,
    todo: report.message.todo,
    at: report.at,
    related: report.related ?? [],
    get fixes() {
      fixes ??= report.fixes?.(model) ?? [];
      return fixes;
    },
    ...(element !== undefined && { element }),
    ...(report.property !== undefined && { property: report.property }),
  };
  const allow = isOptional(rule) ? allowFor(model, finding) : undefined;
  if (allow) out.allowed.push({ finding, allow });
  else out.findings.push(finding);
}

/** Rules that broke or did not run say nothing about what they would have accepted. */
function judgeAllows(
  out: Collected,
  model: OrgModel,
  configurations: ReadonlyMap<string, Configuration>,
): void {
  const configuration = configurations.get(unusedAllow.id);
  if (!configuration || configuration.off) return;
  const judged = new Set([...out.ran].filter((id) => isOptional({ id })));
  for (const { element, allow } of unusedAllows(model, out.allowed, judged)) {
    collect(out, model, unusedAllow, configuration, {
      report: unusedReport(element, allow),
      subject: element.id,
    });
  }
}

function compareFindings(a: Finding, b: Finding): number {
  return comparePlaces(a.at, b.at) || order(a.rule, b.rule) || order(a.message, b.message);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
