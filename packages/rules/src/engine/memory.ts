import type { Element, ElementId, OrgModel } from '@mktorg/model';
import { elementsIn, find, kindsIn } from '@mktorg/model';
import type { Report, Rule, Run } from '../rule.ts';
import type { Change } from './change.ts';
import { saysTheSame } from './change.ts';

/** A report with the element that was judged. */
export interface Made {
  readonly report: Report;
  readonly subject: ElementId | undefined;
}

/** What one rule reported on one model, kept so that the next model need not be judged anew. */
export interface Memory {
  /** All that the reports depend on but the elements. */
  readonly basis: string;
  readonly judgements: Judgements;
  readonly whole: readonly Report[];
}

/** What was reported about elements one by one. */
class Judgements {
  readonly #byDocument = new Map<string, Map<ElementId, readonly Report[]>>();
  /** The elements whose reports point into other documents. */
  readonly pointing = new Map<ElementId, { readonly uri: string; readonly elsewhere: readonly string[] }>();

  of(uri: string, id: ElementId): readonly Report[] {
    return this.#byDocument.get(uri)?.get(id) ?? [];
  }

  *madeIn(uri: string): Generator<Made, void> {
    for (const [subject, reports] of this.#byDocument.get(uri) ?? []) {
      for (const report of reports) yield { report, subject };
    }
  }

