import type { Element, ElementId, ElementKind, OrgModel, Term } from '@mktorg/model';
import { comparePlaces, termKinds } from '@mktorg/model';
import { rules as catalogue } from '../catalogue.ts';
import type { Allowed, Finding } from '../finding.ts';
import type { Report, Rule, Run } from '../rule.ts';
import { rule as unusedAllow, unusedReport } from '../settings/unused-allow.ts';
import { allowFor, unusedAllows } from './allowing.ts';
import { type Configuration, configure, isOptional } from './configuration.ts';
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
  let last: Memory | undefined;
  return {
    check(model, options) {
      const configurations = configure(model, rules, options.only);
      const memory = remember(last, model, options, configurations);
      const shared = { model, today: options.today, vocabulary: memory.vocabulary, rules: byId };
      const out: Collected = { findings: [], allowed: [], failed: [], ran: new Set() };
      const problems = problemReports(model, byId);
      for (const rule of rules) {
        const configuration = configurations.get(rule.id);
        if (!configuration || configuration.off) continue;
        const made: Made[] = problems.get(rule.id) ?? [];
        try {
          runRule(rule, { ...shared, settings: configuration.settings }, memory, last, made);
        } catch (error) {
          memory.made.delete(rule.id);
          out.failed.push({ rule: rule.id, error: asError(error) });
          continue;
        }
        out.ran.add(rule.id);
        for (const one of made) collect(out, model, rule, configuration, one);
      }
      for (const { report, subject, id } of unclaimed(problems, byId)) {
        collect(
          out,
          model,
          { id, severity: 'error' },
          { settings: {}, off: false },
          { report, index: -1, subject },
        );
      }
      judgeAllows(out, model, configurations);
      last = memory;
      out.findings.sort(compareFindings);
      out.allowed.sort((a, b) => compareFindings(a.finding, b.finding));
      return { findings: out.findings, allowed: out.allowed, failed: out.failed };
    },
  };
}

/** A report with its subject; `index` is that of the subject among the elements of its kind. */
interface Made {
  readonly report: Report;
  readonly index: number;
  readonly subject: ElementId | undefined;
}

/** What the next check can build on: the reports that depend on nothing but one element, in its order. */
interface Memory {
  /** All that such reports depend on but the element. */
  readonly basis: string;
  readonly vocabulary: readonly Term[];
  readonly byKind: OrgModel['byKind'];
  readonly made: Map<string, ReadonlyMap<ElementKind, readonly Made[]>>;
}

function remember(
  last: Memory | undefined,
  model: OrgModel,
  options: CheckOptions,
  configurations: ReadonlyMap<string, Configuration>,
): Memory {
  const terms: readonly Term[] = termKinds.flatMap((kind) => model.byKind[kind]);
  const vocabulary = last && sameItems(last.vocabulary, terms) ? last.vocabulary : terms;
  const basis = JSON.stringify([options.today, [...configurations].map(([, { settings }]) => settings)]);
  return { basis, vocabulary, byKind: model.byKind, made: new Map() };
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

type Shared = Omit<Run, 'report'>;

function runRule(rule: Rule, shared: Shared, memory: Memory, last: Memory | undefined, into: Made[]): void {
  const run = (list: Made[]): Run => ({
    ...shared,
    report: (report, index, subject) => list.push({ report, index, subject }),
  });
  rule.whole(run(into));
  const usable = last?.basis === memory.basis && last.vocabulary === memory.vocabulary ? last : undefined;
  const before = rule.reach === 'element' ? usable?.made.get(rule.id) : undefined;
  const after = new Map<ElementKind, readonly Made[]>();
  for (const kind of rule.subjects) {
    const elements = memory.byKind[kind];
    const old = before?.get(kind);
    const list: Made[] = [];
    if (old && last)
      reuse(old, last.byKind[kind], elements, list, (from, to) => rule.visit(run(list), kind, from, to));
    else rule.visit(run(list), kind, 0, elements.length);
    after.set(kind, list);
    for (const made of list) into.push(made);
  }
  if (rule.reach === 'element') memory.made.set(rule.id, after);
}

/**
 * Elements that did not change keep their identity, and edits are local: so what differs lies between the elements
 * that two versions share at their start and those that they share at their end.
 */
function reuse(
  old: readonly Made[],
  before: readonly Element[],
  after: readonly Element[],
  list: Made[],
  visit: (from: number, to: number) => void,
): void {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const moved = after.length - before.length;
  for (const made of old) if (made.index < start) list.push(made);
  visit(start, after.length - end);
  for (const made of old) {
    if (made.index >= before.length - end) list.push({ ...made, index: made.index + moved });
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
    if (list) list.push({ report, index: -1, subject });
    else reports.set(problem.rule, [{ report, index: -1, subject }]);
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
      fixes ??= report.fixes?.() ?? [];
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
      index: -1,
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
