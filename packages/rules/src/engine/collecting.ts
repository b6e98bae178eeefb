import type { Allow, ElementId, OrgModel, Place, Severity } from '@mktorg/model';
import { comparePlaces } from '@mktorg/model';
import type { Allowed, Finding } from '../finding.ts';
import type { Fix } from '../fix.ts';
import type { Report } from '../rule.ts';
import { rule as unusedAllow } from '../settings/unused-allow.ts';
import { allowing } from './allowing.ts';
import { type Configuration, isOptional } from './configuration.ts';
import type { Made, Turnover } from './memory.ts';

/** What is shown and what is accepted, by document, as the reports of the rules come and go. */
export interface Collection {
  /** Takes in what a rule no longer reports and what it reports now. */
  take(rule: Judging, turnover: Turnover): void;
  /**
   * Of these elements something is not read, and nothing is said but that: what seems to be missing may be what was not
   * read.
   */
  withhold(unread: ReadonlySet<ElementId>): void;
  /** Looks again which findings the model accepts. */
  acceptAgain(): void;
  /** Puts the lists in order. Whether what is accepted has changed since it was done last. */
  settle(): boolean;
  /** Sorted. A list is the same object for as long as nothing on it changes; there are no empty ones. */
  findings(): ReadonlyMap<string, readonly Finding[]>;
  /** By document and position. */
  allowed(): readonly Allowed[];
}

/** A rule with what the model makes of it. */
export interface Judging extends Pick<Configuration, 'set'> {
  readonly id: string;
  readonly severity: Severity;
}

/** One report, as a finding. */
interface Entry {
  readonly finding: Finding;
  /** Says how to fix it: newer than the finding, where a rule has reported the same again. */
  report: Report;
  allow: Allow | undefined;
  /** Worked out for this model and report. */
  fixes: { readonly model: OrgModel; readonly report: Report; readonly list: readonly Fix[] } | undefined;
}

interface Document {
  readonly entries: Set<Entry>;
  shown: readonly Finding[];
  allowed: readonly Allowed[];
}

/** `latest` gives the model of the last check: allows are looked up and fixes worked out on it. */
export function createCollection(latest: () => OrgModel): Collection {
  const known = new WeakMap<Report, Entry>();
  const documents = new Map<string, Document>();
  const byElement = new Map<ElementId, Set<Entry>>();
  const changed = new Set<string>();
  let shown: ReadonlyMap<string, readonly Finding[]> = new Map();
  let allowed: readonly Allowed[] = [];
  let unread: ReadonlySet<ElementId> = new Set();

  function enter(entry: Entry): void {
    const { element, at } = entry.finding;
    const document = documents.get(at.uri) ?? { entries: new Set(), shown: none, allowed: [] };
    documents.set(at.uri, document);
    document.entries.add(entry);
    changed.add(at.uri);
    if (element === undefined) return;
    const others = byElement.get(element);
    if (others) others.add(entry);
    else byElement.set(element, new Set([entry]));
  }

  function leave(entry: Entry): void {
    const { element = '', at } = entry.finding;
    documents.get(at.uri)?.entries.delete(entry);
    changed.add(at.uri);
    const others = byElement.get(element);
    others?.delete(entry);
    if (others?.size === 0) byElement.delete(element);
  }

  function accept(entry: Entry, allow: Allow | undefined): void {
    if (entry.allow === allow) return;
    entry.allow = allow;
    changed.add(entry.finding.at.uri);
  }

  return {
    take(rule, { gone, come }) {
      const former = gone.flatMap(({ report }) => known.get(report) ?? []);
      const again = former.length > 0 && come.length > 0 ? byContent(former) : undefined;
      const allowFor = come.length > 0 && isOptional(rule) ? allowing(latest()) : undefined;
      for (const made of come) {
        const severity = rule.set ?? made.report.severity ?? rule.severity;
        if (severity === 'off') continue;
        const content = again && contentOf(made.report);
        let entry = content === undefined ? undefined : again?.get(content);
        if (content !== undefined && entry && says(entry.finding, severity, made)) {
          again?.delete(content);
          entry.report = made.report;
        } else {
          entry = entryOf(rule.id, severity, made, latest);
          enter(entry);
        }
        known.set(made.report, entry);
        accept(entry, allowFor?.(entry.finding));
      }
      const staying = new Set(again && come.map(({ report }) => known.get(report)));
      for (const entry of former) if (!staying.has(entry)) leave(entry);
    },
    withhold(now) {
      for (const id of [...now, ...unread]) {
        if (now.has(id) && unread.has(id)) continue;
        for (const { finding } of byElement.get(id) ?? []) changed.add(finding.at.uri);
      }
      unread = now;
    },
    acceptAgain() {
      const allowFor = allowing(latest());
      for (const { entries } of documents.values()) {
        for (const entry of entries) {
          if (isOptional({ id: entry.finding.rule })) accept(entry, allowFor(entry.finding));
        }
      }
    },
    settle() {
      if (changed.size === 0) return false;
      let isAllowedChanged = false;
      for (const uri of changed) {
        const document = documents.get(uri);
        if (!document) continue;
        isAllowedChanged ||= document.allowed.length > 0;
        putInOrder(document, unread);
        isAllowedChanged ||= document.allowed.length > 0;
        if (document.entries.size === 0) documents.delete(uri);
      }
      changed.clear();
      shown = shownIn(documents, shown);
      if (isAllowedChanged) {
        allowed = [...documents.keys()].sort().flatMap((uri) => documents.get(uri)?.allowed ?? []);
      }
      return isAllowedChanged;
    },
    findings: () => shown,
    allowed: () => allowed,
  };
}

