import type { OrgModel, Term } from '@mktorg/model';
import { termKinds } from '@mktorg/model';
import { rules as catalogue } from '../catalogue.ts';
import type { Allowed, Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { type Change, changeBetween } from './change.ts';
import { collection, type Known, type List } from './collecting.ts';
import { configure } from './configuration.ts';
import { documentsOf, type Made, type Memory, runRule } from './memory.ts';
import { elementsAround, reportOf, unread } from './problems.ts';

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

/** Checks one organization again and again as it changes; what it finds never depends on what it saw before. */
export interface Checker {
  check(model: OrgModel, options: CheckOptions): CheckResult;
}

/** Checks a model once. */
export function check(model: OrgModel, options: CheckOptions): CheckResult {
  return createChecker().check(model, options);
}

/** One for each organization. `rules` is there for the tests of the engine. */
export function createChecker(rules: readonly Rule[] = catalogue): Checker {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const known: Known = new WeakMap();
  let latest: OrgModel | undefined;
  let last: Last | undefined;
  let before: List = { entries: [] };
  return {
    check(model, options) {
      latest = model;
      const configurations = configure(model, rules, options.only);
      const change = last && changeBetween(last.model, model);
      const now: Last = { model, vocabulary: vocabularyOf(model, last, change), memories: new Map() };
      const documents = documentsOf(model);
      const problems = problemReports(model, byId);
      const collected = collection(model, () => latest ?? model, known, before, unread(model));
      const failed: Failure[] = [];
      for (const rule of rules) {
        const configuration = configurations.get(rule.id);
        if (!configuration || configuration.off) continue;
        const { settings } = configuration;
        const { terms, version } = now.vocabulary;
        const shared = { model, documents, today: options.today, vocabulary: terms, rules: byId, settings };
        try {
          const basis = JSON.stringify([options.today, settings, version, rule.basis?.(model)]);
          const memory = runRule(rule, shared, basis, last?.memories.get(rule.id), change);
          now.memories.set(rule.id, memory);
          for (const made of problems.get(rule.id) ?? []) collected.add(rule, configuration, made);
          for (const made of madeIn(memory)) collected.add(rule, configuration, made);
        } catch (error) {
          failed.push({ rule: rule.id, error: asError(error) });
        }
      }
      for (const { report, subject, id } of unclaimed(problems, byId)) {
        collected.add({ id, severity: 'error' }, { settings: {}, off: false }, { report, subject });
      }
      last = now;
      const ran = new Set(now.memories.keys());
      const { list, allowed } = collected.finish(ran, configurations.get('settings/unused-allow'));
      before = list;
      return { findings: list.entries.map(({ finding }) => finding), allowed, failed };
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

function* madeIn(memory: Memory): Iterable<Made> {
  for (const report of memory.whole) yield { report, subject: undefined };
  for (const reported of memory.byDocument.values()) {
    for (const [subject, { reports }] of reported) {
      for (const report of reports) yield { report, subject };
    }
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

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