  *made(): Generator<Made, void> {
    for (const uri of this.#byDocument.keys()) yield* this.madeIn(uri);
  }

  set(uri: string, id: ElementId, reports: readonly Report[] | undefined): void {
    this.pointing.delete(id);
    const document = this.#byDocument.get(uri);
    if (!reports) {
      document?.delete(id);
      return;
    }
    if (document) document.set(id, reports);
    else this.#byDocument.set(uri, new Map([[id, reports]]));
    const elsewhere = elsewhereOf(uri, reports);
    if (elsewhere.length > 0) this.pointing.set(id, { uri, elsewhere });
  }

  forget(uri: string): void {
    for (const id of this.#byDocument.get(uri)?.keys() ?? []) this.pointing.delete(id);
    this.#byDocument.delete(uri);
  }
}

function elsewhereOf(uri: string, reports: readonly Report[]): readonly string[] {
  const found = new Set<string>();
  for (const { at, related } of reports) {
    if (at.uri !== uri) found.add(at.uri);
    for (const each of related ?? []) if (each.at.uri !== uri) found.add(each.at.uri);
  }
  return found.size > 0 ? [...found] : nowhere;
}

const nowhere: readonly string[] = [];

export type Shared = Omit<Run, 'report'>;

/** What a run reports that the run before did not, and the other way round. */
export interface Turnover {
  readonly gone: readonly Made[];
  readonly come: readonly Made[];
}

/**
 * Runs a rule over a model, or over what changed since the memory was made. What it gives is the same either way.
 * The old memory is used up. Throws what the rule throws.
 */
export function* runRule(
  rule: Rule,
  shared: Shared,
  basis: string,
  last: Memory | undefined,
  change: Change | undefined,
): Generator<undefined, { readonly memory: Memory; readonly turnover: Turnover }> {
  if (last?.basis !== basis || !change) {
    const judgements = yield* judgeAll(rule, shared);
    const memory = { basis, judgements, whole: judgeWhole(rule, shared) };
    return { memory, turnover: { gone: last ? madeIn(last) : [], come: madeIn(memory) } };
  }
  const isAwake = wakes(rule, shared.model, change, last.whole);
  const whole = isAwake ? judgeWhole(rule, shared) : last.whole;
  const gone = isAwake ? last.whole.map(unowned) : [];
  const come = isAwake ? whole.map(unowned) : [];
  const judgements = reachesAll(rule)
    ? yield* judgeAllAgain(rule, shared, last.judgements, { gone, come })
    : judgeAgain(rule, shared, last.judgements, change, { gone, come });
  return { memory: { basis, judgements, whole }, turnover: { gone, come } };
}

/** Everything that is reported. */
export function madeIn({ whole, judgements }: Memory): Made[] {
  return [...whole.map(unowned), ...judgements.made()];
}

function unowned(report: Report): Made {
  return { report, subject: undefined };
}

function judgeWhole(rule: Rule, shared: Shared): readonly Report[] {
  const reports: Report[] = [];
  rule.whole?.({ ...shared, report: (report) => reports.push(report) });
  return reports;
}

/** Whether a rule about the model as a whole has to look again. */
function wakes(
  { reads, readsAlone, readsLines, whole }: Rule,
  model: OrgModel,
  change: Change,
  reports: readonly Report[],
): boolean {
  if (!whole) return false;
  if (!reads) return true;
  const { linesMoved, below } = change;
  const lines = { above: linesMoved, below, found: reports.length > 0 };
  if (readsLines && below().length > 0 && readsLines(model, lines)) return true;
  if (reports.some((report) => pointsInto(report, change.documents))) return true;
  for (const { before, after, moved } of change.pairs.values()) {
    const [old, now] = [before && reads(before), after && reads(after)];
    if (moved && !readsAlone && (old !== undefined || now !== undefined)) return true;
    if (!saysTheSame(old, now)) return true;
  }
  return false;
}

function pointsInto({ at, related }: Report, documents: ReadonlySet<string>): boolean {
  return documents.has(at.uri) || (related?.some((each) => documents.has(each.at.uri)) ?? false);
}

/** So many elements are judged between two steps. */
const slice = 1000;

function* judgeAll(rule: Rule, shared: Shared): Generator<undefined, Judgements> {
  const judgements = new Judgements();
  if (rule.subjects.every((kind) => shared.model.byKind[kind].length === 0)) return judgements;
  const judge = judging(rule, shared);
  let count = 0;
  for (const uri of shared.model.documents) {
    for (const element of subjectsIn(rule, elementsIn(shared.model, uri))) {
      judgeInto(judgements, uri, element, judge);
      if (++count % slice === 0) yield;
    }
  }
  return judgements;
}

/** Whether the findings about an element can depend on anything. */
function reachesAll({ reach, subjects }: Rule): boolean {
  return reach === 'model' && subjects.length > 0;
}

function* judgeAllAgain(
  rule: Rule,
  shared: Shared,
  before: Judgements,
  { gone, come }: Noted,
): Generator<undefined, Judgements> {
  for (const made of before.made()) gone.push(made);
  const judgements = yield* judgeAll(rule, shared);
  for (const made of judgements.made()) come.push(made);
  return judgements;
}

/** Takes in what goes and comes. */
interface Noted {
  readonly gone: Made[];
  readonly come: Made[];
}

/** Brings the judgements up to the change. */
function judgeAgain(
  rule: Rule,
  shared: Shared,
  judgements: Judgements,
  change: Change,
  { gone, come }: Noted,
): Judgements {
  if (rule.subjects.length === 0) return judgements;
  const { model } = shared;
  const judge = judging(rule, shared);
  for (const uri of change.documents) {
    for (const made of judgements.madeIn(uri)) gone.push(made);
    judgements.forget(uri);
    for (const element of subjectsIn(rule, elementsIn(model, uri)))
      judgeInto(judgements, uri, element, judge);
    for (const made of judgements.madeIn(uri)) come.push(made);
  }
  for (const [id, uri] of judgedAgain(rule, judgements, change)) {
    const element = find(model, id);
    const judged = element && isSubject(rule, element) ? judge(element) : undefined;
    for (const report of judgements.of(uri, id)) gone.push({ report, subject: id });
    judgements.set(uri, id, judged);
    for (const report of judgements.of(uri, id)) come.push({ report, subject: id });
  }
  return judgements;
}

/** What has to be judged again in documents that did not change, with its document. */
function judgedAgain(
  { reach }: Rule,
  judgements: Judgements,
  change: Change,
): ReadonlyMap<ElementId, string> {
  const again = new Map<ElementId, string>();
  if (reach === 'element') return again;
  for (const [uri, ids] of change.touched) for (const id of ids) again.set(id, uri);
  for (const [id, { uri, elsewhere }] of judgements.pointing) {
    if (elsewhere.some((each) => change.documents.has(each))) again.set(id, uri);
  }
  if (reach === 'line') for (const { id, at } of change.below()) again.set(id, at.uri);
  for (const [id, uri] of again) if (change.documents.has(uri)) again.delete(id);
  return again;
}

function* subjectsIn({ subjects }: Rule, elements: readonly Element[]): Generator<Element, void> {
  const kinds = kindsIn(elements);
  for (const kind of subjects) yield* kinds.get(kind) ?? noElements;
}

function judgeInto(
  judgements: Judgements,
  uri: string,
  element: Element,
  judge: (element: Element) => readonly Report[] | undefined,
): void {
  const reports = judge(element);
  if (reports) judgements.set(uri, element.id, reports);
}

const noElements: readonly Element[] = [];

function judging(rule: Rule, shared: Shared): (element: Element) => readonly Report[] | undefined {
  let reports: Report[] | undefined;
  const judge = rule.open({
    ...shared,
    report: (report) => {
      reports ??= [];
      reports.push(report);
    },
  });
  return (element) => {
    reports = undefined;
    judge(element);
    return reports;
  };
}

function isSubject(rule: Rule, { kind }: Element): boolean {
  return rule.subjects.some((each) => each === kind);
}
