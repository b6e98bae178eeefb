import type { Element, ElementId, ElementKind, OrgModel } from '@mktorg/model';
import { elementsIn, find } from '@mktorg/model';
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
  /** By document, the elements with reports. */
  readonly byDocument: Map<string, Map<ElementId, Judged>>;
  readonly whole: readonly Report[];
}

interface Judged {
  readonly reports: readonly Report[];
  /** Other documents that the reports point into. */
  readonly elsewhere: readonly string[];
}

export interface Shared extends Omit<Run, 'report'> {
  /** The elements of every document by kind. */
  readonly documents: Documents;
}
export type Documents = ReadonlyMap<string, ReadonlyMap<ElementKind, readonly Element[]>>;

/** Looked up once for all rules. */
export function documentsOf(model: OrgModel): Documents {
  return new Map(model.documents.map((uri) => [uri, elementsByKind(elementsIn(model, uri))]));
}

/**
 * Runs a rule over a model, or over what changed since the memory was made. What it gives is the same either way.
 * The old memory is used up. Throws what the rule throws.
 */
export function runRule(
  rule: Rule,
  shared: Shared,
  basis: string,
  last: Memory | undefined,
  change: Change | undefined,
): Memory {
  const usable = last?.basis === basis ? last : undefined;
  const byDocument =
    usable && change && isLocal(rule, change)
      ? judgeAgain(rule, shared, usable, change)
      : judgeAll(rule, shared);
  const isAwake = !usable || !change || wakes(rule, shared.model, change, usable.whole);
  return { basis, byDocument, whole: isAwake ? judgeWhole(rule, shared) : usable.whole };
}

function judgeWhole(rule: Rule, shared: Shared): readonly Report[] {
  const reports: Report[] = [];
  rule.whole?.({ ...shared, report: (report) => reports.push(report) });
  return reports;
}

/** Whether the change can only matter where it is. */
function isLocal({ reach }: Rule, { linesMoved }: Change): boolean {
  return reach === 'element' || reach === 'neighbors' || (reach === 'line' && linesMoved.length === 0);
}

/** Whether a rule about the model as a whole has to look again. */
function wakes(
  { reads, readsLines, whole }: Rule,
  model: OrgModel,
  change: Change,
  reports: readonly Report[],
): boolean {
  if (!whole) return false;
  if (!reads) return true;
  if (readsLines && change.linesMoved.some((id) => reports.length > 0 || readsLines(model, id))) return true;
  if (reports.some((report) => pointsInto(report, change.documents))) return true;
  for (const { before, after, moved } of change.pairs.values()) {
    const [old, now] = [before && reads(before), after && reads(after)];
    if (moved && (old !== undefined || now !== undefined)) return true;
    if (!saysTheSame(old, now)) return true;
  }
  return false;
}

function pointsInto({ at, related }: Report, documents: ReadonlySet<string>): boolean {
  return documents.has(at.uri) || (related?.some((each) => documents.has(each.at.uri)) ?? false);
}

function judgeAll(rule: Rule, shared: Shared): Memory['byDocument'] {
  const byDocument: Memory['byDocument'] = new Map();
  if (rule.subjects.length === 0) return byDocument;
  const judge = judging(rule, shared);
  for (const [uri, elements] of shared.documents) judgeDocument(rule, uri, elements, judge, byDocument);
  return byDocument;
}

function judgeAgain(rule: Rule, shared: Shared, last: Memory, change: Change): Memory['byDocument'] {
  const { byDocument } = last;
  if (rule.subjects.length === 0) return byDocument;
  const judge = judging(rule, shared);
  for (const uri of change.documents) {
    byDocument.delete(uri);
    const elements = shared.documents.get(uri);
    if (elements) judgeDocument(rule, uri, elements, judge, byDocument);
  }
  if (rule.reach === 'element') return byDocument;
  const again = new Map<string, Set<ElementId>>();
  for (const [uri, ids] of change.touched) again.set(uri, new Set(ids));
  for (const [uri, reported] of byDocument) {
    if (change.documents.has(uri)) continue;
    for (const [id, { elsewhere }] of reported) {
      if (!elsewhere.some((each) => change.documents.has(each))) continue;
      const ids = again.get(uri) ?? new Set();
      again.set(uri, ids.add(id));
    }
  }
  for (const [uri, ids] of again) {
    const reported = byDocument.get(uri) ?? new Map<ElementId, Judged>();
    for (const id of ids) {
      const element = find(shared.model, id);
      const judged = element && isSubject(rule, element) ? judge(element) : undefined;
      if (judged) reported.set(id, judged);
      else reported.delete(id);
    }
    if (reported.size > 0) byDocument.set(uri, reported);
    else byDocument.delete(uri);
  }
  return byDocument;
}

function judgeDocument(
  rule: Rule,
  uri: string,
  elements: ReadonlyMap<ElementKind, readonly Element[]>,
  judge: (element: Element) => Judged | undefined,
  into: Memory['byDocument'],
): void {
  let reported: Map<ElementId, Judged> | undefined;
  for (const kind of rule.subjects) {
    for (const element of elements.get(kind) ?? []) {
      const judged = judge(element);
      if (!judged) continue;
      reported ??= new Map();
      reported.set(element.id, judged);
    }
  }
  if (reported) into.set(uri, reported);
}

function judging(rule: Rule, shared: Shared): (element: Element) => Judged | undefined {
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
    return reports && { reports, elsewhere: elsewhereOf(element.at.uri, reports) };
  };
}

const nowhere: readonly string[] = [];

function elsewhereOf(uri: string, reports: readonly Report[]): readonly string[] {
  let found: Set<string> | undefined;
  for (const { at, related } of reports) {
    for (const place of [at, ...(related ?? []).map((each) => each.at)]) {
      if (place.uri === uri) continue;
      found ??= new Set();
      found.add(place.uri);
    }
  }
  return found ? [...found] : nowhere;
}

function isSubject(rule: Rule, { kind }: Element): boolean {
  return rule.subjects.some((each) => each === kind);
}

const kinds = new WeakMap<readonly Element[], ReadonlyMap<ElementKind, readonly Element[]>>();

/** The elements of a document by kind, worked out once for as long as it stays as it is. */
function elementsByKind(elements: readonly Element[]): ReadonlyMap<ElementKind, readonly Element[]> {
  let byKind = kinds.get(elements);
  if (!byKind) {
    byKind = Map.groupBy(elements, ({ kind }) => kind);
    kinds.set(elements, byKind);
  }
  return byKind;
}
