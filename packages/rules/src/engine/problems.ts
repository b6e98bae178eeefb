import type { Element, ElementId, OrgModel, Place, Problem } from '@mktorg/model';
import { comparePlaces, contains, elementsIn, find } from '@mktorg/model';
import { replaceAt } from '../fix.ts';
import type { Message, Report } from '../rule.ts';
import { isLine } from './allowing.ts';

/** What reading the text found to be wrong, as a report under the rule that the problem names. */
export function reportOf(
  problem: Problem,
  shared: Omit<Message, 'what'>,
  element: ElementId | undefined,
): Report {
  return {
    at: problem.at,
    message: { what: problem.message, ...shared },
    related: problem.related ?? [],
    fixes: () =>
      (problem.data?.replacements ?? []).map((text) => ({
        title: `Write \`${text}\``,
        safe: false,
        edits: [replaceAt(problem.at, text)],
      })),
    // Several problems of one kind on one element are told apart by what stands there.
    property: problem.message,
    ...(element !== undefined && { element }),
  };
}

/** Problems after which something that the text says is not in the model. */
const losses: ReadonlySet<string> = new Set([
  'integrity/syntax',
  'integrity/unresolved-name',
  'integrity/ambiguous-name',
  'integrity/wrong-kind',
]);

/** The elements that say something which is not in the model: somebody is still typing it, or it means nothing. */
export function unread(model: OrgModel): ReadonlySet<ElementId> {
  const found = new Set<ElementId>();
  const places = model.problems.filter(({ rule }) => losses.has(rule)).map(({ at }) => at);
  for (const id of elementsAround(model, places).values()) {
    found.add(id);
    const around = isLine(id) ? find(model, id)?.parent : undefined;
    if (around !== undefined) found.add(around);
  }
  return found;
}

/** The innermost element around each place. */
export function elementsAround(model: OrgModel, places: readonly Place[]): ReadonlyMap<Place, ElementId> {
  const found = new Map<Place, ElementId>();
  const documents = new Set(places.map((place) => place.uri));
  if (documents.size === 0) return found;
  const elements = [...documents].sort().flatMap((uri) => elementsIn(model, uri));
  const open: Element[] = [];
  let next = 0;
  for (const place of [...places].sort(comparePlaces)) {
    for (let element = elements[next]; element && startsBy(element.at, place); element = elements[++next]) {
      open.push(element);
    }
    // What ends before this place ends before all the later ones too.
    while (open.length > 0 && !holds(open.at(-1), place)) open.pop();
    const innermost = open.at(-1);
    if (innermost) found.set(place, innermost.id);
  }
  return found;
}

function startsBy(start: Place, place: Place): boolean {
  if (start.uri !== place.uri) return start.uri < place.uri;
  return start.line < place.line || (start.line === place.line && start.column <= place.column);
}

function holds(element: Element | undefined, place: Place): boolean {
  return (
    element !== undefined && element.at.uri === place.uri && contains(element.at, place.line, place.column)
  );
}
