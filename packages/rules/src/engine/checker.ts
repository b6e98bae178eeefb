import type { ElementId, OrgModel, Term } from '@mktorg/model';
import { completed, termKinds } from '@mktorg/model';
import { rules as catalogue } from '../catalogue.ts';
import type { Allowed, Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { rule as unusedAllow, unusedReport } from '../settings/unused-allow.ts';
import { allowsOfPhases } from './allowed-later.ts';
import { holdsAllows, unusedAllows } from './allowing.ts';
import { type Change, changeBetween } from './change.ts';
import { type Collection, createCollection, type Judging } from './collecting.ts';
import { type Configuration, configure, isOptional } from './configuration.ts';
import { type Made, type Memory, madeIn, runRule, type Turnover } from './memory.ts';
import { type Problems, problemsIn, problemTurnovers, unread } from './problems.ts';

export interface CheckOptions {
  /** ISO date of the day on which the model is judged. */
  readonly today: string;
  /** Ids and categories of the rules to run; all of them where absent. */
  readonly only?: readonly string[];
}

export interface CheckResult {
  /** By document and position, then by rule. */
  readonly findings: readonly Finding[];
  /**
   * The same by document, sorted; documents without findings are not in it. A list is the same object as in the check
   * before for as long as nothing on it changes.
   */
  readonly byDocument: ReadonlyMap<string, readonly Finding[]>;
  /** What the model accepts with an `allow`, by document and position. */
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
  /**
   * The same in steps of one rule each, for whoever has other things to do in between. A check that is left before its
   * end leaves a checker that is of no more use.
   */
  steps(model: OrgModel, options: CheckOptions): Generator<undefined, CheckResult>;
}

/** Checks a model once. */
export function check(model: OrgModel, options: CheckOptions): CheckResult {
  return createChecker().check(model, options);
}

/** Checks a model once, in steps. */
export function checkInSteps(model: OrgModel, options: CheckOptions): Generator<undefined, CheckResult> {
  return createChecker().steps(model, options);
}

/** One for each organization. `rules` is there for the tests of the engine. */
export function createChecker(rules: readonly Rule[] = catalogue): Checker {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  let last: Last | undefined;

  /** Runs the rules. What a rule that breaks has reported before is forgotten. */
  function* run(
    model: OrgModel,
    options: CheckOptions,
    change: Change | undefined,
  ): Generator<undefined, Outcome> {
    const configurations = configure(model, rules, options.only);
    const vocabulary = vocabularyOf(model, last, change);
    const memories = new Map<string, Memory>();
    const turnovers = new Map<string, Turnover>();
    const failed: Failure[] = [];
    for (const rule of rules) {
      const configuration = configurations.get(rule.id);
      if (!configuration || configuration.off) continue;
      const { settings } = configuration;
      const { terms, version } = vocabulary;
      const shared = { model, today: options.today, vocabulary: terms, rules: byId, settings };
      try {
        const basis = JSON.stringify([options.today, settings, version, rule.basis?.(model)]);
        const known = last?.memories.get(rule.id);
        const { memory, turnover } = yield* runRule(rule, shared, basis, known, change);
        memories.set(rule.id, memory);
        turnovers.set(rule.id, turnover);
      } catch (error) {
        failed.push({ rule: rule.id, error: asError(error) });
      }
      yield;
    }
    return { model, today: options.today, configurations, vocabulary, memories, turnovers, failed };
  }

  /** Brings the findings up to what the rules and the text say now. */
  function* collect(outcome: Outcome, change: Change | undefined): Generator<undefined, void> {
    const { model, configurations, vocabulary, memories, turnovers } = outcome;
    const signature = signatureOf(outcome);
    const before = last?.signature === signature ? last : undefined;
    const collection = before?.collection ?? createCollection(() => last?.model ?? model);
    const judging = (id: string): Judging => {
      const set = configurations.get(id)?.set;
      return { id, severity: byId.get(id)?.severity ?? 'error', ...(set && { set }) };
    };
    const problems = problemsIn(model, byId, before?.problems);
    last = { model, vocabulary, memories, signature, collection, problems, unused: before?.unused ?? [] };
    collection.withhold(unread(problems));
    for (const [id, memory] of memories) {
      const turnover = before ? turnovers.get(id) : { gone: [], come: madeIn(memory) };
      if (!turnover) continue;
      collection.take(judging(id), turnover);
      yield;
    }
    for (const [id, turnover] of problemTurnovers(before?.problems, problems)) {
      // Problems that name no rule are an oversight of ours, and no reason to hide them.
      if (memories.has(id) || !byId.has(id)) collection.take(judging(id), turnover);
    }
    const allowsChanged = !before || !change || mayAllowOtherwise(before.model, model, change);
    if (before && allowsChanged) collection.acceptAgain();
    const isPlanned = configurations.has(unusedAllow.id) && model.byKind.phase.length > 0;
    if (!collection.settle() && !allowsChanged && !isPlanned) return;
    const unused = yield* unusedIn(outcome, collection.allowed(), unread(problems));
    collection.take(judging(unusedAllow.id), { gone: last.unused, come: unused });
    collection.settle();
    last = { ...last, unused };
  }

  /** Reports of the allows that accept nothing, of rules that ran: neither today nor after a phase of a plan. */
  function* unusedIn(
    { model, today, configurations, memories }: Outcome,
    allowed: readonly Allowed[],
    unclear: ReadonlySet<ElementId>,
  ): Generator<undefined, readonly Made[]> {
    const configuration = configurations.get(unusedAllow.id);
    if (!configuration || configuration.off) return [];
    const judged = new Set([...memories.keys()].filter((id) => isOptional({ id })));
    const unused = unusedAllows(model, allowed, judged);
    const checker = createChecker(rules);
    const used = yield* allowsOfPhases(
      model,
      unused.map(({ allow }) => allow.rule),
      unclear,
      (after, only) => checker.steps(after, { today, only }),
    );
    return unused
      .filter(({ allow }) => !used(allow))
      .map(({ element, allow }) => ({ report: unusedReport(element, allow), subject: element.id }));
  }

  function* steps(model: OrgModel, options: CheckOptions): Generator<undefined, CheckResult> {
    const change = last && changeBetween(last.model, model);
    const outcome = yield* run(model, options, change);
    yield* collect(outcome, change);
    const { failed } = outcome;
    return resultOf(last?.collection, failed);
  }

  return { steps, check: (model, options) => completed(steps(model, options)) };
}

function resultOf(collection: Collection | undefined, failed: readonly Failure[]): CheckResult {
  const byDocument = collection?.findings() ?? new Map();
  let findings: readonly Finding[] | undefined;
  return {
    get findings() {
      findings ??= [...byDocument.values()].flat();
      return findings;
    },
    byDocument,
    allowed: collection?.allowed() ?? [],
    failed,
  };
}

/** What one run of all rules gave. */
interface Outcome {
  readonly model: OrgModel;
  readonly today: string;
  readonly configurations: ReadonlyMap<string, Configuration>;
  readonly vocabulary: Vocabulary;
  /** Of the rules that ran and did not break. */
  readonly memories: ReadonlyMap<string, Memory>;
  readonly turnovers: ReadonlyMap<string, Turnover>;
  readonly failed: readonly Failure[];
}

/** The last model with what each rule that ran reported on it. */
interface Last {
  readonly model: OrgModel;
  readonly vocabulary: Vocabulary;
  readonly memories: ReadonlyMap<string, Memory>;
  readonly signature: string;
  readonly collection: Collection;
  readonly problems: Problems;
  /** What was reported of allows. */
  readonly unused: readonly Made[];
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

/** Which rules ran, and how serious the model takes them: where that is another, all findings are put together anew. */
function signatureOf({ configurations, memories }: Outcome): string {
  return JSON.stringify([...memories.keys()].map((id) => [id, configurations.get(id)?.set]));
}

function mayAllowOtherwise(before: OrgModel, after: OrgModel, { documents }: Change): boolean {
  return [...documents].some((uri) => holdsAllows(before, uri) || holdsAllows(after, uri));
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