const none: readonly Finding[] = [];

function putInOrder(document: Document, unread: ReadonlySet<ElementId>): void {
  const entries = [...document.entries].sort((a, b) => compareFindings(a.finding, b.finding));
  const shown: Finding[] = [];
  const allowed: Allowed[] = [];
  for (const { finding, allow } of entries) {
    if (allow) allowed.push({ finding, allow });
    else if (!isWithheld(finding, unread)) shown.push(finding);
  }
  const isSame =
    shown.length === document.shown.length && shown.every((each, index) => each === document.shown[index]);
  if (!isSame) document.shown = shown;
  document.allowed = allowed;
}

/** What follows from the text as it was read is withheld, rather than what is wrong with the text. */
function isWithheld({ rule, element }: Finding, unread: ReadonlySet<ElementId>): boolean {
  return (
    element !== undefined && unread.has(element) && (isOptional({ id: rule }) || rule === unusedAllow.id)
  );
}

function shownIn(
  documents: ReadonlyMap<string, Document>,
  before: ReadonlyMap<string, readonly Finding[]>,
): ReadonlyMap<string, readonly Finding[]> {
  const uris: string[] = [];
  for (const [uri, { shown }] of documents) if (shown.length > 0) uris.push(uri);
  // The order of before still holds where the documents are the same.
  const isSame = uris.length === before.size && uris.every((uri) => before.has(uri));
  const sorted = isSame ? [...before.keys()] : uris.sort();
  return new Map(sorted.map((uri) => [uri, documents.get(uri)?.shown ?? none]));
}

function byContent(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [contentOf(entry.report), entry]));
}

/** Different where reports differ, but for details. */
function contentOf({ at, message, property }: Report): string {
  return `${at.uri} ${at.line} ${at.column} ${property} ${message.what}`;
}

/** Whether a finding says what a report does, at the same places. */
function says(finding: Finding, severity: Severity, { report, subject }: Made): boolean {
  const { also = [], related = [], message } = report;
  return (
    finding.severity === severity &&
    finding.element === (report.element ?? subject) &&
    finding.property === report.property &&
    finding.message === message.what &&
    finding.why === message.why &&
    finding.todo === message.todo &&
    isSamePlace(finding.at, report.at) &&
    finding.also.length === also.length &&
    finding.also.every((id, index) => id === also[index]) &&
    finding.related.length === related.length &&
    finding.related.every((each, index) => {
      const other = related[index];
      return other?.message === each.message && isSamePlace(each.at, other.at);
    })
  );
}

function isSamePlace(a: Place, b: Place): boolean {
  return (
    a === b ||
    (a.uri === b.uri &&
      a.line === b.line &&
      a.column === b.column &&
      a.endLine === b.endLine &&
      a.endColumn === b.endColumn)
  );
}

function entryOf(
  rule: string,
  severity: Finding['severity'],
  { report, subject }: Made,
  latest: () => OrgModel,
): Entry {
  const element = report.element ?? subject;
  const entry: Entry = {
    report,
    allow: undefined,
    fixes: undefined,
    finding: {
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
        return fixesOf(entry, latest());
      },
    },
  };
  return entry;
}

function fixesOf(entry: Entry, model: OrgModel): readonly Fix[] {
  const { report } = entry;
  if (entry.fixes?.model !== model || entry.fixes.report !== report) {
    entry.fixes = { model, report, list: report.fixes?.(model) ?? [] };
  }
  return entry.fixes.list;
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
