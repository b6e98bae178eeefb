import type { ElementId, OrgModel, Severity } from '@mktorg/model';
import { comparePlaces } from '@mktorg/model';
import type { Allowed, Finding } from '../finding.ts';
import type { Report } from '../rule.ts';
import { rule as unusedAllow, unusedReport } from '../settings/unused-allow.ts';
import { allowing, unusedAllows } from './allowing.ts';
import { type Configuration, isOptional } from './configuration.ts';
import type { Made } from './memory.ts';

/** By report: while a report stands, its finding is the same object. */
export type Known = WeakMap<Report, Entry>;
interface Entry {
  readonly finding: Finding;
  /** The last list that it was put on. */
  list: List | undefined;
}
/** What one check shows, in order. */
export interface List {
  readonly entries: readonly Entry[];
}

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
  ): { list: List; allowed: readonly Allowed[] };
}

/**
 * `latest` gives the model of the last check: fixes are worked out on it, however old the finding. `before` is what the
 * check before gave: most findings are on it and in their order already, and only new ones have to find their place.
 * Of elements that are `unread` in part, nothing is said but that: what seems to be missing may be what was not read.
 */
export function collection(
  model: OrgModel,
  latest: () => OrgModel,
  known: Known,
  before: List,
  unread: ReadonlySet<ElementId>,
): Collection {
  const list = { entries: before.entries };
  const fresh: Entry[] = [];
  const allowed: Allowed[] = [];
  const allowFor = allowing(model);
  const add: Collection['add'] = (rule, configuration, { report, subject }) => {
    const severity = configuration.set ?? report.severity ?? rule.severity;
    if (severity === 'off') return;
    let entry = known.get(report);
    if (entry?.finding.severity !== severity) {
      entry = { finding: findingOf(rule.id, severity, report, subject, latest), list: undefined };
      known.set(report, entry);
    }
    const { finding } = entry;
    const allow = isOptional(rule) ? allowFor(finding) : undefined;
    if (allow) {
      allowed.push({ finding, allow });
      return;
    }
    if (finding.element !== undefined && unread.has(finding.element) && isWithheld(rule)) return;
    if (entry.list !== before) fresh.push(entry);
    entry.list = list;
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
      const kept = before.entries.filter((entry) => entry.list === list);
      list.entries = merged(kept, fresh.sort(compareEntries));
      return { list, allowed };
    },
  };
}

/** What follows from the text as it was read, rather than from what is wrong with the text. */
function isWithheld(rule: { readonly id: string }): boolean {
  return isOptional(rule) || rule.id === unusedAllow.id;
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

/** Both in order; `fresh` are few, or all there is. */
function merged(kept: readonly Entry[], fresh: readonly Entry[]): readonly Entry[] {
  const pieces: (readonly Entry[])[] = [];
  let start = 0;
  for (const entry of fresh) {
    const end = placeOf(entry, kept, start);
    if (end > start) pieces.push(kept.slice(start, end));
    pieces.push([entry]);
    start = end;
  }
  pieces.push(kept.slice(start));
  return pieces.flat();
}

/** The index of the first, from `start` on, that comes after the entry. */
function placeOf(entry: Entry, list: readonly Entry[], start: number): number {
  let [low, high] = [start, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other && compareEntries(other, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareEntries(a: Entry, b: Entry): number {
  return compareFindings(a.finding, b.finding);
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
