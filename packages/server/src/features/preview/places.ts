import type { Location, Position } from 'vscode-languageserver';
import type { ElementAddress, ElementAtAnswer, OrganizationName } from '../../protocol.ts';
import { locationOf } from '../../text/place.ts';
import type { Project } from '../../workspace/project.ts';
import { elementAround, elementOf } from '../subject.ts';

/** All organizations, by root. */
export function organizationNames(project: Project): OrganizationName[] {
  return project.organizations.models().map(({ root, name }) => ({ root, name }));
}

/** The innermost element around a position, and those around it. */
export function elementAt(project: Project, uri: string, position: Position): ElementAtAnswer {
  const source = project.source(uri);
  const element = source && elementAround(source, position);
  if (!source || !element) return null;
  const outer: string[] = [];
  for (
    let around = elementOf(source.model, element.parent);
    around;
    around = elementOf(source.model, around.parent)
  ) {
    outer.push(around.id);
  }
  return { root: source.model.root, id: element.id, outer };
}

/** Where an element is declared. */
export function placeOf(project: Project, { root, id }: ElementAddress): Location | null {
  const model = project.organizations.modelAt(root);
  const element = model && elementOf(model, id);
  return element ? locationOf(element.nameAt) : null;
}
