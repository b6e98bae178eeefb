import type { Element, ElementId } from '../elements.ts';
import type { ElementKind } from '../kinds.ts';
import { isTermKind, organizationKinds, termKinds } from '../kinds.ts';
import { mentionsOfElement } from '../mentions.ts';
import type { OrgModel } from '../model.ts';
import { find } from '../model.ts';
import type { Place } from '../place.ts';
import { redactPeople } from '../redact.ts';
import { relativeTo } from '../uris.ts';
import { derivedOf, totalsOf } from './derived.ts';
import type { ExportedElement, ExportedElements, ExportedModel } from './exported.ts';
import { factsOf, headerFacts, ids } from './facts.ts';
import type { Draft } from './json.ts';
import { some, stated } from './json.ts';

export interface ExportOptions {
  /** Leave out persons, holders, notes, stances, personnel numbers, and who was told. */
  readonly redactPeople?: boolean;
}

/** The model as plain JSON that leaves the program. The same model gives the same JSON, key for key. */
export function exportModel(model: OrgModel, options: ExportOptions = {}): ExportedModel {
  const shown = options.redactPeople ? redactPeople(model) : model;
  const things = ofKinds(shown, organizationKinds);
  const added = [...shown.added.values()];
  const rates = model.rates.map(({ from, to, value }) => ({ from, to, value }));
  const exported = (element: Element) => exportElement(shown, element);
  return {
    format: 'mktorg/model',
    version: 1,
    name: model.name,
    ...(options.redactPeople && { redacted: 'people' }),
    files: model.documents.map((uri) => relativeTo(model.root, uri)),
    elements: byKind(things, exported),
    ...(added.length > 0 && { added: byKind(added, exported) }),
    vocabulary: byKind(termsOf(shown, [...things, ...added]), exported),
    ...(rates.length > 0 && { rates }),
    derived: stated(totalsOf(shown)),
  };
}

function ofKinds(model: OrgModel, kinds: readonly ElementKind[]): readonly Element[] {
  let all: readonly Element[] = [];
  for (const kind of kinds) all = all.concat(model.byKind[kind]);
  return all;
}

/** The terms that the model declares, and the standard ones that they and its elements lead to. */
function termsOf(model: OrgModel, elements: readonly Element[]): readonly Element[] {
  const terms = ofKinds(model, termKinds);
  const own = terms.filter((term) => !('standard' in term && term.standard));
  const used = new Set<ElementId>(own.map(({ id }) => id));
  const waiting: Element[] = [...elements, ...own];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const { to } of mentionsOfElement(next)) {
      const term = find(model, to);
      if (!term || !isTermKind(term.kind) || used.has(to)) continue;
      used.add(to);
      waiting.push(term);
    }
  }
  return terms.filter(({ id }) => used.has(id));
}

function byKind(
  elements: readonly Element[],
  exported: (element: Element) => ExportedElement,
): ExportedElements {
  const lists: { [kind: string]: ExportedElement[] } = {};
  for (const element of elements) {
    lists[element.kind] ??= [];
    lists[element.kind]?.push(exported(element));
  }
  return lists;
}

function exportElement(model: OrgModel, element: Element): ExportedElement {
  const standard = 'standard' in element && element.standard;
  const { id, name, path, title, parent, description } = element;
  return {
    id,
    name,
    path,
    ...stated({
      title,
      parent,
      at: standard ? undefined : placeOf(model, element.nameAt),
      standard: standard || undefined,
      description,
      is: element.term?.id,
      as: element.form?.id,
      in: some(ids(element.scope)),
      ...headerFacts(element),
      ...factsOf(element),
      derived: model.elements.get(id) === element ? derivedOf(model, element) : undefined,
    }),
  };
}

function placeOf(model: OrgModel, { uri, line, column }: Place): Draft {
  return { file: relativeTo(model.root, uri), line: line + 1, column: column + 1 };
}
