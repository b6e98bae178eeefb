import type { Element } from '@mktorg/model';
import type { Location, LocationLink, Position } from 'vscode-languageserver';
import { locationOf, rangeOf } from '../text/place.ts';
import type { Project } from '../workspace/project.ts';
import { elementOf, subjectAt } from './subject.ts';

/** Where the element under the cursor is declared; a standard term, in the document that defines it. */
export function definition(project: Project, uri: string, position: Position): LocationLink[] | Location[] {
  const source = project.source(uri);
  const subject = source && subjectAt(source, position);
  return subject ? declarationOf(project, subject.element, rangeOf(subject.at)) : [];
}

/** The standard term that says what the element is: the function of a team, the category of a platform. */
export function typeDefinition(
  project: Project,
  uri: string,
  position: Position,
): LocationLink[] | Location[] {
  const source = project.source(uri);
  const subject = source && subjectAt(source, position);
  const term = source && subject && elementOf(source.model, subject.element.term?.id);
  return subject && term ? declarationOf(project, term, rangeOf(subject.at)) : [];
}

function declarationOf(
  { client }: Project,
  { at, nameAt }: Element,
  originSelectionRange: LocationLink['targetRange'],
): LocationLink[] | Location[] {
  if (!client.definitionLinks) return [locationOf(nameAt)];
  return [
    {
      originSelectionRange,
      targetUri: at.uri,
      targetRange: rangeOf(at),
      targetSelectionRange: rangeOf(nameAt),
    },
  ];
}
