import type { Element, ElementId, OrgModel, Place, Problem, ProblemData } from '@mktorg/model';
import { comparePlaces, contains, elementsIn } from '@mktorg/model';
import { type Fix, replaceAt } from '../fix.ts';
import type { Message, Report, Rule } from '../rule.ts';
import { isLine } from './allowing.ts';
import type { Made, Turnover } from './memory.ts';

/** What reading the texts found to be wrong, as reports, by document. */
export type Problems = ReadonlyMap<string, Batch>;
interface Batch {
  readonly problems: readonly Problem[];
  /** The elements of the document: the problems are about those around them. */
  readonly elements: readonly Element[];
  /** By the rule that the problem names. */
  readonly reports: ReadonlyMap<string, readonly Made[]>;
  /** The elements that say something which is not in the model. */
  readonly unread: ReadonlySet<ElementId>;
}

/** A batch is the same object as before where the document still has the same problems. */
export function problemsIn(
  model: OrgModel,
  rules: ReadonlyMap<string, Rule>,
  before: Problems | undefined,
): Problems {
  const batches = new Map<string, Batch>();
  for (const [uri, problems] of Map.groupBy(model.problems, ({ at }) => at.uri)) {
    const elements = elementsIn(model, uri);
    const known = before?.get(uri);
    const isSame =
      known?.elements === elements &&
      known.problems.length === problems.length &&
      problems.every((problem, index) => problem === known.problems[index]);
    batches.set(uri, isSame ? known : batchOf(problems, elements, rules));
  }
  return batches;
}

function batchOf(
  problems: readonly Problem[],
  elements: readonly Element[],
  rules: ReadonlyMap<string, Rule>,
): Batch {
  const around = elementsAround(
    elements,
    problems.map(({ at }) => at),
  );
  const reports = new Map<string, Made[]>();
  const unread = new Set<ElementId>();
  for (const problem of problems) {
    const element = around.get(problem.at);
    const shared = rules.get(problem.rule)?.reported;
    const report = reportOf(problem, shared ?? { why: '', todo: '' }, element?.id);
    const list = reports.get(problem.rule);
    if (list) list.push({ report, subject: element?.id });
    else reports.set(problem.rule, [{ report, subject: element?.id }]);
    if (!element || !losses.has(problem.rule)) continue;
    unread.add(element.id);
    if (isLine(element.id) && element.parent !== undefined) unread.add(element.parent);
  }
  return { problems, elements, reports, unread };
}

/** What of the problems came and went, by the rule that they name. */
export function problemTurnovers(
  before: Problems | undefined,
  after: Problems,
): ReadonlyMap<string, Turnover> {
  const turnovers = new Map<string, { readonly gone: Made[]; readonly come: Made[] }>();
  const note = (batch: Batch | undefined, which: keyof Turnover): void => {
    for (const [rule, made] of batch?.reports ?? []) {
      const turnover = turnovers.get(rule) ?? { gone: [], come: [] };
      for (const one of made) turnover[which].push(one);
      turnovers.set(rule, turnover);
    }
  };
  for (const [uri, batch] of before ?? []) if (after.get(uri) !== batch) note(batch, 'gone');
  for (const [uri, batch] of after) if (before?.get(uri) !== batch) note(batch, 'come');
  return turnovers;
}

function reportOf(problem: Problem, shared: Omit<Message, 'what'>, element: ElementId | undefined): Report {
  return {
    at: problem.at,
    message: { what: problem.message, ...shared },
    related: problem.related ?? [],
    fixes: () => [
      ...(problem.data?.replacements ?? []).map((text) => ({
        title: `Write \`${text}\``,
        safe: false,
        edits: [replaceAt(problem.at, text)],
      })),
      ...inserting(problem.data?.insertion),
    ],
    ...namedIn(problem),
    ...(element !== undefined && { element }),
  };
}

/** Problems of one kind on one element are told apart by what they name: it stays when the words around it change. */
function namedIn({ message }: Problem): { readonly property?: string } {
  const name = /`([^`]+)`/.exec(message)?.[1];
  return name === undefined ? {} : { property: name };
}

function inserting(insertion: ProblemData['insertion']): readonly Fix[] {
  if (!insertion) return [];
  const { at, text } = insertion;
  const title = `Write \`${text.trim()}\` behind line ${at.line + 1}`;
  return [{ title, safe: false, edits: [replaceAt(at, text)] }];
}

/** The rules of problems after which something that the text says is not in the model. */
export const losses: ReadonlySet<string> = new Set([
  'integrity/syntax',
  'integrity/unresolved-name',
  'integrity/ambiguous-name',
  'integrity/wrong-kind',
  'integrity/duplicate-name',
  'integrity/duplicate-statement',
  'integrity/misplaced-statement',
]);

/** The elements that say something which is not in the model: somebody is still typing it, or it means nothing. */
export function unread(problems: Problems): ReadonlySet<ElementId> {
  const found = new Set<ElementId>();
  for (const batch of problems.values()) for (const id of batch.unread) found.add(id);
  return found;
}

/** The innermost element around each place of a document. */
function elementsAround(elements: readonly Element[], places: readonly Place[]): ReadonlyMap<Place, Element> {
  const found = new Map<Place, Element>();
  const open: Element[] = [];
  let next = 0;
  for (const place of [...places].sort(comparePlaces)) {
    for (let element = elements[next]; element && startsBy(element.at, place); element = elements[++next]) {
      open.push(element);
    }
    // What ends before this place ends before all the later ones too.
    while (open.length > 0 && !holds(open.at(-1), place)) open.pop();
    const innermost = open.at(-1);
    if (innermost) found.set(place, innermost);
  }
  return found;
}

function startsBy(start: Place, place: Place): boolean {
  return start.line < place.line || (start.line === place.line && start.column <= place.column);
}

function holds(element: Element | undefined, place: Place): boolean {
  return element !== undefined && contains(element.at, place.line, place.column);
}
