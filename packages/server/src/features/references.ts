import { comparePlaces, type Element, mentionsOf, type OrgModel, type Place } from '@mktorg/model';
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from 'vscode-languageserver';
import { locationOf, rangeOf } from '../text/place.ts';
import type { Project, Source } from '../workspace/project.ts';
import { ownScheme } from '../workspace/sources.ts';
import { namedHolderAt, partsOf, subjectAt } from './subject.ts';

/** Every mention of the element under the cursor, or every seat of the person whose name stands there. */
export function references(
  project: Project,
  uri: string,
  position: Position,
  includeDeclaration: boolean,
): Location[] {
  const source = project.source(uri);
  const subject = source && subjectAt(source, position);
  if (source && !subject) return (namedHolderAt(project, source, position)?.places ?? []).map(locationOf);
  if (!subject) return [];
  const { element } = subject;
  const places = modelsWith(project, source, element).flatMap((model) => mentionPlaces(model, element));
  if (includeDeclaration) places.push(element.nameAt);
  return unique(places).map(locationOf);
}

/** The same within the document. */
export function highlights(project: Project, uri: string, position: Position): DocumentHighlight[] {
  const source = project.source(uri);
  const subject = source && subjectAt(source, position);
  if (source && !subject) {
    const places = namedHolderAt(project, source, position)?.places ?? [];
    return places
      .filter((at) => at.uri === uri)
      .map((at) => ({ range: rangeOf(at), kind: DocumentHighlightKind.Read }));
  }
  if (!subject) return [];
  const { element } = subject;
  const read = mentionPlaces(source.model, element).filter((at) => at.uri === uri);
  const written = element.nameAt.uri === uri ? [element.nameAt] : [];
  return [
    ...written.map((at) => ({ range: rangeOf(at), kind: DocumentHighlightKind.Write })),
    ...read.map((at) => ({ range: rangeOf(at), kind: DocumentHighlightKind.Read })),
  ];
}

/** A standard term belongs to every organization: it is looked for in all of them. */
function modelsWith(project: Project, source: Source, element: Element): readonly OrgModel[] {
  return element.at.uri.startsWith(ownScheme) ? project.organizations.models() : [source.model];
}

/** The names that mean the element, without what stands before their dots. */
function mentionPlaces(model: OrgModel, element: Element): Place[] {
  return mentionsOf(model, element.id).flatMap((mention) => partsOf(mention).slice(-1));
}

function unique(places: readonly Place[]): Place[] {
  const sorted = [...places].sort(comparePlaces);
  return sorted.filter((place, index) => {
    const before = sorted[index - 1];
    return before === undefined || comparePlaces(before, place) !== 0;
  });
}
